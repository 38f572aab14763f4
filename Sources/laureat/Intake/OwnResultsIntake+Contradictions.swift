import Contests
import Exchange
import Primitives
import Storage

extension OwnResultsIntake {
  /// What stands against a protocol as a whole.
  static func contradictions(
    _ minutes: ResultsProtocol, _ contest: Contest, _ recorded: [StoredProtocol], from sender: Identifier,
    heeding speakers: ContestSpeakers, in session: Session
  ) throws -> [Diagnostic] {
    let findings = ContestCanBeDecided().findings(
      by: minutes.reference, in: contest, recorded: recorded.map(\.minutes.reference))
    if findings.hasErrors {
      let isOfStranger =
        speakers.contains(sender) && speakers.stranger(behind: minutes.number) != nil
        && findings.contains { $0.code == ContestCode.protocolDayDiffers }
      return isOfStranger ? [try speakers.inTheWay(minutes.number)] : findings
    }
    guard speakers.contains(sender) else {
      return try strangersContradictions(minutes, contest, recorded, from: sender, heeding: speakers, in: session)
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

extension OwnResultsIntake {
  /// Whoever does not speak for the contest adds nothing to what was decided here, and decides anew only on what came
  /// from nobody else.
  private static func strangersContradictions(
    _ minutes: ResultsProtocol, _ contest: Contest, _ recorded: [StoredProtocol], from sender: Identifier,
    heeding speakers: ContestSpeakers, in session: Session
  ) throws -> [Diagnostic] {
    let known = recorded.first { $0.minutes.number == minutes.number }
    if known == nil, contest.status == .completed, recorded.contains(where: { !$0.isImported }) {
      return [.alreadyCompleted(contest.id)]
    }
    let redecided = Set(minutes.revokedPlaces.keys)
    if redecided.isEmpty || known?.minutes == minutes { return [] }
    let places = try session.winners.list(contest: contest.id).filter { held in
      held.winner.place != nil && redecided.contains(held.winner.nomination)
        && held.winner.minutes.number != minutes.number
    }
    let isTheirs = !places.isEmpty && places.allSatisfy { speakers.mayTakeBack($0.winner.minutes.number, sender) }
    return isTheirs ? [] : [.notTheirsToRedecide(sender, organiser: speakers.organiser.id)]
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
