internal import Glibc
internal import LibZip
internal import Primitives

// Archives that cannot be taken, in the words of the office.

extension Wording {
  static func diagnostic(_ problem: ZipProblem, file: String) -> Diagnostic {
    let (code, message, advice) = wording(problem)
    // Names in an archive may be anything, and may name people.
    let place = problem.entry.map { LocalizedText(ru: " (файл архива № \($0))", en: " (file no. \($0) of it)") }
    return Diagnostic(
      code,
      LocalizedText(ru: message[.russian] + (place?[.russian] ?? ""), en: message[.english] + (place?[.english] ?? "")),
      advice: advice, location: .init(file: file))
  }

  static func documentsInPackage(_ count: Int, file: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.documentsInPackage,
      count == 0
        ? LocalizedText(ru: "в архиве нет документа XML", en: "the archive holds no XML document")
        : LocalizedText(
          ru: "в архиве не один документ XML, а \(count)", en: "the archive holds \(count) XML documents"),
      advice: LocalizedText(
        ru: "положите в архив один документ XML, а рядом папку files с файлами заявок",
        en: "put one XML document into it, and beside it the folder files with the files of the applications"),
      location: .init(file: file))
  }

  private static func wording(_ problem: ZipProblem) -> (Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch problem.kind {
    case .limit(let limit):
      (
        ExchangeCode.packageRefused, limitWording(limit),
        LocalizedText(
          ru: "разделите его на несколько сообщений; огромный файл внутри маленького архива не открывайте вовсе",
          en: "divide it into several messages; never open a huge file in a small archive")
      )
    case .name(.notUTF8):
      (
        ExchangeCode.packageRefused,
        LocalizedText(ru: "имя файла в архиве не в UTF-8", en: "a file's name in the archive is not in UTF-8"),
        LocalizedText(
          ru: "соберите архив программой, которая пишет имена в UTF-8, например 7-Zip",
          en: "make the archive with a program that writes names in UTF-8, such as 7-Zip")
      )
    case .name:
      (
        ExchangeCode.packageRefused,
        LocalizedText(
          ru: "имя файла в архиве ведёт за пределы папки или недопустимо",
          en: "a file's name in the archive leads out of its folder or is not allowed"),
        LocalizedText(
          ru: "не распаковывайте его; попросите отправителя собрать архив заново",
          en: "do not unpack it; ask the sender to make it anew")
      )
    case .duplicateName, .notAFile:
      (
        ExchangeCode.packageRefused,
        problem.kind == .notAFile
          ? LocalizedText(
            ru: "в архиве ссылка или устройство вместо файла", en: "the archive holds a link or a device, not a file")
          : LocalizedText(
            ru: "в архиве два файла с одним именем", en: "two files of the archive have the same name"),
        LocalizedText(ru: "попросите собрать архив заново", en: "ask for the archive to be made anew")
      )
    case .encrypted:
      (
        ExchangeCode.packageRefused,
        LocalizedText(ru: "архив закрыт паролем", en: "the archive is protected by a password"),
        LocalizedText(ru: "снимите пароль и примите ещё раз", en: "remove the password and take it in again")
      )
    case .unsupportedCompression:
      (
        ExchangeCode.packageRefused,
        LocalizedText(ru: "способ сжатия архива не поддерживается", en: "the archive's compression is not supported"),
        LocalizedText(
          ru: "соберите обычный ZIP (способ Deflate)", en: "make a common ZIP archive (method Deflate)")
      )
    case .io(let code): inputWording(code)
    case .notAnArchive, .damaged, .missingEntry, .other:
      (
        ExchangeCode.damagedPackage,
        LocalizedText(ru: "архив повреждён или обрывается", en: "the archive is damaged or breaks off"),
        LocalizedText(ru: "скопируйте или запросите его ещё раз", en: "copy it or ask for it again")
      )
    }
  }

  private static func limitWording(_ limit: ZipProblem.Limit) -> LocalizedText {
    switch limit {
    case .entries: LocalizedText(ru: "в архиве слишком много файлов", en: "the archive holds too many files")
    case .entryBytes: LocalizedText(ru: "файл в архиве слишком велик", en: "a file of the archive is too large")
    case .totalBytes: LocalizedText(ru: "файлы архива слишком велики", en: "the files of the archive are too large")
    case .expansion:
      LocalizedText(
        ru: "файл в архиве разворачивается во много раз: так устроены архивы-бомбы",
        en: "a file of the archive becomes many times larger: so do archive bombs")
    }
  }
}
