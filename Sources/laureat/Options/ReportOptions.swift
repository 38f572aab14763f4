import ArgumentParser
import Exchange
import Grants
import LibXLSX
import Primitives
import Reports
import Storage

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, html, pdf, xml, xlsx, csv, json
}

/// The period of a report and the form it is wanted in.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "Год.", en: "Year.")))
  var year: Int?

  @Option(help: ArgumentHelp(local(ru: "Первый день.", en: "First day."), valueName: dayForm))
  var from: Day?

  @Option(help: ArgumentHelp(local(ru: "Последний день.", en: "Last day."), valueName: dayForm))
  var to: Day?

  @Option(
    help: ArgumentHelp(
      local(ru: "text, html, pdf, xml, xlsx, csv или json.", en: "text, html, pdf, xml, xlsx, csv or json.")))
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      local(ru: "Форма грантодателя: файл JSON.", en: "The funder's layout, a JSON file."), valueName: "file"))
  var layout: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try PeriodArguments.check(year: year, from: from, to: to)
  }

  var period: Period { year.map { Period(year: $0) } ?? Period(start: from, end: to) }
  private var lastDay: Day {
    guard let day = period.end else { preconditionFailure("a period without an end is not let through") }
    return day
  }

  var kind: GrantReport.Kind { year != nil ? .annual : .period }

  /// Writes a report on grants in the form asked for. Where something in it does not agree, it says so, and so does
  /// standard error.
  ///
  /// - Parameter projects: Those it is about, with all their movements.
  /// - Returns: What is to be noted as sent; nil for a form that only people read.
  func write(
    _ report: GrantReport, on projects: [Project], in session: Session, changedAt: Instant?
  ) throws -> SentDocument? {
    let today = Clock.now().day
    let findings = findings(report, projects, today: today)
    var report = report
    report.isDraft = !findings.isEmpty
    if report.isDraft {
      tell(
        findings.map { finding in
          projects.first { $0.id.description == finding.record }.map { finding.naming(in: $0, known: $0) } ?? finding
        })
    }
    let language = Speech.language
    let ourselves = try session.organisations.ourselves()?.title
    let layout = try layout.map { try ReportLayout(path: $0) } ?? ReportLayout()
    let named = findings.map { $0.naming(in: projects) }
    let document = report.document(language, sender: ourselves, layout: layout, findings: named, today: today)
    switch output.common.json ? .json : format {
    case .text: try Page.write(document.text(width: Terminal.width), to: output)
    case .html: try Page.write(document.html, to: output)
    case .pdf: try Page.write(pdf: document, madeOn: lastDay, to: output)
    case .csv: try Page.write(bytes: report.csv(language), to: output)
    case .xlsx:
      try WorkbookFile.write(to: output.path) { path throws(XLSXProblem) in
        try report.writeWorkbook(to: path, language, sender: ourselves, layout: layout, findings: named, today: today)
      }
    case .json: try Page.write(report.json(findings: findings).text, to: output)
    case .xml:
      return try Outgoing(session, output).write(.grantReport, changedAt: changedAt) { try $0.add(report) }
    }
    return nil
  }

  private func findings(_ report: GrantReport, _ projects: [Project], today: Day) -> [Diagnostic] {
    let reported = Set(report.projects.map(\.project.id))
    return [report.unfinishedPeriod(today: today)].compactMap { $0 }
      + projects.filter { reported.contains($0.id) }.flatMap {
        $0.findings(inReport: report.kind, on: report.period, today: today)
      }
  }

  /// The command has not failed: a draft is printed, with what is to be mended before it is handed in.
  private func tell(_ findings: [Diagnostic]) {
    DiagnosticPrinter.show(
      findings.map { finding in
        var finding = finding
        finding.severity = .warning
        let path = [finding.record, finding.field].compactMap { $0 }.joined(separator: "/")
        finding.location = path.isEmpty ? nil : .init(path: path)
        return finding
      })
    Terminal.say(
      local(ru: "отчёт не готов к сдаче: это черновик", en: "the report is not ready to be handed in: it is a draft"))
  }
}
