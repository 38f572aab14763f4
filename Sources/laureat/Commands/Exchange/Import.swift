import ArgumentParser
import Primitives
import Storage

/// `laureat import FILE…`: check, then take in; a receipt answers each file. A table of applications is a document too.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(
      ru: "Принять документы обмена в хранилище и выдать квитанции.",
      en: "Take exchange documents into the store and answer with receipts."),
    discussion: examples([
      "laureat import announcement.xml applications.xml",
      "laureat import applications.xml --receipt receipt.xml",
      "laureat import inbox/*.xml --receipt receipts/ --dry-run",
      "laureat import applications.xlsx --contest teplo-2020 --preview",
    ]))

  @Argument(
    help: ArgumentHelp(
      local(
        ru: "Документы XML, таблицы заявок XLSX и CSV; «-» — стандартный ввод.",
        en: "XML documents, tables of applications as XLSX or CSV; - is standard input.")),
    completion: .file(extensions: ["xml", "xlsx", "csv"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Файл квитанции; папка, если документов несколько.",
        en: "File of the receipt; a folder for several documents."), valueName: "path"),
    completion: .file())
  var receipt: String?

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Отклонить файл целиком, если отклонена хоть одна запись.",
        en: "Refuse a file as a whole if any of its records is refused.")))
  var allOrNothing = false

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Показать, как поняты столбцы и первые строки таблицы, ничего не записывая.",
        en: "Show how the columns and first rows of a table are understood, and record nothing.")))
  var preview = false

  @OptionGroup(title: local(ru: "Таблицы", en: "Tables"))
  var tables: TableOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError(local(ru: "«-» можно назвать один раз", en: "- can be named once"))
    }
  }

  func run() throws {
    if let receipt, common.isStore(receipt) || files.contains(receipt) {
      throw Failure.usage(
        LocalizedText(
          ru: "квитанция затёрла бы хранилище или сам документ",
          en: "the receipt would overwrite the store or the document itself"),
        advice: LocalizedText(ru: "назовите для неё другой файл", en: "name another file for it"))
    }
    var writing = writing
    writing.dryRun = writing.dryRun || preview
    let store = try common.openOrCreateStore(writing)
    let receipts = try receipt.map { try ReceiptFolder(path: $0, isForSeveral: files.count > 1) }
    let now = Clock.now()
    var verdicts: [FileVerdict] = []
    for file in IntakeOrder.sorted(files, tables: tables.reading) {
      let intake = FileIntake(
        path: file, mode: .store, allOrNothing: allOrNothing, dryRun: writing.dryRun, shelf: common.shelf,
        tables: tables.reading, preview: preview ? TablePreview() : nil, receivedAt: now)
      do {
        verdicts.append(
          try intake.run(in: store) { verdict in
            guard !writing.dryRun, let receipts, let receipt = verdict.receipt else { return nil }
            return try receipts.prepare(receipt, for: verdict)
          })
      } catch {
        // What was taken in before stays, and is told.
        if !verdicts.isEmpty { try? Verdicts.show(verdicts, .store, common) }
        throw error
      }
    }
    if writing.dryRun {
      Terminal.say(local(ru: "пробный запуск: ничего не записано", en: "dry run: nothing was recorded"))
    }
    try Verdicts.show(verdicts, .store, common)
  }
}
