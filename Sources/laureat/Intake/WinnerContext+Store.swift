import Contests
import Primitives
import Storage

extension WinnerContext {
  /// A contest with the winners the store has.
  init(_ contest: Contest, recordedIn session: Session) throws {
    self.init(contest: contest)
    for holding in try session.winners.existing(in: contest.id) {
      let winner = Winner(
        contest: contest.id, entry: holding.entry, nomination: holding.nomination, place: holding.place,
        prize: holding.prize, minutes: holding.minutes)
      record(
        winner, ageGroup: holding.ageGroup,
        participants: ParticipantKey.all(of: holding.applicant, and: holding.people))
    }
  }
}
