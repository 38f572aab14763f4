import Exchange
import Grants
import LibXML
import Primitives
import Tables

/// A table of expenses: one row each, columns found by their names in Russian or English.
final class ExpenseTable {
  struct Row {
    /// Its identifier is given when it is recorded.
    var expense: Expense
    let number: Int
    /// Its cells by what their columns say.
    let locations: [ExpenseColumn: Diagnostic.Location]
    let location: Diagnostic.Location
  }

  let place: TablePlace
  /// The columns in their order, with what each says; nil for one that is not read.
  let columns: [(number: Int, title: String, meaning: ExpenseColumn?)]
  private(set) var rows: [Row] = []
  /// The place of the first row among the expenses of the project, from 1.
  private(set) var firstPlace = 1
  /// Which expense of the project each of those repeats that say the same again, by their places from 0.
  private(set) var doubles: [Int: Int] = [:]

  /// - Parameters:
  ///   - sheet: The title of a sheet of a workbook; nil for the first visible one.
  ///   - ignoreUnknownColumns: True when columns of unknown names are left out.
  /// - Throws: ``DocumentRefusal`` for a file that is no table, ``Failure`` that names the row and column of every cell
  ///   that cannot be read.
  init(_ source: TableSource, sheet: String?, ignoreUnknownColumns: Bool, for project: Project) throws {
    if source.isMarkup { throw Failure(.invalid, [.isMarkup(at: source.place.location)]) }
    let table = try OpenTable(source, sheet: sheet)
    place = table.place
    var source = try table.rows()
    guard let header = try source.next() else { throw Failure(.invalid, [.noRows(at: place.location)]) }
    var problems: [Diagnostic] = []
    columns = Self.columns(header, place, project, &problems)
    let known = Dictionary(columns.compactMap { column in column.meaning.map { ($0, column.number) } }) { first, _ in
      first
    }
    guard known[.date] != nil, known[.amount] != nil else {
      throw Failure(.invalid, [.noDateOrAmount(at: place.location(row: header.number))])
    }
    if !ignoreUnknownColumns {
      problems += columns.filter { $0.meaning == nil }.map { column in
        .unknownColumn(
          column.title, nearest: ExpenseColumn.nearest(to: column.title),
          at: place.location(CellPlace(row: header.number, column: column.number)))
      }
    }
    var titled = Set(columns.map(\.number))
    var totals = ExpenseTotals(project)
    while let row = try source.next() {
      var cells = ExpenseCells(row, known, place)
      if !ignoreUnknownColumns, !cells.isTotal {
        for cell in row.cells where titled.insert(cell.place.column).inserted {
          problems.append(.namelessColumn(at: place.location(cell.place)))
        }
      }
      if cells.isTotal {
        // What was not understood above is missing in the sum.
        if problems.isEmpty { problems += totals.findings(&cells) }
      } else if let read = Self.expense(row, &cells, known, place, project, &problems) {
        rows.append(read)
        totals.add(read.expense.amount)
      }
    }
    problems += source.mergedCells(header: header.number).map(\.problem)
    if rows.isEmpty, problems.isEmpty { problems = [.noRows(at: place.location)] }
    if !problems.isEmpty { throw Failure(.invalid, problems) }
  }

  /// Tells the table where its expenses stand.
  ///
  /// - Parameter project: With them at the end.
  func stands(in project: Project) {
    firstPlace = project.expenses.count - rows.count + 1
    doubles = Dictionary(
      ExpenseIsNotDoubled.doubles(among: project.expenses).map { ($0.place, $0.first) }
    ) { first, _ in first }
  }

  private static func columns(
    _ header: TableRow, _ place: TablePlace, _ project: Project, _ problems: inout [Diagnostic]
  ) -> [(number: Int, title: String, meaning: ExpenseColumn?)] {
    var seen: [ExpenseColumn: Int] = [:]
    return header.cells.map { cell in
      let title = cell.title
      let meaning = ExpenseColumn(named: title)
      if meaning == .amount, project.currency != .rouble, title.columnKey.contains("руб") {
        problems.append(.otherCurrency(project.currency, at: place.location(cell.place)))
      }
      if let meaning {
        if let first = seen[meaning] {
          problems.append(.columnTwice(title, first: first, at: place.location(cell.place)))
        }
        seen[meaning] = seen[meaning] ?? cell.place.column
      }
      return (cell.place.column, title, meaning)
    }
  }

  /// Nil for a row without anything in the columns that are read, and for one that cannot be read.
  private static func expense(
    _ row: TableRow, _ cells: inout ExpenseCells, _ columns: [ExpenseColumn: Int], _ place: TablePlace,
    _ project: Project, _ problems: inout [Diagnostic]
  ) -> Row? {
    let numbers = Set(columns.filter { $0.key != .ordinal }.values)
    let read = row.cells.filter { numbers.contains($0.place.column) }
    if read.isEmpty { return nil }
    let faults = read.compactMap { Diagnostic.fault(of: $0, at: place.location($0.place)) }
    if !faults.isEmpty {
      problems += faults
      return nil
    }
    let (date, amount) = (cells.required(.date) { $0.day(.date) }, cells.required(.amount) { $0.amount(for: project) })
    let document = cells.document()
    let (line, source) = (cells.line(of: project), cells.source())
    let (payee, note) = (cells.text(.payee, .line), cells.text(.note, .line))
    problems += cells.problems
    guard let date, let amount, let placeholder = Identifier("e"), !cells.problems.hasErrors else { return nil }
    return Row(
      expense: Expense(
        id: placeholder, date: date, amount: amount, source: source, line: line, payee: payee,
        document: document, note: note),
      number: row.number,
      locations: Dictionary(ExpenseColumn.allCases.map { ($0, cells.location($0)) }) { first, _ in first },
      location: cells.location(nil))
  }
}

extension Diagnostic {
  fileprivate static func noDateOrAmount(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.columnMissing,
      LocalizedText(ru: "нужны столбцы «дата» и «сумма»", en: "the columns date and amount are needed"),
      advice: LocalizedText(
        ru: "назовите их в первой строке таблицы; строки над ней удалите",
        en: "name them in the first row of the table; delete rows above it"),
      location: place)
  }

  fileprivate static func isMarkup(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notATable,
      LocalizedText(ru: "это XML, а не таблица расходов", en: "this is XML, not a table of expenses"),
      advice: LocalizedText(
        ru: "документ обмена с расходами принимает laureat import; таблицу сохраните как CSV или XLSX",
        en: "laureat import takes an exchange document with expenses; save a table as CSV or XLSX"),
      location: place)
  }
}
