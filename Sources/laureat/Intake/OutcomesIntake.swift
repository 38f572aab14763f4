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

  init(_ minutes: ResultsProtocol, _ context: IntakeContext) {
    self.context = context
    self.minutes = minutes
    achievements = minutes.achievements
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    guard case .result(let record) = part else { return try FormOnlyIntake().take(part) }
    guard let result = record.value else { return record.verdict(.rejected) }
    let findings = ResultRules.all.findings(in: result)
    if findings.hasErrors { return record.verdict(.rejected, findings: findings) }
    let saved = try context.session.outcomes.add(outcome(result), changedAt: context.changedAt)
    achievements = []
    return record.verdict(RecordStatus(saved), findings: findings)
  }

  private func outcome(_ result: ProtocolResult) -> Outcome {
    Outcome(
      id: result.id, contest: LargerContest(id: minutes.contest, title: minutes.contestTitle),
      organiser: minutes.organiser, level: minutes.level,
      nomination: result.nominationTitle ?? result.nomination?.description, entry: result.title,
      application: result.id, territory: result.territory, place: result.awards.lazy.compactMap(\.place).min(),
      outOf: result.outOf, prize: Self.joined(result.awards.compactMap(\.prize)), submitted: result.submitted,
      selected: result.selected, decidedOn: minutes.date, protocolNumber: minutes.number,
      note: result.note ?? result.reason, achievements: result.achievements + achievements,
      extensions: result.extensions)
  }

  private static func joined(_ prizes: [String]) -> String? {
    prizes.isEmpty ? nil : prizes.joined(separator: "; ")
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
