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
      "laureat winner record --contest teplo-2020 --all --protocol 4 --date 2020-03-30",
      "laureat winner record --contest teplo-2020 --all --move-up vesna --reason \"работа снята\" --protocol 5 --date 2020-04-10",
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

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Все места, которые дают правила по листам жюри (см. winner propose), одним протоколом.",
        en: "All the places that the rules give by the jury's sheets (see winner propose), as one protocol.")))
  var all = false

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(local(ru: "Номер протокола.", en: "Number of the protocol."), valueName: "number"),
    transform: TypedText.short)
  var number: String

  @Option(help: ArgumentHelp(local(ru: "День протокола.", en: "Day of the protocol."), valueName: dayForm))
  var date: Day

  @OptionGroup var outcomes: OutcomeOptions
  @OptionGroup var attendance: AttendanceOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    guard [entry != nil, from != nil, all].count(where: { $0 }) == 1 else {
      throw ValidationError(
        local(
          ru: "назовите одно: заявку (--entry), таблицу (--from) или все места (--all)",
          en: "give one of these: an entry (--entry), a table (--from), or all places (--all)"))
    }
    guard all ? place == nil && prize == nil && nomination == nil : !outcomes.isGiven && !attendance.isGiven else {
      throw ValidationError(
        all
          ? local(
            ru: "с --all места и призы дают правила: --place, --prize и --nomination не нужны",
            en: "with --all the rules give places: leave out --place, --prize and --nomination")
          : local(
            ru:
              "--withhold, --no-winner, --move-up, --vacant, --anew, --reason, --present и --absent нужны только с --all",
            en: "--withhold, --no-winner, --move-up, --vacant, --anew, --reason, --present and --absent go with --all"))
    }
    guard !outcomes.isUnreasoned else {
      throw ValidationError(
        local(
          ru: "--move-up, --vacant и --anew записывают с обоснованием: --reason; без них оно не нужно",
          en: "--move-up, --vacant and --anew go with their --reason; it goes with nothing else"))
    }
    guard TypedNumber.counts.contains(place ?? 1) else {
      throw ValidationError(local(ru: "место — целое число от 1", en: "a place is a whole number from 1 on"))
    }
  }

  func run() throws {
    let minutes = ProtocolReference(number: number, date: date)
    let lines = try lines()
    let (announced, recorded, count) = try writing.change(common.openStore()) { session in
      let contest = try session.contest(contest)
      let count = try record(lines, minutes, of: contest, in: session)
      try session.record("winner.record", contest.id.description, detail: "\(count)")
      let recorded = try session.winners.list(contest: contest.id).filter {
        $0.revoked == nil && $0.winner.minutes == minutes
      }
      return (contest, recorded, count)
    }
    try common.print(
      .array(recorded.map { $0.json(in: announced) }),
      or: local(
        ru: "протокол № \(number): мест и призов в нём \(recorded.count), из них сейчас записано \(count)\n",
        en: "protocol \(number): \(recorded.count) places and prizes, \(count) of them recorded now\n"))
  }

  /// What was typed; nil where the rules give the places.
  private func lines() throws -> [WinnerLine]? {
    if all { return nil }
    if let from { return try WinnerTable.read(from, sheet: sheet) }
    return [WinnerLine(entry: entry ?? "", nomination: nomination, place: place, prize: prize, location: nil)]
  }

  /// - Returns: How many places and prizes were recorded.
  private func record(
    _ lines: [WinnerLine]?, _ minutes: ProtocolReference, of contest: Contest, in session: Session
  ) throws -> Int {
    guard let lines else {
      let round = try DecidedRound(contest, decisions: outcomes.decisions(in: contest), in: session)
      return try RoundRecord(round, minutes, in: session)
        .write(attendance: attendance.attendance(round.judging.adjudication))
    }
    try ProtocolDecisions(contest, minutes, in: session)
      .record(lines, checkedBy: TypedPlaces(contest, minutes, in: session))
    return lines.count
  }
}
