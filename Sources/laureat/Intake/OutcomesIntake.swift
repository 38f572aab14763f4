import Contests
import Exchange
import Primitives
import Storage

/// Takes the protocol of a higher body: what our entries, or the municipality itself, reached there.
struct OutcomesIntake: RecordIntake {
  private let context: IntakeContext
  private let minutes: ResultsProtocol
  /// What the protocol says of the contest as a whole, which goes with its first result.
  private var achievements: [Achievement]
  /// Who sent applications to that contest from here, by the identifiers of that time: then a result of ours without a
  /// match is an error, and that of another sender is not ours.
  private let senders: Set<Identifier>
  private let ourselves: Identifier?

  init(_ minutes: ResultsProtocol, _ context: IntakeContext) throws {
    self.context = context
    self.minutes = minutes
    achievements = minutes.achievements
    ourselves = try context.session.organisations.ourselves()?.id
    senders = try context.session.senders(of: minutes.contest)
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    guard case .result(let record) = part else { return try FormOnlyIntake().take(part) }
    guard let result = record.value else { return record.verdict(.rejected) }
    let findings = ResultRules.all.findings(in: result)
    if findings.hasErrors { return record.verdict(.rejected, findings: findings) }
    if let source = result.source, isOfAnother(source) {
      return record.verdict(.unchanged, findings: findings + [.ofAnother])
    }
    let sent = try context.session.sentEntry(result.source?.id ?? result.id, to: minutes.contest)
    if sent == nil, !senders.isEmpty { return record.verdict(.rejected, findings: [.notSent(result.id)]) }
    let known = try sent.flatMap { try context.session.entries.find($0) }
    let kept = try known.map { try result.withoutErased($0, in: context.session) } ?? result
    guard let following = try following(kept, told: outcome(kept, in: nominationTitle(kept, of: known))) else {
      return record.verdict(.unchanged, registration: sent?.description, findings: findings)
    }
    let saved = try context.session.outcomes.add(following, changedAt: context.changedAt)
    achievements = []
    return record.verdict(RecordStatus(saved), registration: sent?.description, findings: findings)
  }

  /// What is said of the contest went with the first result.
  mutating func pass(_ part: DocumentPart) {
    guard case .result(let record) = part, let result = record.value else { return }
    if !(result.source.map(isOfAnother) ?? false) { achievements = [] }
  }

  private func isOfAnother(_ source: ProtocolResult.Source) -> Bool {
    if source.sender == ourselves || senders.contains(source.sender) { return false }
    return ourselves != nil || !senders.isEmpty
  }

  /// The outcome as it stands after this protocol; nil where it says nothing of the entry.
  private func following(_ result: ProtocolResult, told: Outcome) throws -> Outcome? {
    // One that decides again on some nominations says nothing of the others.
    let decides = minutes.decisions.contains { $0.nomination == result.nomination }
    let isSilent = !told.hasReached && !decides
    guard let known = try context.session.outcomes.find(likeThat: told) else {
      if isSilent, !minutes.decisions.isEmpty { return nil }
      var told = told
      if isSilent { told.protocolNumber = nil }
      return told
    }
    if known.protocolNumber == minutes.number { return told }
    let lost = result.earlierPlaces.filter { $0.revocation != nil && $0.isInNomination(of: result) }
    return told.beside(known.without(lost.compactMap(\.place)), decides: decides)
  }

  /// What the body calls the nomination; where it tells only an identifier that is ours, what we call it.
  private func nominationTitle(_ result: ProtocolResult, of entry: StoredEntry?) throws -> String? {
    guard let nomination = result.nomination, result.nominationTitle == nil else { return result.nominationTitle }
    if let told = minutes.nominations.first(where: { $0.id == nomination }) { return told.title }
    let ours = try entry.flatMap { try context.session.contests.find($0.registration.contest) }
    return ours?.nominations.first { $0.id == nomination }?.title ?? nomination.description
  }

  private func outcome(_ result: ProtocolResult, in nomination: String?) -> Outcome {
    let standing = result.earlierPlaces.filter { $0.revocation == nil && $0.isInNomination(of: result) }
    return Outcome(
      id: result.id, contest: LargerContest(id: minutes.contest, title: minutes.contestTitle),
      organiser: minutes.organiser, level: minutes.level,
      nomination: nomination, entry: result.title,
      application: result.source?.id ?? result.id, territory: result.territory,
      place: (result.awards.map(\.place) + standing.map(\.place)).compactMap { $0 }.min(),
      outOf: result.outOf, prize: Outcome.joined(result.awards.compactMap(\.prize)), submitted: result.submitted,
      selected: result.selected, decidedOn: minutes.date, protocolNumber: minutes.number,
      note: result.note ?? result.reason, achievements: result.achievements + achievements,
      extensions: result.extensions)
  }
}

extension ProtocolResult.EarlierPlace {
  fileprivate func isInNomination(of result: ProtocolResult) -> Bool {
    nomination == nil || nomination == result.nomination
  }
}

extension RecordStatus {
  init(_ saved: Saved) {
    self =
      switch saved {
      case .added: .accepted
      case .updated: .updated
      case .unchanged: .unchanged
      }
  }
}

extension Session {
  /// In whose name applications to a contest of a higher body went out from here.
  fileprivate func senders(of contest: Identifier?) throws -> Set<Identifier> {
    guard let contest else { return [] }
    let filter = MessageFilter(
      direction: .outgoing, document: DocumentKind.applications.rawValue, subject: contest.description)
    return Set(try messages.list(filter).map(\.message.sender.id))
  }

  /// The entry that was sent to a contest under an identifier.
  func sentEntry(_ id: Identifier, to contest: Identifier?) throws -> Registration? {
    guard let contest else { return nil }
    if let entry = try entries.find(contest: contest, exchangeID: id) { return entry.registration }
    if let origin = NextStage.registration(of: id), try sent.hasCarried(origin, to: contest) { return origin }
    return try contests.list().lazy.filter { $0.stageOf?.id == contest }
      .compactMap { try entries.find(contest: $0.id, exchangeID: id)?.registration }.first
  }
}

extension Diagnostic {
  fileprivate static let ofAnother = Diagnostic(
    ExchangeCode.unresolvedReference, .note,
    LocalizedText(
      ru: "итог заявки другого отправителя; здесь он не нужен",
      en: "the result of another sender's application, not ours"))

  fileprivate static func notSent(_ id: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownEntry,
      LocalizedText(
        ru: "заявка \(id) в этот конкурс отсюда не отправлялась",
        en: "the application \(id) was not sent to this contest from here"),
      advice: LocalizedText(
        ru: "проверьте, что отправлено: laureat message list --direction out",
        en: "check what was sent: laureat message list --direction out"))
  }
}
