import Contests
import Exchange
import Primitives
import Storage

/// Takes the protocol of a contest of ours: it admits the entries it lists, records the winners and completes the
/// contest.
struct OwnResultsIntake: RecordIntake {
  private let context: IntakeContext
  private let contest: Contest
  private let minutes: ResultsProtocol
  private var winners: WinnerContext
  private var earlier: EarlierPlacesIntake
  /// The results this protocol has already, when it comes once more, and those of them that have not come yet.
  private let known: [Identifier: ProtocolResult]
  private var missing: Set<Identifier>
  private let speakers: ContestSpeakers
  /// True where the sender speaks for the contest.
  private let speaks: Bool
  /// True for a protocol that somebody else than now had sent before.
  private let isAnothers: Bool
  /// True for a protocol that stays as it is here: another's, or one that the office drew up, where it has the sheets it
  /// follows from, or where the sender has no say in it.
  private let isKept: Bool
  /// True for a protocol that was typed here from paper.
  private let isTyped: Bool
  private let shared: SharedParticipants
  private var strangers: StrangersInTheWay
  /// The winners as they would be without the places of strangers and those not settled yet, once somebody has asked.
  private var withoutStrangers: (winners: WinnerContext, leftOut: Set<Int64>)?
  private var hasNotedUnresolved = false
  private var isAnythingTaken = false
  /// Nil for a protocol that stays as it is.
  private var proof: ProofIntake?

  /// - Throws: ``IntakeRefusal`` when the protocol contradicts its rules, another protocol or the state of the contest.
  init(
    _ minutes: ResultsProtocol, of contest: Contest, _ context: IntakeContext,
    locate: (Diagnostic) -> Diagnostic
  ) throws {
    self.context = context
    self.contest = contest
    self.minutes = minutes
    let protocols = context.session.protocols
    let all = try protocols.list(contest: contest.id)
    let recorded = all.first { $0.minutes.number == minutes.number }
    let sender = context.header.sender.id
    speakers = try ContestSpeakers(of: contest, context)
    speaks = speakers.contains(sender)
    isAnothers = recorded?.isImported == true && !speakers.mayTakeBack(minutes.number, sender)
    var findings =
      ProtocolRules.all(today: context.today).findings(in: minutes, of: contest)
      + (try Self.contradictions(minutes, contest, all, from: sender, heeding: speakers, in: context.session))
    if isAnothers, recorded?.minutes != minutes { findings.append(.cameFromAnother) }
    let isOurs = recorded?.isImported == false
    let hasSheets = try context.session.judging.hasSheets(in: contest.id)
    isKept = isAnothers || isOurs && (hasSheets || !speaks)
    isTyped = isOurs && !isKept
    if context.isSecondTaking, !isKept, let recorded, recorded.minutes != minutes { findings.append(.recordedSince) }
    if findings.hasErrors { throw IntakeRefusal(diagnostics: findings.map(locate)) }

    known = try Self.results(of: minutes, contest.id, in: context.session)
    missing = Set(known.keys)
    earlier = try EarlierPlacesIntake(minutes, of: contest, heeding: speakers, context)
    winners = try Self.winners(of: contest, leavingOut: earlier.open, in: context.session)
    shared = try context.session.sharedParticipants.of(contest.id)
    strangers = try StrangersInTheWay(of: contest.id, heeding: speakers, sender, in: context.session)
    if !isKept {
      try protocols.save(minutes, contest: contest.id, imported: true, changedAt: context.changedAt)
      if speakers.isTakenOver(minutes.number, by: sender) {
        try protocols.setSender(sender, contest: contest.id, number: minutes.number)
      }
      proof = try ProofIntake(
        context.session, contest: contest.id, number: minutes.number, isSecondTaking: context.isSecondTaking)
    }
  }

  var refusesTogether: Diagnostic? {
    speaks ? nil : .takenWholeOrNotAtAll(context.header.sender.id, organiser: contest.organiser.id)
  }

  var findings: [Diagnostic] {
    var findings = speaks || !isAnythingTaken ? [] : [Diagnostic.doesNotSpeak(context.header.sender.id, for: contest)]
    let untold = earlier.typed(missing)
    if isTyped, !untold.isEmpty { findings.append(.typedAndNotTold(untold)) }
    return findings.map { $0.at(context.root) }
  }

  /// The protocol admits what it lists, and may not have listed all of it yet.
  private static func winners(
    of contest: Contest, leavingOut others: Set<Int64>, in session: Session
  ) throws -> WinnerContext {
    try WinnerContext(
      contest, recordedIn: session,
      counting: Set(EntryStatus.allCases.filter { $0.isAdmitted || $0.successors.contains(.admitted) }),
      leavingOut: others)
  }

  private static func results(
    of minutes: ResultsProtocol, _ contest: Identifier, in session: Session
  ) throws -> [Identifier: ProtocolResult] {
    var known: [Identifier: ProtocolResult] = [:]
    try session.protocols.eachResult(contest: contest, number: minutes.number) { known[$1.id] = $1 }
    return known
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .result(let record): try take(record)
    case .scoreSheet(let record): try take(record)
    case .recusal(let record): try take(record)
    default: try FormOnlyIntake().take(part)
    }
  }

  /// A sheet on an application that is here by now was left out the first time.
  mutating func pass(_ part: DocumentPart) throws {
    switch part {
    case .result(let record): if let result = record.value { missing.remove(result.id) }
    case .scoreSheet(let record): _ = try take(record)
    case .recusal(let record): _ = try take(record)
    default: break
    }
  }

  private mutating func take(_ record: CheckedRecord<ScoreSheet>) throws -> RecordVerdict {
    let verdict = record.verdict(isKept ? .unchanged : .accepted)
    if verdict.status == .accepted, let sheet = record.value { try proof?.take(sheet) }
    return verdict
  }

  private mutating func take(_ record: CheckedRecord<Recusal>) throws -> RecordVerdict {
    let verdict = record.verdict(isKept ? .unchanged : .accepted)
    if verdict.status == .accepted, let recusal = record.value { try proof?.take(recusal) }
    return verdict
  }

  /// A protocol with refused results leaves the contest open, so that the mended ones can follow; so does one by somebody
  /// who does not speak for it.
  mutating func finish(isClean: Bool) throws {
    if !missing.isEmpty { strangers.blame(minutes.number) }
    try strangers.refuse(at: context.root)
    try earlier.finish(winners, context.root)
    try context.session.sharedParticipants.keep(in: contest)
    let contests = context.session.contests
    if !minutes.achievements.isEmpty, !context.isSecondTaking, speaks || contest.achievements.isEmpty {
      try contests.setAchievements(minutes.achievements, of: contest.id, changedAt: context.changedAt)
    }
    if isClean, speaks, !contest.status.isFinal {
      try contests.apply(
        StatusChange(.completed, on: minutes.date), to: contest.id, changedAt: context.changedAt)
    }
  }

  // MARK: Results

  private mutating func take(_ record: CheckedRecord<ProtocolResult>) throws -> RecordVerdict {
    guard let said = record.value else { return record.verdict(.rejected) }
    guard let stored = try context.session.entries.find(contest: contest.id, exchangeID: said.id) else {
      return unresolved(said, record)
    }
    let before = known[said.id]
    missing.remove(said.id)
    let result = try said.settled(in: stored.entry.nomination).withoutErased(stored, in: context.session)
      .inTheWords(of: before)
    let registration = stored.registration.description
    if let before, isKnown(result, before) {
      if !isKept, result != before, isTyped || result.isProved {
        try context.session.protocols.saveResult(result, contest: contest.id, number: minutes.number)
      }
      return record.verdict(.unchanged, registration: registration)
    }

    let step = earlier.step(for: result, on: stored.registration)
    var findings = ResultRules.all.findings(in: result) + step.findings
    // What this protocol gave before, and still gives.
    let kept = (before?.awards ?? []).filter { !step.takes($0, of: result, by: minutes) }
    if !step.findings.hasErrors, contradicts(result, before, keeping: kept) {
      findings.append(earlier.isTyped(stored.registration) ? .typedOtherwise(stored.registration) : .decidedOtherwise)
    }
    if let nomination = result.nomination, nomination != stored.entry.nomination {
      findings.append(.otherNomination(nomination))
    }
    if !speaks, result.isAdmitted ? stored.status == .notAdmitted : stored.status.isAdmitted {
      findings.append(.notTheirsToAdmit(context.header.sender.id, organiser: contest.organiser.id))
    }
    let changes = changes(of: stored, by: result, step, &findings)
    let awards = awards(of: result, to: stored, beside: kept)
    let status = changes.last?.status ?? stored.status
    let others = winners
    if !step.ids.isSubset(of: earlier.open) {
      winners = try Self.winners(of: contest, leavingOut: earlier.open.union(step.ids), in: context.session)
    }
    findings += judge(awards, of: stored, status: status, in: winners)
    let verdict = record.verdict(.accepted, registration: registration, findings: findings)
    guard verdict.status == .accepted else {
      if findings.hasErrors {
        try blameStrangers(findings, for: awards, of: stored, status, step, isKnown: before != nil)
      }
      winners = others
      return verdict
    }

    isAnythingTaken = true
    try earlier.record(step)
    for change in changes {
      try context.session.entries.apply(change, to: stored.registration, changedAt: context.changedAt)
    }
    for winner in awards {
      let participants = stored.participantKeys(shared)
      winners.record(winner, ageGroup: stored.entry.ageGroup, participants: participants)
      withoutStrangers?.winners.record(winner, ageGroup: stored.entry.ageGroup, participants: participants)
      try context.session.winners.record(winner, recordedAt: context.changedAt)
    }
    try context.session.protocols.saveResult(result, contest: contest.id, number: minutes.number)
    return verdict
  }

  /// True for a result that changes nothing of what the protocol said before.
  private func isKnown(_ result: ProtocolResult, _ before: ProtocolResult) -> Bool {
    if before.saysAlike(result) { return true }
    return (isKept || isTyped && result.earlierPlaces.isEmpty) && before.decidesAlike(result)
  }

  private func contradicts(
    _ result: ProtocolResult, _ before: ProtocolResult?, keeping kept: [ProtocolResult.Award]
  ) -> Bool {
    // Nobody adds to the protocol of somebody else.
    if isKept, !Set(result.awards).isSubset(of: before?.awards ?? []) { return true }
    guard let before else { return isAnothers }
    return before.isAdmitted != result.isAdmitted || !result.follows(before, keeping: kept)
  }

  /// Finds out whether protocols of strangers are why a result cannot be taken of somebody who speaks for the contest.
  private mutating func blameStrangers(
    _ findings: [Diagnostic], for awards: [Winner], of stored: StoredEntry, _ status: EntryStatus,
    _ step: EarlierPlacesIntake.Step,
    isKnown: Bool
  ) throws {
    guard strangers.areSought else { return }
    if isKnown { strangers.blame(minutes.number) }
    if findings.contains(where: { $0.code == ExchangeCode.illegalHistory }) { try strangers.blame(forStatusOf: stored) }
    guard judge(awards, of: stored, status: status, in: winners).hasErrors else { return }
    let without = try winners(withoutStrangersAnd: step)
    if !judge(awards, of: stored, status: status, in: without).hasErrors { strangers.blame(forPlacesOf: awards) }
  }

  /// Read once for all the results that are refused, which may be thousands.
  private mutating func winners(withoutStrangersAnd step: EarlierPlacesIntake.Step) throws -> WinnerContext {
    let known =
      try withoutStrangers
      ?? {
        let others = earlier.open.union(strangers.places.map(\.id))
        return (try Self.winners(of: contest, leavingOut: others, in: context.session), others)
      }()
    withoutStrangers = known
    if step.ids.isSubset(of: known.leftOut) { return known.winners }
    return try Self.winners(of: contest, leavingOut: known.leftOut.union(step.ids), in: context.session)
  }

  private mutating func unresolved(
    _ result: ProtocolResult, _ record: CheckedRecord<ProtocolResult>
  ) -> RecordVerdict {
    guard context.mode == .check else { return record.verdict(.rejected, findings: [.unknownEntry(result.id)]) }
    defer { hasNotedUnresolved = true }
    return record.verdict(
      .accepted,
      findings: ResultRules.all.findings(in: result) + (hasNotedUnresolved ? [] : [.unresolvedEntry(result.id)]))
  }

  /// The states the entry passes through by this decision.
  private func changes(
    of stored: StoredEntry, by result: ProtocolResult, _ step: EarlierPlacesIntake.Step,
    _ findings: inout [Diagnostic]
  ) -> [StatusChange<EntryStatus>] {
    var path: [EntryStatus] = []
    if !result.isAdmitted {
      if stored.status != .notAdmitted { path.append(.notAdmitted) }
    } else {
      if !stored.status.isAdmitted { path.append(.admitted) }
      let end: EntryStatus = result.awards.isEmpty ? .participated : .awarded
      let keepsAward = stored.status == .awarded && end == .participated && !step.takesAll
      if stored.status != end && !keepsAward { path.append(end) }
    }
    // What an entry has lost it lost on the day of the revocation, whichever protocol tells so.
    let isLoss = stored.status == .awarded && path == [.participated]
    let day = isLoss ? step.date ?? minutes.date : max(minutes.date, step.date ?? minutes.date)
    let date = stored.day(decidedOn: day)
    let changes = path.map { StatusChange($0, on: date, reason: result.reason) }
    var history = stored.history
    do {
      for change in changes { try history.apply(change) }
      return changes
    } catch {
      // A refusal without a reason is found by its own rule.
      if case .reasonMissing = error {} else { findings.append(.illegalStatus(error)) }
      return []
    }
  }

  /// - Parameter kept: What is recorded of them already.
  private func awards(
    of result: ProtocolResult, to stored: StoredEntry, beside kept: [ProtocolResult.Award]
  ) -> [Winner] {
    result.awards.filter { !kept.contains($0) }.map { award in
      Winner(
        contest: contest.id, entry: stored.exchangeID, nomination: award.nomination ?? stored.entry.nomination,
        place: award.place, prize: award.prize, minutes: minutes.reference)
    }
  }

  private func judge(
    _ awards: [Winner], of stored: StoredEntry, status: EntryStatus, in winners: WinnerContext
  ) -> [Diagnostic] {
    let candidate = Candidate(
      entry: stored.exchangeID, nomination: stored.entry.nomination, ageGroup: stored.entry.ageGroup, status: status,
      participants: stored.participantKeys(shared))
    guard awards.count > 1 else {
      return awards.flatMap { WinnerRules.all.findings(for: $0, by: candidate, in: winners) }
    }
    // Several at once are judged one after the other, on a copy: if one is refused, none is recorded.
    var trial = winners
    return awards.enumerated().flatMap { index, winner in
      let findings = WinnerRules.all.findings(for: winner, by: candidate, in: trial)
      trial.record(winner, ageGroup: stored.entry.ageGroup)
      return findings.map { $0.onAward(index + 1) }
    }
  }
}

extension Diagnostic {
  /// Tells one of several awards of a result from the others.
  fileprivate func onAward(_ number: Int) -> Diagnostic {
    var diagnostic = self
    if let field, field.hasPrefix("award") {
      diagnostic.field = "award[\(number)]" + field.dropFirst("award".count)
    }
    return diagnostic
  }
}
