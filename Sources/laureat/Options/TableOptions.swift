import ArgumentParser
import Primitives

/// How a table of applications is to be read.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(ru: "Конкурс, на который поданы заявки таблицы.", en: "The contest that a table's applications are for."),
      valueName: "id"))
  var contest: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Лист книги; без него — первый видимый.", en: "Sheet of the workbook; otherwise the first visible one."),
      valueName: "title"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "День подачи для строк, где он не указан.", en: "Day of submission for rows that do not say it."),
      valueName: dayForm))
  var submitted: Day?

  @Flag(
    help: ArgumentHelp(
      local(ru: "Не читать столбцы с незнакомыми названиями.", en: "Leave out columns with unknown names.")))
  var ignoreUnknownColumns = false

  var reading: TableReading {
    TableReading(contest: contest, sheet: sheet, submitted: submitted, ignoreUnknownColumns: ignoreUnknownColumns)
  }
}
