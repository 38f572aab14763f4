import Contests
import Exchange
import Primitives
import Storage

/// Takes a juror's form: the whole of it, or nothing.
struct ScoreFormIntake {
  /// What the command says beside the form.
  struct Asked {
    var contest: Identifier?
    var juror: Identifier?
    var date: Day?
  }

  private let session: Session
  private let asked: Asked
  private let now: Instant

  init(_ session: Session, _ asked: Asked, now: Instant) {
    self.session = session
    self.asked = asked
    self.now = now
  }

  /// - Throws: ``Failure`` or ``DocumentRefusal`` with everything that is wrong; nothing is to be kept then.
  func take(_ path: String) throws -> TakenForm {
    let form = try FilledForm(path)
    var problems = form.head.problems
    let contest = try contest(of: form)
    if contest.status.isFinal { throw Failure([Diagnostic.scoresTooLate.at(form.place.location)]) }
    let juror = try juror(of: form, in: contest)
    let date = asked.date ?? form.head.date
    if let date, date > now.day {
      problems.append(.scoreDayInFuture(at: asked.date == nil ? form.head.places[.date] : form.place.location))
    }
    let (lines, faults) = try form.lines(contest)
    problems += faults
    var judged = try JudgedLines(
      contest, juror: juror, date: date ?? now.day, panel: try session.judging.panel(of: contest), in: session)
    for line in lines { try judged.add(line, headerLocation: form.headerLocation) }
    // What is wrong with the form as a whole stands before what is wrong with its lines, and once.
    if lines.contains(where: { !$0.isBlank }) {
      problems += judged.closed.map { $0.at(form.place.location) }
    }
    if let early = judged.early {
      problems.append(early.at((asked.date == nil ? form.head.places[.date] : nil) ?? form.place.location))
    }
    problems += judged.problems
    if lines.isEmpty, problems.isEmpty { problems = [.noRows(at: form.place.location)] }
    if problems.hasErrors { throw Failure(problems) }
    for change in judged.changes { try save(change, in: contest) }
    return TakenForm(file: path, contest: contest, juror: juror, changes: judged.changes, notes: problems)
  }

  private func contest(of form: FilledForm) throws -> Contest {
    let place = form.head.places[.contest] ?? form.place.location
    guard let id = form.head.contest ?? asked.contest else {
      throw Failure(.invalid, form.head.problems + [.contestNotNamed(at: place)])
    }
    if let asked = asked.contest, asked != id { throw Failure([.sheetOfContest(id, at: place)]) }
    guard let contest = try session.contests.find(id) else { throw Failure([Diagnostic.unknownContest(id).at(place)]) }
    return contest
  }

  /// A member of the jury who gives points.
  private func juror(of form: FilledForm, in contest: Contest) throws -> Identifier {
    let place = form.head.places[.juror] ?? form.place.location
    guard let id = form.head.juror ?? asked.juror else {
      throw Failure(.invalid, form.head.problems + [.jurorNotNamed(at: place)])
    }
    if let asked = asked.juror, asked != id { throw Failure([.sheetOfJuror(id, at: place)]) }
    let sheet = ScoreSheet(id: id, juror: id, entry: id, date: .firstDay(of: 1), marks: [])
    let findings = JurorJudges().findings(
      in: sheet, on: ScoredEntry(nomination: nil, status: .admitted), of: Panel(contest: contest))
    if findings.hasErrors { throw Failure(findings.map { $0.at(place) }) }
    return id
  }

  private func save(_ change: TakenForm.Change, in contest: Contest) throws {
    switch change.kind {
    case .sheet(let sheet, _): try session.judging.save(sheet, contest: contest.id, changedAt: now)
    case .recusal(let recusal): try session.judging.save(recusal, contest: contest.id, changedAt: now)
    case .unchanged, .blank: break
    }
  }
}

/// The lines of a form against what is recorded.
private struct JudgedLines {
  private let contest: Contest
  private let juror: Identifier
  private let date: Day
  private var panel: Panel
  private let placed: PlacedNominations
  private let session: Session
  private let sheets: [Identifier: ScoreSheet]
  private let recusals: [Identifier: Recusal]
  private var seen: Set<Identifier> = []
  private var missingColumns: Set<Identifier> = []
  private(set) var changes: [TakenForm.Change] = []
  private(set) var problems: [Diagnostic] = []
  /// That the day of the form is before that of an entry it gives points to.
  private(set) var early: Diagnostic?

  /// That the jury has ended its work.
  var closed: [Diagnostic] { panel.closing.map { [.judgingClosed(contest.id, $0)] } ?? [] }

  init(_ contest: Contest, juror: Identifier, date: Day, panel: Panel, in session: Session) throws {
    self.contest = contest
    self.juror = juror
    self.date = date
    self.panel = panel
    self.session = session
    placed = try PlacedNominations(contest, in: session)
    sheets = Dictionary(
      try session.judging.sheets(of: contest.id).filter { $0.juror == juror }.map { ($0.entry, $0) },
      uniquingKeysWith: { first, _ in first })
    recusals = Dictionary(
      try session.judging.recusals(of: contest.id).filter { $0.juror == juror }.map { ($0.entry, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ line: FilledForm.Line, headerLocation: Diagnostic.Location) throws {
    let stored: StoredEntry
    do {
      stored = try session.entry(line.entry, in: contest.id)
    } catch let failure as Failure {
      problems += failure.diagnostics.map { $0.at(line.location(.entry)) }
      return
    }
    if !seen.insert(stored.exchangeID).inserted {
      problems.append(Diagnostic.secondSheet(juror).at(line.location(.entry)))
      return
    }
    if line.isBlank {
      if sheets[stored.exchangeID] != nil { problems.append(.pointsStay(at: line.location(.entry))) }
      changes.append(.init(stored, row: line.row, .blank))
    } else if let reason = line.recusal {
      stepBack(from: stored, reason, line)
    } else {
      give(line, to: stored, headerLocation)
    }
  }

  private mutating func stepBack(from stored: StoredEntry, _ reason: String, _ line: FilledForm.Line) {
    let entry = stored.exchangeID
    if !line.marks.isEmpty || !line.unread.isEmpty {
      problems.append(.pointsAndRecusal(at: line.location(.recusal)))
      return
    }
    let known = recusals[entry]
    if known?.reason == reason {
      changes.append(.init(stored, row: line.row, .unchanged))
      return
    }
    let recusal = Recusal(
      id: known?.id ?? .typed("recusal", juror, entry), juror: juror, entry: entry, date: date, reason: reason,
      extensions: known?.extensions)
    // Whether the entry is the juror's at all is a question of the same rule.
    let sheet = ScoreSheet(id: entry, juror: juror, entry: entry, date: date, marks: [])
    let findings = ScoreRules([JurorJudges()]).findings(in: sheet, on: stored.scored, of: panel)
    problems += (findings + late(stored)).map { $0.at(line.location(.recusal)) }
    panel.add(recusal)
    if sheets[entry] != nil { problems.append(Diagnostic.sheetCountsNoMore(juror).at(line.location(.recusal))) }
    changes.append(.init(stored, row: line.row, .recusal(recusal)))
  }

  private mutating func give(_ line: FilledForm.Line, to stored: StoredEntry, _ header: Diagnostic.Location) {
    let entry = stored.exchangeID
    let known = sheets[entry]
    let places = Dictionary(
      contest.criteria.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let marks = line.marks.sorted { (places[$0.criterion] ?? .max) < (places[$1.criterion] ?? .max) }
    let sheet = ScoreSheet(
      id: known?.id ?? .typed("sheet", juror, entry), juror: juror, entry: entry, date: date, marks: marks,
      remark: line.remark, extensions: known?.extensions)
    let before = problems.count
    find(in: sheet, on: stored, line, header)
    guard problems.count == before else { return }
    if let known, Set(known.marks) == Set(marks), known.remark == line.remark {
      changes.append(.init(stored, row: line.row, .unchanged))
    } else {
      problems += late(stored).map { $0.at(line.location(.entry)) }
      early = early ?? SheetAfterEntry().findings(in: sheet, on: stored.scored, of: panel).first
      changes.append(.init(stored, row: line.row, .sheet(sheet, before: known)))
    }
  }

  private func late(_ stored: StoredEntry) -> [Diagnostic] {
    placed.finding(in: stored.entry.nomination).map { [$0] } ?? []
  }

  /// What the rules find, each finding with the cell it is about.
  private mutating func find(
    in sheet: ScoreSheet, on stored: StoredEntry, _ line: FilledForm.Line, _ header: Diagnostic.Location
  ) {
    for rule in ScoreRules.all.rules {
      if rule is EveryCriterionMarked || rule is JudgingGoesOn || rule is SheetAfterEntry { continue }
      problems += rule.findings(in: sheet, on: stored.scored, of: panel).map { finding in
        let mark = (rule is MarksFitCriteria ? finding.markIndex : nil).map { sheet.marks[$0].criterion }
        return finding.at(line.location(mark.map { .criterion($0) } ?? .entry))
      }
    }
    for criterion in contest.criteria
    where criterion.applies(to: stored.entry.nomination)
      && !sheet.marks.contains(where: { $0.criterion == criterion.id })
      && !line.unread.contains(criterion.id)
    {
      if let place = line.places[.criterion(criterion.id)] {
        problems += EveryCriterionMarked().findings(
          in: sheet.marked(exceptFor: criterion, contest), on: stored.scored, of: panel
        )
        .map { $0.at(place) }
      } else if missingColumns.insert(criterion.id).inserted {
        problems.append(.criterionColumnMissing(criterion, at: header))
      }
    }
  }
}

extension StoredEntry {
  fileprivate var scored: ScoredEntry {
    ScoredEntry(
      nomination: entry.nomination, status: status, registration: registration, submittedOn: entry.submittedAt.day)
  }
}

extension ScoreSheet {
  /// The sheet as if this were the only criterion without a mark.
  fileprivate func marked(exceptFor criterion: Criterion, _ contest: Contest) -> ScoreSheet {
    var sheet = self
    sheet.marks = contest.criteria.filter { $0.id != criterion.id }.map { Mark(criterion: $0.id, points: .zero) }
    return sheet
  }
}

extension Diagnostic {
  /// The mark that a finding on marks names: `points` is the first, `points[2]` the second.
  fileprivate var markIndex: Int? {
    guard let field else { return nil }
    let number = field.firstMatch(of: /^points\[(\d+)\]/).flatMap { Int($0.1) }
    return number.map { $0 - 1 } ?? 0
  }
}

extension Identifier {
  /// The identifier of what was typed into a form: the same for the same juror and entry.
  fileprivate static func typed(_ kind: String, _ juror: Identifier, _ entry: Identifier) -> Identifier {
    let digest = Digest(of: Array("\(juror)\n\(entry)".utf8)).description
    guard let identifier = Identifier("\(kind)-\(digest.prefix(16))") else { preconditionFailure("hexadecimal digits") }
    return identifier
  }
}
