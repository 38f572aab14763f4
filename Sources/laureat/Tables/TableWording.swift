import Exchange
import Primitives
import Reports
import Tables

// What refuses a table as a whole, in words.

extension Diagnostic {
  static func noHeader(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.noHeader,
      LocalizedText(
        ru: "в первой строке таблицы нет названий столбцов",
        en: "the first row of the table does not hold the names of the columns"),
      advice: LocalizedText(
        ru:
          "назовите столбцы в первой строке: «Номер», «Номинация», «Название», «Заявитель», «Дата подачи»; строки над ними удалите",
        en: "name the columns in the first row: id, nomination, title, applicant, submitted; delete rows above them"),
      location: place)
  }

  static func unknownColumn(_ title: String, nearest: String?, at place: Location) -> Diagnostic {
    let leaveOut = LocalizedText(
      ru: "переименуйте или удалите столбец; чтобы его не читать, добавьте --ignore-unknown-columns",
      en: "rename or delete the column; to leave it out, add --ignore-unknown-columns")
    let name = String(title.prefix(100)).printable
    return Diagnostic(
      ExchangeCode.unknownColumn,
      LocalizedText(ru: "неизвестный столбец «\(name)»", en: "unknown column “\(name)”"),
      advice: nearest.map {
        LocalizedText(
          ru: "возможно, это «\($0)»: \(leaveOut.russian)", en: "perhaps it is “\($0)”: \(leaveOut.english)")
      } ?? leaveOut,
      location: place)
  }

  static func namelessColumn(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unknownColumn,
      LocalizedText(ru: "у столбца с данными нет названия", en: "a column with data has no name"),
      advice: LocalizedText(
        ru:
          "назовите столбец в первой строке таблицы или удалите его; чтобы его не читать, добавьте --ignore-unknown-columns",
        en: "name it in the first row of the table, or delete it; to leave it out, add --ignore-unknown-columns"),
      location: place)
  }

  static func columnTwice(_ title: String, first: Int, at place: Location) -> Diagnostic {
    let name = String(title.prefix(100)).printable
    let letters = CellPlace.letters(first)
    return Diagnostic(
      ExchangeCode.columnTwice,
      LocalizedText(
        ru: "столбец «\(name)» говорит о том же, что столбец \(letters)",
        en: "the column “\(name)” says the same as column \(letters)"),
      advice: LocalizedText(ru: "оставьте один из них", en: "keep one of them"), location: place)
  }

  static func columnMissing(_ column: ApplicationColumn, at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.columnMissing,
      LocalizedText(
        ru: "в таблице нет столбца «\(column.name.russian)»", en: "the table has no column “\(column.name.english)”"),
      advice: column == .submitted
        ? LocalizedText(
          ru: "добавьте столбец или назовите день подачи: --submitted ГГГГ-ММ-ДД",
          en: "add the column, or name the day: --submitted YYYY-MM-DD")
        : LocalizedText(ru: "добавьте столбец с этим названием", en: "add a column of this name"),
      location: place)
  }

  static func mergedCells(_ range: CellRange, inHeader: Bool, at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.mergedCells,
      inHeader
        ? LocalizedText(
          ru: "в строке названий объединены ячейки \(range)", en: "the cells \(range) of the header are merged")
        : LocalizedText(ru: "объединены ячейки \(range)", en: "the cells \(range) are merged"),
      advice: inHeader
        ? LocalizedText(
          ru: "разъедините ячейки: у каждого столбца своё название, общий заголовок над таблицей удалите",
          en: "unmerge them: each column has a name of its own; delete a title above the table")
        : LocalizedText(
          ru: "разъедините ячейки и заполните каждую строку", en: "unmerge them, and fill in every row"),
      location: place)
  }

  /// Why what a cell shows cannot be taken, whatever its column says; nil for a cell that can be.
  static func fault(of cell: Tables.Cell, at place: Location) -> Diagnostic? {
    if cell.hasFormula { return .formula(at: place) }
    return switch cell.content {
    case .fault: .cellError(at: place)
    case .noDay: .noSuchDay(at: place)
    case .text, .number, .day, .flag: nil
    }
  }

  private static func formula(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.formula,
      LocalizedText(ru: "в ячейке формула, а не значение", en: "the cell holds a formula, not a value"),
      advice: LocalizedText(
        ru: "скопируйте столбец и вставьте его на то же место как значения (специальная вставка)",
        en: "copy the column and paste it in its place as values (paste special)"),
      location: place)
  }

  static func dayAsText(_ column: ApplicationColumn, at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.dayAsText,
      LocalizedText(
        ru: "в столбце «\(column.name.russian)» дата записана текстом",
        en: "a date of the column “\(column.name.english)” is a text"),
      advice: LocalizedText(
        ru: "задайте столбцу формат «Дата» и введите дату заново", en: "format the column as dates, and type it again"),
      location: place)
  }

  private static func cellError(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.cellError,
      LocalizedText(
        ru: "в ячейке ошибка вычисления, а не значение", en: "the cell holds an error of a formula, not a value"),
      advice: LocalizedText(ru: "впишите значение", en: "write the value in"), location: place)
  }

  private static func noSuchDay(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.cellError,
      LocalizedText(ru: "такой даты в календаре нет", en: "no calendar has this date"),
      advice: LocalizedText(ru: "введите дату заново", en: "type the date again"), location: place)
  }

  static func otherSheets(_ count: Int, read title: String, at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.otherSheets, .note,
      LocalizedText(
        ru: "прочитан лист «\(title.printable)»; других листов в книге: \(count)",
        en: "the sheet “\(title.printable)” is read; other sheets in the workbook: \(count)"),
      advice: LocalizedText(ru: "другой лист: --sheet НАЗВАНИЕ", en: "for another sheet: --sheet TITLE"),
      location: place)
  }

  static func contestNotNamed(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.contestNotNamed,
      LocalizedText(
        ru: "это таблица, а на какой конкурс заявки, не сказано", en: "a table does not say for which contest it is"),
      advice: LocalizedText(
        ru: "добавьте --contest ИДЕНТИФИКАТОР; список: laureat contest list",
        en: "add --contest ID; list them: laureat contest list"),
      location: place)
  }

  static func notATable(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notATable,
      LocalizedText(ru: "это не таблица, столбцов в нём нет", en: "this is no table and has no columns"),
      advice: LocalizedText(
        ru: "документ обмена проверяет laureat check ФАЙЛ", en: "an exchange document is checked by laureat check FILE"),
      location: place)
  }

  static func documentForTable(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notATable,
      LocalizedText(ru: "это XML, а нужна таблица", en: "this is XML, and a table is wanted"),
      advice: LocalizedText(
        ru: "документ обмена — заявки, листы, гранты с расходами — принимает laureat import ФАЙЛ",
        en:
          "an exchange document, be it applications, sheets or grants with expenses, is taken in by laureat import FILE"
      ), location: place)
  }

  static func noRows(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.empty, LocalizedText(ru: "в таблице нет строк", en: "the table has no rows"),
      advice: LocalizedText(
        ru: "проверьте, тот ли это файл и лист", en: "check that it is the right file and sheet"), location: place)
  }

  static func moreCells(_ count: Int, at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.moreFindings, .note,
      LocalizedText(ru: "и ещё таких ячеек: \(count)", en: "and \(count) more such cells"),
      advice: LocalizedText(
        ru: "исправьте названные и проверьте таблицу ещё раз",
        en: "mend those that are named, and check the table again"),
      location: place)
  }
}
