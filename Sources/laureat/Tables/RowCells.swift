import Exchange
import LibXML
import Primitives
import Tables

/// The cells of one row by what their columns say, and what is wrong with them.
struct RowCells<Column: TableColumn>: Sendable {
  let row: TableRow
  private let columns: [Column: Int]
  private let place: TablePlace
  private(set) var problems: [Diagnostic] = []

  /// - Parameter columns: The number of each column that the table has.
  init(_ row: TableRow, _ columns: [Column: Int], _ place: TablePlace) {
    self.row = row
    self.columns = columns
    self.place = place
  }

  /// Nil for a cell that holds nothing but white space, no-break spaces among it.
  subscript(column: Column) -> Cell? {
    guard let cell = columns[column].flatMap({ row[$0] }) else { return nil }
    if case .text(let text) = cell.content, text.allSatisfy(\.isWhitespace) { return nil }
    return cell
  }

  func has(_ column: Column) -> Bool { self[column] != nil }

  /// The place of a column in the row; of the row where the table has no such column.
  func location(_ column: Column?) -> Diagnostic.Location {
    guard let number = column.flatMap({ columns[$0] }) else { return place.location(row: row.number) }
    return place.location(CellPlace(row: row.number, column: number))
  }

  mutating func report(
    _ column: Column, _ code: Diagnostic.Code = ExchangeCode.invalidValue,
    _ severity: Diagnostic.Severity = .error, ru: String, en: String, advice: LocalizedText
  ) {
    problems.append(
      Diagnostic(
        code, severity,
        LocalizedText(ru: "«\(column.name.russian)»: \(ru)", en: "\(column.name.english): \(en)"), advice: advice,
        location: location(column)))
  }

  // MARK: Values

  /// The longest texts that documents hold.
  enum Length: Int {
    case short = 100
    case line = 500
    case long = 20_000
  }

  /// A text on one line; nil where there is none, or none that a document could hold.
  mutating func text(_ column: Column, _ length: Length) -> String? {
    guard let cell = self[column], let text = plain(cell, column) else { return nil }
    return checked(text, column, length)
  }

  /// What a cell says, as a text.
  private mutating func plain(_ cell: Cell, _ column: Column) -> String? {
    switch cell.content {
    case .text(let text): return text
    case .number(let number): return number
    case .day, .noDay:
      report(
        column, ru: "в ячейке дата, а нужен текст", en: "the cell holds a date where a text is wanted",
        advice: LocalizedText(
          ru: "задайте ячейке формат «Текст» и впишите значение заново",
          en: "format the cell as text, and type the value again"))
    case .flag:
      report(
        column, ru: "в ячейке логическое значение, а нужен текст", en: "the cell holds TRUE or FALSE, not a text",
        advice: LocalizedText(ru: "впишите текст", en: "write a text"))
    case .fault: break
    }
    return nil
  }

  private mutating func checked(_ cell: String, _ column: Column, _ length: Length) -> String? {
    let text = cell.replacing("\u{A0}", with: " ").collapsed
    if text.allSatisfy(\.isWhitespace) { return nil }
    guard fits(text, column, length) else { return nil }
    guard text.unicodeScalars.allSatisfy(TypedText.isText) else {
      report(
        column, ru: "в тексте есть управляющие знаки", en: "the text contains control characters",
        advice: LocalizedText(ru: "впишите текст заново", en: "type the text again"))
      return nil
    }
    return text
  }

  /// Whether a document can hold a text, or a part of one; the cell of one that is too long is reported.
  mutating func fits(_ text: String, _ column: Column, _ length: Length) -> Bool {
    if text.unicodeScalars.count <= length.rawValue { return true }
    report(
      column, ExchangeCode.valueBreaksLimit, ru: "текст длиннее \(length.rawValue) знаков",
      en: "the text is longer than \(length.rawValue) characters",
      advice: LocalizedText(ru: "сократите текст", en: "shorten the text"))
    return false
  }

  /// Names, one in each line or separated by semicolons.
  mutating func names(_ column: Column) -> [String] {
    guard let cell = self[column], let text = plain(cell, column) else { return [] }
    return text.split { $0 == ";" || $0.isNewline }.compactMap { checked(String($0), column, .line) }
  }

  mutating func count(_ column: Column) -> Int? {
    guard let text = text(column, .short) else { return nil }
    let digits = text.replacing(" ", with: "")
    if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.utf8.count <= 9, let count = Int(digits) {
      return count
    }
    report(
      column, ru: "здесь нужно целое число", en: "a whole number is wanted here",
      advice: LocalizedText(ru: "впишите число цифрами, без слов", en: "write the number in digits, without words"))
    return nil
  }

  /// A day; in a text it is read only where it cannot be taken for another.
  mutating func day(_ column: Column) -> Day? {
    guard let cell = self[column] else { return nil }
    switch cell.content {
    case .day(let day): return day
    case .noDay: return nil
    case .text(let text):
      if let day = Day(written: text) { return day }
    case .number, .flag, .fault: break
    }
    report(
      column, ru: "это не дата", en: "this is no date",
      advice: LocalizedText(
        ru: "впишите дату как ДД.ММ.ГГГГ; в книге Excel — в ячейку с форматом «Дата»",
        en: "write it as YYYY-MM-DD or DD.MM.YYYY; in a workbook, into a cell formatted as a date"))
    return nil
  }

  mutating func flag(_ column: Column) -> Bool? {
    guard let cell = self[column] else { return nil }
    if case .flag(let flag) = cell.content { return flag }
    guard let text = text(column, .short)?.lowercased() else { return nil }
    switch text {
    case "да", "yes", "y", "1", "+", "true", "есть", "дано", "согласен", "согласна", "истина": return true
    case "нет", "no", "n", "0", "-", "–", "—", "false", "не дано", "ложь": return false
    default:
      report(
        column, ru: "здесь нужно «да» или «нет»", en: "yes or no is wanted here",
        advice: LocalizedText(ru: "впишите «да» или «нет»", en: "write yes or no"))
      return nil
    }
  }

  mutating func identifier(_ column: Column) -> Identifier? {
    guard let text = text(column, .line) else { return nil }
    if let identifier = Identifier(text) { return identifier }
    report(
      column, ru: "это не обозначение", en: "this is no identifier",
      advice: LocalizedText(
        ru: "обозначение — до 64 знаков, без пробелов и знаков / & | ?",
        en: "an identifier has up to 64 characters, no spaces and none of / & | ?"))
    return nil
  }

  /// A registration number. A spreadsheet takes it for a number and loses the zeros it begins with; its check digits,
  /// or its length, tell whether they belong there.
  ///
  /// - Parameter lengths: The lengths it may have.
  mutating func number<Number>(
    _ column: Column, _ code: Diagnostic.Code, lengths: [Int], _ make: (String) throws(NumberFault) -> Number
  ) -> Number? {
    guard let cell = self[column], let written = text(column, .short) else { return nil }
    var digits = written.replacing(" ", with: "")
    if case .number = cell.content, lengths.contains(digits.utf8.count + 1) { digits = "0" + digits }
    do throws(NumberFault) {
      return try make(digits)
    } catch {
      report(
        column, code,
        ru: error == .wrongChecksum ? "контрольные цифры не сходятся" : "номер записан неверно",
        en: error == .wrongChecksum ? "the check digits are wrong" : "the number is malformed",
        advice: LocalizedText(
          ru: "сверьте номер с выпиской из реестра", en: "compare the number with the extract from the register"))
      return nil
    }
  }
}

extension Day {
  /// Reads `10.03.2020` or `2020-03-10`, with or without a time of the day behind.
  init?(written text: String) {
    let first = text.split(whereSeparator: { $0.isWhitespace || $0 == "T" }).first.map(String.init) ?? ""
    if let day = Day(first) {
      self = day
      return
    }
    let parts = first.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 4 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let day = Int(parts[0]),
      let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
