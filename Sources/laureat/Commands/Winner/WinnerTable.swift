import Exchange
import Foundation
import Primitives
import SwiftCSV

/// A CSV table of winners: one line each, columns found by their names in Russian or English.
enum WinnerTable {
  private enum Column: CaseIterable {
    case entry, nomination, place, prize

    var names: Set<String> {
      switch self {
      case .entry: ["entry", "заявка", "номер", "номер заявки"]
      case .nomination: ["nomination", "номинация"]
      case .place: ["place", "место"]
      case .prize: ["prize", "приз"]
      }
    }
  }

  /// - Throws: ``Failure`` that names the row and column of every cell that cannot be read.
  static func read(_ path: String) throws -> [WinnerLine] {
    let text = try text(of: path)
    let table: CSV<Enumerated>
    do {
      table = try CSV<Enumerated>(string: text, loadColumns: false)
    } catch {
      throw Failure(.invalid, [.unreadable(path)])
    }
    let columns = try columns(table.header, path)
    var problems: [Diagnostic] = []
    let lines = table.rows.enumerated().compactMap { offset, cells -> WinnerLine? in
      guard cells.contains(where: { !$0.isEmpty }) else { return nil }
      return line(cells, columns, Diagnostic.Location(file: path, line: offset + 2), &problems)
    }
    if lines.isEmpty, problems.isEmpty { problems = [.noRows(path)] }
    if !problems.isEmpty { throw Failure(.invalid, problems) }
    return lines
  }

  private static func line(
    _ cells: [String], _ columns: [Column: Int], _ location: Diagnostic.Location, _ problems: inout [Diagnostic]
  ) -> WinnerLine? {
    func cell(_ column: Column) -> String? {
      guard let index = columns[column], index < cells.count else { return nil }
      let text = cells[index].trimmingCharacters(in: .whitespaces)
      return text.isEmpty ? nil : text
    }
    func problem(_ column: Column, _ message: LocalizedText) {
      var place = location
      place.column = (columns[column] ?? 0) + 1
      problems.append(Diagnostic(ExchangeCode.invalidValue, message, location: place))
    }
    guard let entry = cell(.entry) else {
      problem(.entry, LocalizedText(ru: "не указана заявка", en: "the entry is missing"))
      return nil
    }
    var line = WinnerLine(entry: entry, location: location)
    if let text = cell(.place) {
      line.place = Int(text).flatMap { TypedNumber.counts.contains($0) ? $0 : nil }
      if line.place == nil {
        problem(.place, LocalizedText(ru: "место — целое число от 1", en: "a place is a whole number from 1 on"))
      }
    }
    if let text = cell(.prize) {
      line.prize = try? TypedText.line(text)
      if line.prize == nil {
        problem(
          .prize, LocalizedText(ru: "приз — текст до 500 знаков", en: "a prize is a text of up to 500 characters"))
      }
    }
    if let text = cell(.nomination) {
      line.nomination = Identifier(text)
      if line.nomination == nil {
        problem(.nomination, LocalizedText(ru: "номинацию называют идентификатором", en: "name a nomination by its id"))
      }
    }
    return line
  }

  private static func columns(_ header: [String], _ path: String) throws -> [Column: Int] {
    var columns: [Column: Int] = [:]
    for (index, title) in header.enumerated() {
      let name = title.trimmingCharacters(in: .whitespaces).lowercased()
      if let column = Column.allCases.first(where: { $0.names.contains(name) }) { columns[column] = index }
    }
    guard columns[.entry] != nil, columns[.place] != nil || columns[.prize] != nil else {
      throw Failure(.invalid, [.columnsMissing(path)])
    }
    return columns
  }

  private static func text(of path: String) throws -> String {
    let data: Data?
    if path == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      data = FileManager.default.contents(atPath: path)
    }
    guard let data else { throw Failure(.unreadable, [.missing(path)]) }
    // Excel saves in the office's code page unless it is told otherwise; text in it is hardly ever valid UTF-8.
    let isUTF16 = data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF])
    let decoded =
      isUTF16
      ? String(data: data, encoding: .utf16)
      : String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1251)
    guard var text = decoded else {
      throw Failure(.invalid, [.unreadable(path)])
    }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    return text
  }
}

extension Diagnostic {
  fileprivate static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unreadable, LocalizedText(ru: "файл не читается", en: "the file cannot be read"),
      advice: LocalizedText(ru: "проверьте имя и папку", en: "check its name and folder"), location: .init(file: path))
  }

  fileprivate static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notWellFormed, LocalizedText(ru: "это не таблица CSV", en: "this is no CSV table"),
      advice: LocalizedText(
        ru: "сохраните таблицу как CSV в UTF-8", en: "save the table as CSV in UTF-8"), location: .init(file: path))
  }

  fileprivate static func noRows(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.empty, LocalizedText(ru: "в таблице нет строк", en: "the table has no rows"),
      location: .init(file: path))
  }

  fileprivate static func columnsMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingElement,
      LocalizedText(
        ru: "нужны столбцы «заявка» и «место» или «приз»", en: "the columns entry and place or prize are needed"),
      advice: LocalizedText(
        ru: "назовите их в первой строке", en: "name them in the first line"), location: .init(file: path, line: 1))
  }
}
