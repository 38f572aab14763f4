import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant calendar`: the days off by which reports fall due.
struct GrantCalendar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: local(ru: "Рабочий календарь.", en: "The calendar of working days."),
    discussion: examples([
      "laureat grant calendar show --year 2021", "laureat grant calendar import переносы-2021.csv --preview",
    ]),
    subcommands: [Show.self, Import.self])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: local(ru: "Нерабочие дни года, кроме обычных выходных.", en: "Days off besides weekends."),
      discussion: examples(["laureat grant calendar show --year 2021 --json"]))

    @Option(help: ArgumentHelp(local(ru: "Год.", en: "Year.")))
    var year: Int

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if !(1...9999).contains(year) {
        throw ValidationError(local(ru: "такого года нет", en: "there is no such year"))
      }
    }

    func run() throws {
      try CalendarPage(year, common.openStore().read { try $0.books.calendar() }).print(common)
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: local(ru: "Принять переносы выходных за год.", en: "Take in a year's transferred days."),
      discussion: examples([
        "laureat grant calendar import переносы-2021.csv --preview", "laureat grant calendar import переносы-2021.csv",
      ]))

    @Argument(
      help: ArgumentHelp(
        local(
          ru: "Таблица CSV или XLSX: столбцы «дата» и «день» (рабочий или выходной), один год.",
          en: "Table, CSV or XLSX: the columns date and day (working or off), of one year."), valueName: "file"),
      completion: .file(extensions: ["csv", "xlsx"]))
    var file: String

    @Flag(help: ArgumentHelp(local(ru: "Показать, ничего не записывая.", en: "Show it, and record nothing.")))
    var preview = false

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let (year, days) = try CalendarTable.read(file)
      var writing = writing
      writing.dryRun = writing.dryRun || preview
      let calendar = try writing.change(common.openOrCreateStore(writing)) { session in
        try session.books.replace(days, of: year)
        try session.record("grant.calendar", String(year), detail: "\(days.count)")
        return try session.books.calendar()
      }
      try CalendarPage(year, calendar).print(common)
    }
  }
}

/// The days of a year that are otherwise than a week would have them.
private struct CalendarPage {
  private let days: [(day: Day, isWorking: Bool, isDecreed: Bool)]

  init(_ year: Int, _ calendar: WorkCalendar) {
    let first = Day.firstDay(of: year).daysSince1970
    days = (first...Day.lastDay(of: year).daysSince1970).compactMap { number in
      guard let day = Day(daysSince1970: number) else { return nil }
      let isWorking = calendar.isWorking(day)
      let isUsual = isWorking == (day.weekday <= 5)
      let isDecreed = calendar.decreed[day] != nil
      return isUsual && !isDecreed ? nil : (day, isWorking, isDecreed)
    }
  }

  func print(_ common: CommonOptions) throws {
    try common.print(
      .array(
        days.map { ["day": JSON($0.day), "working": .bool($0.isWorking), "decreed": .bool($0.isDecreed)] }),
      or: TextTable(
        [
          .init(local(ru: "Дата", en: "Date")), .init(local(ru: "День", en: "Day")),
          .init(local(ru: "Откуда известно", en: "Source")),
        ],
        rows: days.map { day, isWorking, isDecreed in
          [
            Format.day(day, .table, Speech.language),
            isWorking ? local(ru: "рабочий", en: "working") : local(ru: "выходной", en: "off"),
            isDecreed ? local(ru: "перенос", en: "decree") : local(ru: "ст. 112 ТК РФ", en: "Labour Code, art. 112"),
          ]
        }
      ).render(width: Terminal.tableWidth, language: Speech.language))
  }
}
