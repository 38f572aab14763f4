import Contests
import Exchange
import Primitives
import Storage

/// The nominations whose places are recorded: what the jury gave there changes nothing any more, and stays as it was when
/// they were decided.
struct PlacedNominations {
  private let contest: Contest
  private let nominations: Set<Identifier?>

  init(_ contest: Contest, in session: Session) throws {
    self.contest = contest
    nominations = try session.winners.nominationsWithPlaces(in: contest.id)
  }

  var isEmpty: Bool { nominations.isEmpty }

  /// - Returns: nil where points, recusals and decisions between equals still count.
  func finding(in nomination: Identifier?) -> Diagnostic? {
    nominations.contains(nomination) ? .placesAreRecorded(contest.title(of: nomination)) : nil
  }
}

extension Diagnostic {
  fileprivate static func placesAreRecorded(_ nomination: String?) -> Diagnostic {
    let russian = nomination.map { "места в номинации «\($0)» уже записаны" } ?? "места уже записаны"
    let english = nomination.map { "the places in the nomination “\($0)” are recorded" } ?? "the places are recorded"
    return Diagnostic(
      ExchangeCode.correctionTooLate,
      LocalizedText(
        ru: "\(russian): то, по чему жюри их присудило, больше не меняется",
        en: "\(english); what the jury decided them by stays as it is"),
      advice: LocalizedText(
        ru: "если решение пересматривают, сначала отмените места: laureat winner revoke или laureat undo",
        en: "if the decision is to be made anew, revoke the places first: laureat winner revoke, or laureat undo"))
  }
}
