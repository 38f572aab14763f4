import Contests
import Primitives
import Storage

extension WinnerContext {
  /// A contest with the winners the store has.
  ///
  /// - Parameters:
  ///   - statuses: Of the entries that count where the rules ask for a number of them.
  ///   - others: The numbers of places and prizes that are not counted in.
  init(
    _ contest: Contest, recordedIn session: Session,
    counting statuses: Set<EntryStatus> = Set(EntryStatus.allCases.filter(\.isAdmitted)),
    leavingOut others: Set<Int64> = []
  ) throws {
    self.init(contest: contest, entries: try session.entries.counts(of: statuses, in: contest.id))
    let shared =
      contest.rules.oneWinPerParticipant ? try session.sharedParticipants.of(contest.id) : SharedParticipants()
    for holding in try session.winners.existing(in: contest.id) where !others.contains(holding.id) {
      let winner = Winner(
        contest: contest.id, entry: holding.entry, nomination: holding.nomination, place: holding.place,
        prize: holding.prize, minutes: holding.minutes)
      record(winner, ageGroup: holding.ageGroup, participants: holding.participantKeys(shared))
    }
  }
}
