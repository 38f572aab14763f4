import Contests
import Exchange
import Primitives
import Storage

extension OwnResultsIntake {
  /// What stands against a protocol as a whole.
  static func contradictions(
    _ minutes: ResultsProtocol, _ contest: Contest, _ recorded: [StoredProtocol], from sender: Identifier,
    in protocols: ProtocolStore
  ) throws -> [Diagnostic] {
    let findings = ContestCanBeDecided().findings(
      by: minutes.reference, in: contest, recorded: recorded.map(\.minutes.reference))
    if findings.hasErrors { return findings }
    // What was decided may be decided anew, once places were taken back.
    let redecides = minutes.decisions.contains { $0.revokedPlaces != nil }
    if contest.status == .completed, !redecides, !recorded.isEmpty,
      !recorded.contains(where: { $0.minutes.number == minutes.number }),
      // Who sent all of them may have drawn up several, and it is their last that completes the contest.
      try !recorded.allSatisfy({ stored in
        try stored.isImported && protocols.sender(contest: contest.id, number: stored.minutes.number) == sender
      })
    {
      return [.alreadyCompleted(contest.id)]
    }
    guard !contest.status.isFinal else { return [] }
    var history = contest.history
    do {
      try history.apply(StatusChange(.completed, on: minutes.date))
      return []
    } catch {
      return [.illegalStatus(error)]
    }
  }
}

extension Diagnostic {
  fileprivate static func alreadyCompleted(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "конкурс \(contest) уже завершён другим протоколом",
        en: "the contest \(contest) was completed by another protocol"),
      advice: LocalizedText(
        ru: "проверьте номер протокола", en: "check the number of the protocol"),
      field: "@number")
  }
}
