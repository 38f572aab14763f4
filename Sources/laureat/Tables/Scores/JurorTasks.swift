import Contests
import Primitives
import Storage

/// What one juror is asked: the entries to judge, with what was given to them already.
struct JurorTask {
  struct Line {
    let stored: StoredEntry
    let sheet: ScoreSheet?
  }

  let contest: Contest
  let juror: Juror
  /// Nomination by nomination as they were announced, each in the order of registration.
  let lines: [Line]

  /// The criteria that apply to at least one of the entries.
  var criteria: [Criterion] {
    let nominations = Set(lines.map(\.stored.entry.nomination))
    return contest.criteria.filter { criterion in nominations.contains { criterion.applies(to: $0) } }
  }
}

/// What each juror of a contest is asked, as score forms need it: the entries themselves, with the points given to them.
/// Where it is enough to know who has judged what, ``JuryWork`` tells it.
struct JurorTasks {
  private let contest: Contest
  private let panel: Panel
  private let entries: [StoredEntry]
  private let sheets: [Key: ScoreSheet]

  private struct Key: Hashable {
    let juror: Identifier
    let entry: Identifier
  }

  init(_ contest: Contest, in session: Session) throws {
    self.contest = contest
    panel = try session.judging.panel(of: contest)
    sheets = Dictionary(
      try session.judging.sheets(of: contest.id).map { (Key(juror: $0.juror, entry: $0.entry), $0) },
      uniquingKeysWith: { first, _ in first })
    var entries: [StoredEntry] = []
    try session.entries.each(in: contest.id) { if $0.status.isAdmitted { entries.append($0) } }
    let places = Dictionary(
      contest.nominations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ stored: StoredEntry) -> (Int, Registration) {
      (stored.entry.nomination.flatMap { places[$0] } ?? places.count, stored.registration)
    }
    self.entries = entries.sorted { place($0) < place($1) }
  }

  /// - Parameter nomination: Only its entries, where given.
  func task(of juror: Juror, nomination: Identifier? = nil) -> JurorTask {
    let lines = entries.filter { nomination == nil || $0.entry.nomination == nomination }
      .filter { isJudged($0, by: juror) }
      .map { JurorTask.Line(stored: $0, sheet: sheets[Key(juror: juror.id, entry: $0.exchangeID)]) }
    return JurorTask(contest: contest, juror: juror, lines: lines)
  }

  /// An entry is a juror's to judge where no rule refuses the sheet for anything but its points, or for the day.
  private func isJudged(_ stored: StoredEntry, by juror: Juror) -> Bool {
    let blank = ScoreSheet(
      id: stored.exchangeID, juror: juror.id, entry: stored.exchangeID, date: .firstDay(of: 1), marks: [])
    let entry = ScoredEntry(nomination: stored.entry.nomination, status: stored.status)
    return !Self.rules.findings(in: blank, on: entry, of: panel).hasErrors
  }

  private static let rules = ScoreRules([JurorJudges(), JurorAssigned(), EntryIsJudged(), JurorNotRecused()])
}

extension ScoreSheet {
  /// What the juror gave, as the ranking counts it; nil where a criterion is not marked.
  func total(by contest: Contest, in nomination: Identifier?) -> Fraction? {
    let criteria = contest.criteria.filter { $0.applies(to: nomination) }
    guard criteria.allSatisfy({ criterion in marks.contains { $0.criterion == criterion.id } }) else { return nil }
    let judging = Judging(criteria: criteria, entries: [entry], sheets: [self])
    return judging.ranking().standings.first?.totals.first?.total
  }

  func points(for criterion: Identifier) -> Points? { marks.first { $0.criterion == criterion }?.points }
}
