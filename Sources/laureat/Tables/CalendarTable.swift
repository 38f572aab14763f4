import Exchange
import Grants
import LibXML
import Primitives
import Tables

/// A table of the days that a year's decree transfers: one row each, with its date and whether it is worked.
enum CalendarTable {
  /// - Throws: ``DocumentRefusal`` for a file that is no table, ``Failure`` that names the row and column of every cell
  ///   that is wrong.
  static func read(_ path: String) throws -> (year: Int, days: [Day: Bool]) {
    let table = try OpenTable(try TableSource(path: path), sheet: nil)
    var rows = try table.rows()
    guard let header = try rows.next() else { throw Failure(.invalid, [.noRows(at: table.place.location)]) }
    var columns: [CalendarColumn: Int] = [:]
    for cell in header.cells {
      guard case .text(let title) = cell.content, let column = CalendarColumn(named: title) else { continue }
      columns[column] = columns[column] ?? cell.place.column
    }
    guard columns.count == 2 else {
      throw Failure(.invalid, [.columnsMissing(at: table.place.location(row: header.number))])
    }
    var days: [Day: Bool] = [:]
    var problems: [Diagnostic] = []
    while let row = try rows.next() {
      let faults = row.cells.compactMap { Diagnostic.fault(of: $0, at: table.place.location($0.place)) }
      problems += faults
      if !faults.isEmpty { continue }
      var cells = RowCells<CalendarColumn>(row, columns, table.place)
      if let (day, isWorking) = cells.day() {
        if days.updateValue(isWorking, forKey: day) != nil { cells.reportDoubled() }
        if let year = days.keys.map(\.year).min(), days.keys.contains(where: { $0.year != year }) {
          cells.reportOtherYear()
        }
      }
      problems += cells.problems
    }
    if days.isEmpty, problems.isEmpty { problems = [.noRows(at: table.place.location)] }
    guard problems.isEmpty, let year = days.keys.first?.year else { throw Failure(.invalid, problems) }
    return (year, days)
  }
}

/// What a column of such a table says.
enum CalendarColumn: TableColumn {
  case date, day

  init?(named name: String) {
    switch name.columnKey {
    case "дата", "date": self = .date
    case "день", "вид", "вид дня", "day", "kind": self = .day
    default: return nil
    }
  }

  var name: LocalizedText {
    switch self {
    case .date: LocalizedText(ru: "дата", en: "date")
    case .day: LocalizedText(ru: "день", en: "day")
    }
  }
}

extension RowCells<CalendarColumn> {
  /// The day, and whether it is worked; nil where the row does not say both.
  fileprivate mutating func day() -> (Day, Bool)? {
    for column in [CalendarColumn.date, .day] where !has(column) {
      report(
        column, ExchangeCode.missingElement, ru: "ячейка пуста", en: "the cell is empty",
        advice: LocalizedText(ru: "заполните ячейку", en: "fill it in"))
    }
    let (day, word) = (day(.date), text(.day, .short)?.loosened)
    guard let day, let word else { return nil }
    let isWorking: Bool
    switch word {
    case "рабочий", "рабочий день", "working", "working day": isWorking = true
    case "выходной", "нерабочий", "праздник", "выходной день", "нерабочий день", "off", "day off": isWorking = false
    default:
      report(
        .day, ExchangeCode.valueNotListed, ru: "вид дня не распознан", en: "this kind of day is not known",
        advice: LocalizedText(ru: "впишите «рабочий» или «выходной»", en: "write working or off"))
      return nil
    }
    if isWorking == WorkCalendar.isWorkingByCode(day) {
      report(
        .day, GrantCode.calendarDayUseless, ru: "этот день таков и без переноса",
        en: "the day is so without any transfer",
        advice: LocalizedText(
          ru: "проверьте дату; перечисляют только дни, которые перенос меняет",
          en: "check the date; only days that a transfer changes are listed"))
      return nil
    }
    return (day, isWorking)
  }

  fileprivate mutating func reportDoubled() {
    report(
      .date, GrantCode.calendarDayDoubled, ru: "этот день уже назван выше", en: "this day stands above already",
      advice: LocalizedText(ru: "оставьте одну строку", en: "keep one row"))
  }

  fileprivate mutating func reportOtherYear() {
    report(
      .date, GrantCode.calendarDayDoubled, ru: "этот день другого года", en: "this day is of another year",
      advice: LocalizedText(ru: "по файлу на каждый год", en: "make a file for each year"))
  }
}

extension Diagnostic {
  fileprivate static func columnsMissing(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.columnMissing,
      LocalizedText(ru: "нужны столбцы «дата» и «день»", en: "the columns date and day are needed"),
      advice: LocalizedText(ru: "назовите их в первой строке", en: "name them in the first row"), location: place)
  }
}
