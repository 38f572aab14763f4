import ArgumentParser
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
    ]))

  @Option(help: ArgumentHelp(local(ru: "Год.", en: "Year.")))
  var year: Int

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
  }

  func run() throws {
    let report = try output.common.openStore().read { session in
      let contests = try session.contests.list(.init(year: year, territory: territory)).filter { try session.isOwn($0) }
      return YearReport(
        year: year, territory: territory, contests: try contests.map { try session.contests.figures(of: $0) },
        outcomes: try session.outcomes.list(year: year, territory: territory),
        projects: try session.projects.list(.init(territory: territory)), currency: currency.chosen)
    }
    switch output.common.json ? .json : format {
    case .text: try Page.write(report.text(Speech.language, width: Terminal.width), to: output)
    case .html: try Page.write(report.html(Speech.language), to: output)
    case .xlsx:
      try WorkbookFile.write(to: output.path) { path throws(XLSXProblem) in
        try report.document(Speech.language).writeWorkbook(to: path, created: Instant(noonOf: .lastDay(of: year)))
      }
    case .pdf: try Page.write(pdf: report.document(Speech.language), madeOn: .lastDay(of: year), to: output)
    case .json: try Page.write(report.json.text, to: output)
    }
  }
}
