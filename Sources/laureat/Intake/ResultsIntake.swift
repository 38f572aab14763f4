import Contests
import Exchange
import Primitives
import Storage

/// Takes a results protocol: our own contest's, or that of a higher body, as the store knows the contest or not.
struct ResultsIntake: RecordIntake {
  private let context: IntakeContext
  private var decided: (any RecordIntake)?

  init(_ context: IntakeContext) {
    self.context = context
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .minutes(let record):
      guard let minutes = record.value else { throw IntakeRefusal(diagnostics: [.incomplete]) }
      decided = try intake(for: minutes, record)
      return nil
    case .stray(let record): return record.verdict(.rejected)
    default: return try decided?.take(part)
    }
  }

  mutating func pass(_ part: DocumentPart) throws { try decided?.pass(part) }

  var refusesTogether: Diagnostic? { decided?.refusesTogether }
  var findings: [Diagnostic] { decided?.findings ?? [] }

  mutating func finish(isClean: Bool) throws {
    try decided?.finish(isClean: isClean)
  }

  private func intake(
    for minutes: ResultsProtocol, _ record: CheckedRecord<ResultsProtocol>
  ) throws -> any RecordIntake {
    let contest = try minutes.contest.flatMap { try context.session.contests.find($0) }
    if let contest, try context.session.isOwn(contest) {
      return try OwnResultsIntake(minutes, of: contest, context, locate: record.located)
    }
    if minutes.level != .municipal { return try OutcomesIntake(minutes, context) }
    let name = minutes.contest?.description ?? "—"
    if context.mode == .check {
      let findings = ProtocolRules.all(today: context.today).findings(in: minutes)
      if findings.hasErrors { throw IntakeRefusal(diagnostics: findings.map(record.located)) }
      return UnresolvedResultsIntake(contest: minutes.contest)
    }
    throw IntakeRefusal(diagnostics: [
      record.located(.unknownContest(named: name))
    ])
  }
}

/// For a check that does not see the contest: only the rules that need nothing else are asked.
private struct UnresolvedResultsIntake: RecordIntake {
  let contest: Identifier?
  private var hasNoted = false

  init(contest: Identifier?) {
    self.contest = contest
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    guard case .result(let record) = part, let result = record.value else {
      return try FormOnlyIntake().take(part)
    }
    var findings = ResultRules.all.findings(in: result)
    if !hasNoted, let contest { findings.append(.unresolvedContest(contest)) }
    hasNoted = true
    return record.verdict(.accepted, findings: findings)
  }
}

extension Diagnostic {
  fileprivate static func unknownContest(named name: String) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownContest,
      LocalizedText(
        ru: "протокол муниципального конкурса \(name), которого в хранилище нет",
        en: "the protocol of a municipal contest \(name) that the store does not have"),
      advice: LocalizedText(
        ru: "сначала примите объявление и заявки", en: "take in its announcement and applications first"),
      field: "contest")
  }
}
