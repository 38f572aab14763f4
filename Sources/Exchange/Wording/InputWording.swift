internal import Glibc
internal import LibXML
internal import Primitives

// Encodings, limits and files that cannot be read.

extension Wording {
  static func encodingWording(_ fault: EncodingFault) -> (Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch fault {
    case .unsupported:
      (
        ExchangeCode.unsupportedEncoding,
        LocalizedText(ru: "кодировка файла не поддерживается", en: "the encoding of the file is not supported"),
        LocalizedText(
          ru: "читаются UTF-8, windows-1251 и UTF-16; сохраните файл в одной из них",
          en: "UTF-8, windows-1251 and UTF-16 are read; save the file in one of them")
      )
    case .contradictsByteOrderMark:
      (
        ExchangeCode.encodingContradiction,
        LocalizedText(
          ru: "объявленная кодировка противоречит началу файла",
          en: "the declared encoding contradicts the first bytes of the file"),
        LocalizedText(
          ru: "сохраните файл в UTF-8 и укажите encoding=\"UTF-8\"",
          en: "save the file as UTF-8 and declare encoding=\"UTF-8\"")
      )
    case .utf8DeclaredAsWindows1251:
      (
        ExchangeCode.encodingContradiction,
        LocalizedText(
          ru: "объявлена windows-1251, а файл записан в UTF-8: русский текст был бы испорчен",
          en: "windows-1251 is declared, but the file is in UTF-8: Russian text would be garbled"),
        LocalizedText(
          ru: "замените в первой строке windows-1251 на UTF-8", en: "write UTF-8 for windows-1251 in the first line")
      )
    case .invalidBytes:
      (
        ExchangeCode.invalidBytes,
        LocalizedText(
          ru: "в файле есть байты, которых нет в его кодировке", en: "the file holds bytes its encoding does not have"),
        LocalizedText(
          ru: "файл испорчен или объявлена не та кодировка",
          en: "the file is damaged, or the wrong encoding is declared")
      )
    case .windows1251DeclaredAsUTF8:
      (
        ExchangeCode.invalidBytes,
        LocalizedText(
          ru: "файл читается как UTF-8, а записан, похоже, в windows-1251",
          en: "the file is read as UTF-8, but seems to be in windows-1251"),
        LocalizedText(
          ru: "укажите в первой строке encoding=\"windows-1251\" или сохраните файл в UTF-8",
          en: "declare encoding=\"windows-1251\" in the first line, or save the file as UTF-8")
      )
    case .truncated:
      (
        ExchangeCode.truncated,
        LocalizedText(ru: "файл обрывается посреди символа", en: "the file breaks off within a character"),
        LocalizedText(ru: "скопируйте или запросите его ещё раз", en: "copy it or ask for it again")
      )
    }
  }

  static func inputWording(_ code: Int32) -> (Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch code {
    case ENOENT, ENOTDIR:
      (
        ExchangeCode.unreadable, LocalizedText(ru: "файла нет", en: "there is no such file"),
        LocalizedText(ru: "проверьте имя и папку", en: "check its name and folder")
      )
    case EISDIR:
      (
        ExchangeCode.isFolder, LocalizedText(ru: "это папка, а не файл", en: "this is a folder, not a file"),
        LocalizedText(ru: "назовите файлы в ней, например: папка/*.xml", en: "name the files in it: folder/*.xml")
      )
    case EACCES, EPERM:
      (
        ExchangeCode.unreadable, LocalizedText(ru: "нет права читать файл", en: "no right to read the file"),
        LocalizedText(ru: "попросите у владельца право чтения", en: "ask its owner for the right")
      )
    default:
      (
        ExchangeCode.unreadable,
        LocalizedText(ru: "файл не читается (ошибка \(code))", en: "the file cannot be read (error \(code))"),
        LocalizedText(ru: "проверьте носитель", en: "check the medium")
      )
    }
  }

  static func limitName(_ limit: LimitKind) -> LocalizedText {
    switch limit {
    case .depth: LocalizedText(ru: "вложенность элементов", en: "nesting of elements")
    case .text: LocalizedText(ru: "длина одного текста", en: "length of one text")
    case .prolog: LocalizedText(ru: "длина начала до первого тега", en: "length of what stands before the first tag")
    case .token: LocalizedText(ru: "длина одного тега", en: "length of one tag")
    case .attributes: LocalizedText(ru: "число атрибутов элемента", en: "attributes of one element")
    case .attributeBytes: LocalizedText(ru: "длина атрибутов элемента", en: "length of an element's attributes")
    case .distinctNames: LocalizedText(ru: "число разных имён", en: "number of different names")
    case .recordBytes: LocalizedText(ru: "размер одной записи", en: "size of one record")
    case .recordNodes: LocalizedText(ru: "число элементов в записи", en: "elements of one record")
    case .batch: LocalizedText(ru: "объём за один раз", en: "size of one batch")
    }
  }

  /// Why a document could not be written.
  /// Runs what writes, and says in words what fails there.
  static func failures<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as WriteFailure {
      throw error(of: failure)
    }
  }

  private static func error(of failure: WriteFailure) -> any Error {
    switch failure.kind {
    case .brokenPipe: OutputClosed()
    case .forbiddenCharacter(let scalar, let path):
      Diagnostic(
        ExchangeCode.forbiddenCharacter,
        LocalizedText(
          ru: "символ U+\(hexadecimal(scalar)) нельзя записать в XML",
          en: "the character U+\(hexadecimal(scalar)) has no place in XML"),
        advice: LocalizedText(ru: "уберите его из поля и повторите", en: "remove it from the field and try again"),
        location: .init(path: path))
    case .io(let code, let path):
      Diagnostic(
        ExchangeCode.cannotWrite,
        [ENOSPC, EDQUOT, EFBIG].contains(code)
          ? LocalizedText(ru: "на диске нет места", en: "the disk is full")
          : LocalizedText(ru: "файл не записан (ошибка \(code))", en: "the file was not written (error \(code))"),
        advice: LocalizedText(
          ru: "проверьте папку, права и место на диске", en: "check the folder, the rights and the space on the disk"),
        location: .init(file: path))
    }
  }

  static let contestNotNamed = Diagnostic(
    ExchangeCode.rootAttribute,
    LocalizedText(ru: "не указан конкурс документа", en: "the contest of the document is not given"),
    advice: LocalizedText(ru: "укажите обозначение конкурса", en: "give the identifier of the contest"))

  static func cannotAdd(_ part: String, to document: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unknownRecord,
      LocalizedText(
        ru: "раздел «\(part)» не может стоять здесь в документе «\(document)»",
        en: "\(part) has no place here in the document \(document)"))
  }

  static func cannotFinish(without part: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingPart,
      LocalizedText(ru: "в документе не хватает: \(part)", en: "the document lacks \(part)"))
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
