import Contests
import Exchange
import LibXML
import Primitives
import Tables

/// A juror's form that came back, as it stands in the file: whose it is, then a line for each entry.
struct FilledForm {
  typealias Cells = RowCells<ScoreColumn>

  /// Whose form it is, from the lines above the table.
  struct Head {
    fileprivate(set) var contest: Identifier?
    fileprivate(set) var juror: Identifier?
    fileprivate(set) var date: Day?
    fileprivate(set) var places: [ScoreColumn: Diagnostic.Location] = [:]
    fileprivate(set) var problems: [Diagnostic] = []
    fileprivate let header: TableRow
  }

  struct Line {
    /// As the entry is named there.
    let entry: String
    let marks: [ScoreSheet.Mark]
    /// The criteria whose cells cannot be read, which was told.
    let unread: Set<Identifier>
    let remark: String?
    /// Why the juror steps back; nil where the juror does not.
    let recusal: String?
    let row: Int
    let places: [ScoreColumn: Diagnostic.Location]

    var isBlank: Bool { marks.isEmpty && unread.isEmpty && remark == nil && recusal == nil }

    func location(_ column: ScoreColumn) -> Diagnostic.Location? { places[column] ?? places[.entry] }
  }

  let place: TablePlace
  let head: Head
  private let table: OpenTable

  /// Reads the lines above the table.
  ///
  /// - Throws: ``DocumentRefusal`` for a file that is no table, or no form.
  init(_ path: String) throws {
    table = try OpenTable(try TableSource(path: path), sheet: nil)
    place = table.place
    var rows = try table.rows()
    var above: [TableRow] = []
    while let row = try rows.next() {
      if row.cells.contains(where: { $0.column == .entry }) {
        head = Self.head(above, header: row, place)
        return
      }
      above.append(row)
      // A form has few lines above its table; what goes on and on is something else.
      if above.count > Self.mostAbove { break }
    }
    throw DocumentRefusal([.noForm(at: place.location)])
  }

  private static let mostAbove = 50

  /// True for a juror's form, among other tables: it says whose it is, or has a column of a criterion as the command
  /// makes them.
  static func isForm(_ table: OpenTable) -> Bool {
    guard var rows = try? table.rows() else { return false }
    var namesJuror = false
    for _ in 0...mostAbove {
      guard let row = try? rows.next() else { break }
      if row.cells.first?.column == .juror { namesJuror = true }
      if row.cells.contains(where: { $0.column == .entry }) {
        return namesJuror || row.cells.contains(where: \.isCriterion)
      }
    }
    return false
  }

  private static func head(_ rows: [TableRow], header: TableRow, _ place: TablePlace) -> Head {
    var head = Head(header: header)
    for row in rows {
      guard let name = row.cells.first, let column = name.column else { continue }
      let value = name.place.column + 1
      head.places[column] = place.location(CellPlace(row: row.number, column: value))
      if let fault = row[value].flatMap({ Diagnostic.fault(of: $0, at: place.location($0.place)) }) {
        head.problems.append(fault)
        continue
      }
      var cells = Cells(row, [column: value], place)
      switch column {
      case .contest: head.contest = cells.identifier(column)
      case .juror: head.juror = cells.identifier(column)
      case .date: head.date = cells.day(column)
      default: break
      }
      head.problems += cells.problems
    }
    return head
  }

  /// Which columns say what; a criterion that the contest does not have is told.
  private func columns(_ contest: Contest, _ problems: inout [Diagnostic]) -> [ScoreColumn: Int] {
    var columns: [ScoreColumn: Int] = [:]
    for cell in head.header.cells {
      guard case .text(let title) = cell.content else { continue }
      let column: ScoreColumn
      if let fixed = ScoreColumn(named: title) {
        column = fixed
      } else if let criterion = contest.criterion(ofColumn: title) {
        column = .criterion(criterion)
        if !contest.criteria.contains(where: { $0.id == criterion }) {
          problems.append(.noSuchCriterion(criterion, contest.id, at: place.location(cell.place)))
        }
      } else {
        continue
      }
      if let first = columns[column] {
        problems.append(.columnTwice(title, first: first, at: place.location(cell.place)))
      }
      columns[column] = cell.place.column
    }
    return columns
  }

  /// Where the titles of the columns stand.
  var headerLocation: Diagnostic.Location { place.location(row: head.header.number) }

  /// The lines of the entries, with what is wrong in their cells.
  ///
  /// - Throws: ``DocumentRefusal`` for a table that cannot be read to its end.
  func lines(_ contest: Contest) throws -> (lines: [Line], problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    let columns = columns(contest, &problems)
    var lines: [Line] = []
    var rows = try table.rows()
    while let row = try rows.next() {
      if row.number > head.header.number, let line = line(row, columns, &problems) { lines.append(line) }
    }
    problems += rows.mergedCells(header: head.header.number).map(\.problem)
    return (lines, problems)
  }

  private func line(_ row: TableRow, _ columns: [ScoreColumn: Int], _ problems: inout [Diagnostic]) -> Line? {
    let filled = columns.filter { $0.key.isFilledIn }
    let read = row.cells.filter { cell in filled.contains { $0.value == cell.place.column } }
    if read.isEmpty { return nil }
    let faults = read.compactMap { Diagnostic.fault(of: $0, at: place.location($0.place)) }
    problems += faults
    let broken = Set(read.filter { Diagnostic.fault(of: $0, at: place.location) != nil }.map(\.place.column))
    var cells = Cells(row, filled.filter { !broken.contains($0.value) }, place)
    let entry = cells.text(.entry, .line)
    var marks: [ScoreSheet.Mark] = []
    var unread: Set<Identifier> = []
    for case .criterion(let criterion) in filled.keys {
      if broken.contains(filled[.criterion(criterion)] ?? 0) {
        unread.insert(criterion)
      } else if let points = cells.points(criterion) {
        marks.append(ScoreSheet.Mark(criterion: criterion, points: points))
      } else if cells.saysSomething(.criterion(criterion)) {
        unread.insert(criterion)
      }
    }
    let line = Line(
      entry: entry ?? "", marks: marks, unread: unread, remark: cells.text(.remark, .line),
      recusal: cells.text(.recusal, .line), row: row.number,
      places: filled.mapValues { place.location(CellPlace(row: row.number, column: $0)) })
    problems += cells.problems
    if entry == nil, !cells.has(.entry), !line.isBlank {
      problems.append(.entryNotNamed(at: line.location(.entry)))
    }
    return entry == nil ? nil : line
  }
}

extension ScoreColumn {
  /// True for what is read: the rest is there for the juror.
  fileprivate var isFilledIn: Bool {
    switch self {
    case .entry, .remark, .recusal, .criterion: true
    case .contest, .juror, .date, .title, .applicant, .nomination, .ageGroup, .total: false
    }
  }
}

extension Tables.Cell {
  fileprivate var column: ScoreColumn? {
    if case .text(let text) = content { ScoreColumn(named: text) } else { nil }
  }

  /// True for the title of a criterion's column: `Идея [idea], от 0 до 10`.
  fileprivate var isCriterion: Bool {
    if case .text(let text) = content { text.contains(/\[[^\[\]]+\],/) } else { false }
  }
}

extension RowCells<ScoreColumn> {
  /// Signs for "nothing belongs here".
  private static var dashes: Set<String> { ["—", "–", "-", "×", "x", "х"] }

  /// False for an empty cell, and for a dash.
  func saysSomething(_ column: ScoreColumn) -> Bool {
    guard let cell = self[column] else { return false }
    if case .text(let text) = cell.content {
      return !Self.dashes.contains(text.collapsed)
    }
    return true
  }

  /// Points, with a comma or a point before at most four decimals.
  fileprivate mutating func points(_ criterion: Identifier) -> Points? {
    let column = ScoreColumn.criterion(criterion)
    guard saysSomething(column), let cell = self[column] else { return nil }
    if case .day = cell.content {
      report(
        column, ru: "в ячейке дата, а нужны баллы", en: "the cell holds a date where points are wanted",
        advice: LocalizedText(
          ru: "Excel принял число за дату: задайте ячейке формат «Числовой» и впишите баллы заново, через запятую",
          en: "a spreadsheet took the number for a date: format the cell as a number, and type the points again"))
      return nil
    }
    let before = problems.count
    guard let text = text(column, .short) else { return nil }
    if let points = Points(text.replacing(",", with: ".")) { return points }
    if problems.count == before {
      report(
        column, ru: "это не баллы", en: "these are no points",
        advice: LocalizedText(
          ru: "впишите число от нуля, до четырёх знаков после запятой",
          en: "write a number, not below zero, with at most four decimals"))
    }
    return nil
  }
}
