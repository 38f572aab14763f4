import ArgumentParser
import SQLiteEngine
import Storage

/// `laureat check FILE…`: the verdict an import would give, without a store.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(
      ru: "Проверить документы обмена, ничего не записывая.",
      en: "Check exchange documents without taking them in."),
    discussion: examples([
      "laureat check applications.xml",
      "laureat check announcement.xml applications.xml results.xml --json",
    ]))

  @Argument(
    help: ArgumentHelp(
      local(
        ru: "Документы XML, таблицы заявок XLSX и CSV; «-» — стандартный ввод.",
        en: "XML documents, tables of applications as XLSX or CSV; - is standard input.")),
    completion: .file(extensions: ["xml", "xlsx", "csv"]))
  var files: [String]

  @OptionGroup(title: local(ru: "Таблицы", en: "Tables"))
  var tables: TableOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    // A store of its own in memory: files on one command line see each other, as they would in an import.
    let scratch = Store(try SQLiteEngine.scratch())
    let now = Clock.now()
    let sorted = IntakeOrder.sorted(files, tables: tables.reading)
    let verdicts = try sorted.enumerated().map { index, file in
      try FileIntake(
        path: file, mode: .check, isLast: index == sorted.count - 1, tables: tables.reading, receivedAt: now
      ).run(in: scratch)
    }
    try Verdicts.show(verdicts, .check, common)
  }
}
