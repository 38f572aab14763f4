import Contests
import Primitives
import Storage

/// Where the work of a jury stands: who is to judge what, who has, and whether it may still change. The points are none
/// of it: a juror's own are in ``JurorTasks``, and what they decide together in ``ContestJudging``.
struct JuryWork {
  let contest: Contest
  let closing: JudgingClosing?
  let distribution: JuryDistribution
  let recusals: [Recusal]
  /// Who has given points to what.
  let sheets: Set<Assignment>
  /// Those that compete, in the order of registration.
  let entries: [JudgedEntry]
  let registrations: [Identifier: Registration]

  init(of id: Identifier, in session: Session) throws {
    contest = try session.contest(id)
    closing = try session.judging.closing(of: id)
    distribution = try session.judging.distribution(of: id)
    recusals = try session.judging.recusals(of: id)
    sheets = Set(try session.judging.sheets(of: id).map { Assignment(juror: $0.juror, entry: $0.entry) })
    var entries: [JudgedEntry] = []
    var registrations: [Identifier: Registration] = [:]
    try session.entries.each(in: id) { stored in
      guard stored.status.isAdmitted else { return }
      entries.append(JudgedEntry(id: stored.exchangeID, nomination: stored.entry.nomination))
      registrations[stored.exchangeID] = stored.registration
    }
    self.entries = entries
    self.registrations = registrations
  }

  var duties: JuryDuties {
    JuryDuties(
      contest: contest, entries: entries, recusals: recusals, distribution: distribution, sheets: sheets)
  }

  /// True once a change of the jury is a change in mid-round.
  var hasBegun: Bool { contest.status == .judging || !sheets.isEmpty }

  /// The number that the command calls an entry by.
  func number(_ entry: Identifier) -> String { registrations[entry]?.description ?? entry.description }

  /// - Throws: `Failure` where the contest is over, or the jury has ended its work.
  func mustGoOn() throws {
    try mustNotBeOver()
    if let closing { throw Failure([.judgingClosed(contest.id, closing)]) }
  }

  /// - Throws: `Failure` where the contest is over.
  func mustNotBeOver() throws {
    if contest.status.isFinal { throw Failure([.juryIsDone(contest.id)]) }
  }
}

extension Diagnostic {
  fileprivate static func juryIsDone(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.contestFinished,
      LocalizedText(
        ru: "конкурс \(contest) завершён, работа его жюри больше не меняется",
        en: "the contest \(contest) is over; the work of its jury stays as it is"),
      advice: LocalizedText(
        ru: "проверьте, тот ли это конкурс: laureat contest status \(contest)",
        en: "check that it is the right contest: laureat contest status \(contest)"))
  }
}
