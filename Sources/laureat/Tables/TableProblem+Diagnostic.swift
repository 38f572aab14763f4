import Exchange
import LibXML
import LibZip
import Primitives
import Tables

extension TableProblem {
  /// The problem in words.
  func diagnostic(_ place: TablePlace) -> Diagnostic {
    let location = self.place.map { place.location($0) } ?? place.location
    let (code, message, advice) = wording
    return Diagnostic(code, message, advice: advice, location: location)
  }

  private static let saveAgain = LocalizedText(
    ru: "откройте файл в Excel или LibreOffice и сохраните заново как книгу Excel (.xlsx) или CSV",
    en: "open the file in Excel or LibreOffice, and save it again as a workbook (.xlsx) or CSV")

  private var wording: (Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch kind {
    case .io:
      (
        ExchangeCode.unreadable, LocalizedText(ru: "файл не читается", en: "the file cannot be read"),
        LocalizedText(ru: "проверьте имя и папку", en: "check its name and folder")
      )
    case .empty:
      (
        ExchangeCode.empty, LocalizedText(ru: "файл пуст", en: "the file is empty"),
        LocalizedText(ru: "проверьте, тот ли это файл", en: "check that it is the right file")
      )
    case .notAWorkbook:
      (
        ExchangeCode.notATable,
        LocalizedText(ru: "это архив, но книги Excel в нём нет", en: "this is an archive without a workbook of Excel"),
        LocalizedText(
          ru: "распакуйте архив и назовите файл из него", en: "unpack the archive, and name a file out of it")
      )
    case .otherFormat(let format): (ExchangeCode.notATable, Self.wording(format), Self.advice(format))
    case .archive(let problem) where problem.kind == .encrypted:
      (ExchangeCode.notATable, Self.wording(.encrypted), Self.advice(.encrypted))
    case .archive(let problem): (ExchangeCode.archiveRefused, Self.wording(problem), Self.saveAgain)
    case .part, .damaged:
      (
        ExchangeCode.damagedTable, LocalizedText(ru: "книга Excel повреждена", en: "the workbook is damaged"),
        Self.saveAgain
      )
    case .noSheet:
      (
        ExchangeCode.unknownSheet, LocalizedText(ru: "такого листа в книге нет", en: "the workbook has no such sheet"),
        LocalizedText(
          ru: "проверьте название листа в --sheet; без него читается первый видимый",
          en: "check the title in --sheet; without it the first visible one is read")
      )
    case .encoding:
      (
        ExchangeCode.invalidBytes,
        LocalizedText(ru: "кодировка таблицы не распознана", en: "the encoding of the table is not recognised"),
        LocalizedText(ru: "сохраните таблицу как CSV в UTF-8", en: "save the table as CSV in UTF-8")
      )
    case .openQuote:
      (
        ExchangeCode.quotationMarks,
        LocalizedText(
          ru: "кавычка в начале ячейки не закрыта", en: "the quotation mark that opens this cell is never closed"),
        LocalizedText(
          ru: "закройте кавычку; кавычки внутри ячейки удваивают", en: "close it; marks inside a cell are doubled")
      )
    case .textAfterQuote:
      (
        ExchangeCode.quotationMarks,
        LocalizedText(
          ru: "после закрывающей кавычки в ячейке есть текст", en: "text follows the closing quotation mark of the cell"
        ),
        LocalizedText(ru: "кавычки внутри ячейки удваивают", en: "marks inside a cell are doubled")
      )
    case .limit(let limit): (ExchangeCode.limitExceeded, Self.wording(limit), Self.advice(limit))
    }
  }

  private static func wording(_ format: Format) -> LocalizedText {
    switch format {
    case .oldExcel:
      LocalizedText(ru: "это книга старого Excel (.xls)", en: "this is a workbook of an old Excel (.xls)")
    case .encrypted: LocalizedText(ru: "книга закрыта паролем", en: "the workbook is locked with a password")
    case .binaryExcel:
      LocalizedText(ru: "это двоичная книга Excel (.xlsb)", en: "this is a binary workbook of Excel (.xlsb)")
    case .openDocument:
      LocalizedText(
        ru: "это таблица LibreOffice (.ods)", en: "this is a spreadsheet of LibreOffice (.ods)")
    }
  }

  private static func advice(_ format: Format) -> LocalizedText {
    switch format {
    case .encrypted:
      LocalizedText(
        ru: "откройте её, снимите пароль (Файл → Сведения → Защита книги) и сохраните заново",
        en: "open it, take off the password (File → Info → Protect Workbook), and save it again")
    case .oldExcel, .binaryExcel, .openDocument:
      LocalizedText(
        ru: "откройте её и сохраните как книгу Excel (.xlsx)", en: "open it, and save it as an Excel workbook (.xlsx)")
    }
  }

  private static func wording(_ problem: ZipProblem) -> LocalizedText {
    switch problem.kind {
    case .limit:
      LocalizedText(
        ru: "книга при распаковке становится слишком большой", en: "unpacked, the workbook becomes too large")
    case .name, .duplicateName, .notAFile:
      LocalizedText(
        ru: "в архиве книги недопустимые имена файлов", en: "the archive of the workbook holds forbidden file names")
    default: LocalizedText(ru: "архив книги повреждён", en: "the archive of the workbook is damaged")
    }
  }

  private static func wording(_ limit: Limit) -> LocalizedText {
    switch limit {
    case .bytes, .cells, .sharedTexts: LocalizedText(ru: "таблица слишком велика", en: "the table is too large")
    case .rows: LocalizedText(ru: "в таблице слишком много строк", en: "the table has too many rows")
    case .columns: LocalizedText(ru: "в таблице слишком много столбцов", en: "the table has too many columns")
    case .cellLength: LocalizedText(ru: "в ячейке слишком длинный текст", en: "the text of the cell is too long")
    }
  }

  private static func advice(_ limit: Limit) -> LocalizedText {
    switch limit {
    case .bytes, .cells, .sharedTexts, .rows:
      LocalizedText(
        ru: "разделите таблицу: не больше 200 000 строк и 64 МБ", en: "split the table: at most 200,000 rows and 64 MB")
    case .columns:
      LocalizedText(
        ru: "удалите лишние столбцы: их может быть не больше 200", en: "delete needless columns: at most 200 are read")
    case .cellLength:
      LocalizedText(
        ru: "сократите текст до 32 767 знаков", en: "shorten the text to 32,767 characters")
    }
  }
}
