import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat winner record`: one winner, or a table of them, as the jury's protocol says.
struct WinnerRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: local(ru: "Записать победителей.", en: "Record winners."),
    discussion: examples([
      "laureat winner record --contest teplo-2020 --entry 17 --place 1 --protocol 4 --date 2020-03-30",
      "laureat winner record --contest teplo-2020 --entry 17 --nomination jury --prize \"Приз жюри\" --protocol 4 --date 2020-03-30",
      "laureat winner record --contest teplo-2020 --from winners.xlsx --protocol 4 --date 2020-03-30 --dry-run",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    help: ArgumentHelp(local(ru: "Заявка: номер или идентификатор.", en: "The entry: its number or identifier.")))
  var entry: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Номинация, если не та, куда подана заявка.", en: "Nomination, if not the one applied to."),
      valueName: "id"))
  var nomination: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Место.", en: "Place.")))
  var place: Int?

  @Option(help: ArgumentHelp(local(ru: "Приз.", en: "Prize.")), transform: TypedText.line)
  var prize: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Таблица XLSX или CSV со столбцами «заявка», «номинация», «место», «приз».",
        en: "Table, XLSX or CSV, with the columns entry, nomination, place, prize."), valueName: "file"),
    completion: .file(extensions: ["xlsx", "csv"]))
  var from: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Лист книги; без него — первый видимый.", en: "Sheet of the workbook; otherwise the first visible one."),
      valueName: "title"))
  var sheet: String?

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(local(ru: "Номер протокола.", en: "Number of the protocol."), valueName: "number"),
    transform: TypedText.short)
  var number: String

  @Option(help: ArgumentHelp(local(ru: "День протокола.", en: "Day of the protocol."), valueName: dayForm))
  var date: Day

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    guard (entry == nil) == (from != nil) else {
      throw ValidationError(
        local(ru: "назовите заявку (--entry) или таблицу (--from)", en: "name an entry (--entry) or a table (--from)"))
    }
    guard TypedNumber.counts.contains(place ?? 1) else {
      throw ValidationError(local(ru: "место — целое число от 1", en: "a place is a whole number from 1 on"))
    }
  }

  func run() throws {
    let minutes = ProtocolReference(number: number, date: date)
    let lines =
      if let from {
        try WinnerTable.read(from, sheet: sheet)
      } else {
        [WinnerLine(entry: entry ?? "", nomination: nomination, place: place, prize: prize, location: nil)]
      }
    let recorded = try writing.change(common.openStore()) { session in
      let contest = try session.contest(contest)
      try ProtocolDecisions(contest, minutes, in: session).record(lines)
      try session.record("winner.record", contest.id.description, detail: "\(lines.count)")
      return try session.winners.list(contest: contest.id).filter {
        $0.revoked == nil && $0.winner.minutes == minutes
      }
    }
    try common.print(
      .array(recorded.map(\.json)),
      or: local(
        ru: "протокол № \(number): мест и призов в нём \(recorded.count), из них сейчас записано \(lines.count)\n",
        en: "protocol \(number): \(recorded.count) places and prizes, \(lines.count) of them recorded now\n"))
  }
}
