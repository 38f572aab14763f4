import ArgumentParser
import Contests
import LibXLSX
import Primitives
import Reports
import Storage

/// `laureat report year`: contests, outcomes and grants of a year on one page.
struct ReportYear: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, pdf, xlsx, json
  }

  static let configuration = CommandConfiguration(
    commandName: "year", abstract: local(ru: "Итоги года.", en: "The year's figures."),
    discussion: examples([
      "laureat report year --year 2020",
      "laureat report year --year 2020 --territory 32701000 --format html -o year.html",
      "laureat report year --year 2020 --format pdf -o year.pdf",
      "laureat report year --year 2020 --compare 2019",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Год.", en: "Year.")))
  var year: Int

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Более ранний год, с которым сравнить: оба рядом, с изменениями.",
        en: "An earlier year to compare with: both side by side, with what has changed."), valueName: "year"))
  var compare: Int?

  @Option(
    help: ArgumentHelp(local(ru: "ОКТМО или его начало.", en: "ОКТМО or its beginning."), valueName: "oktmo"))
  var territory: String?

  @Option(help: ArgumentHelp(local(ru: "text, html, pdf, xlsx или json.", en: "text, html, pdf, xlsx or json.")))
  var format = Format.text

  @OptionGroup var currency: CurrencyOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...9999).contains(year) else {
      throw ValidationError(local(ru: "такого года нет", en: "there is no such year"))
    }
    if let compare, !(1..<year).contains(compare) {
      throw ValidationError(
        local(
          ru: "сравнить можно с более ранним годом: --compare \(year - 1)",
          en: "a year is compared with an earlier one: --compare \(year - 1)"))
    }
  }

  func run() throws {
    let (report, earlier) = try output.common.openStore().read { session in
      let years = [year, compare].compactMap { $0 }
      let contests = try session.contests.list(.init(territory: territory)).filter { contest in
        let isSeen = YearReport.years(upTo: year).contains(contest.year) || years.contains(contest.year)
        return try isSeen && session.isOwn(contest)
      }
      let figures = try contests.map { try session.contests.figures(of: $0) }
      let outcomes = try years.flatMap { try session.outcomes.list(year: $0, territory: territory) }
      let projects = try session.projects.list(.init(territory: territory))
      func report(_ year: Int) -> YearReport {
        YearReport(
          year: year, territory: territory, contests: figures, outcomes: outcomes, projects: projects,
          currency: currency.chosen)
      }
      return (report(year), compare.map(report))
    }
    let comparison = earlier.map { YearComparison(of: report, with: $0) }
    let language = Speech.language
    switch output.common.json ? .json : format {
    case .text: try Page.write(report.text(language, comparison, width: Terminal.width), to: output)
    case .html: try Page.write(report.html(language, comparison), to: output)
    case .xlsx:
      try WorkbookFile.write(to: output.path) { path throws(XLSXProblem) in
        try report.document(language, comparison).writeWorkbook(to: path, created: Instant(noonOf: .lastDay(of: year)))
      }
    case .pdf: try Page.write(pdf: report.document(language, comparison), madeOn: .lastDay(of: year), to: output)
    case .json: try Page.write(report.json(comparison).text, to: output)
    }
  }
}
