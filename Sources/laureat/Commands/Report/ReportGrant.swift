import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

/// `laureat report grant P`: the same for one project.
struct ReportGrant: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: local(ru: "Отчёт по одному проекту.", en: "Report on one project."),
    discussion: examples([
      "laureat report grant novye-gorizonty --year 2020 --format xlsx -o report.xlsx",
      "laureat report grant novye-gorizonty --year 2020 --layout funder-report.json --format html -o report.html",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @OptionGroup var options: ReportOptions

  func run() throws {
    let store = try options.output.common.openStore()
    try store.read { session in
      let project = try session.project(project)
      var report = GrantReport(kind: options.kind, on: [project], of: project.funder, period: options.period)
      if let signed = project.agreement?.date, let end = options.period.end, end < signed {
        throw Failure([.beforeAgreement(signed)])
      }
      if let award = project.awardDay, let end = options.period.end, end < award {
        throw Failure([.beforeAward(award)])
      }
      report.number(by: try session.books.obligations(of: project.id))
      if report.projects.isEmpty { throw Failure([project.notReported]) }
      return try options.write(
        report, on: [project], in: session, changedAt: try session.projects.changedAt(of: project.id))
    }?.note(in: store)
  }
}

extension Project {
  /// Why there is nothing to report on the project.
  fileprivate var notReported: Diagnostic {
    guard let endDay, awardDay != nil else {
      let state = LocalizedText(ru: Format.name(status, .russian), en: Format.name(status, .english))
      return Diagnostic(
        GrantCode.unknownProject,
        LocalizedText(
          ru: "отчитываться не о чем: состояние проекта\u{A0}— «\(state.russian)», день присуждения гранта не записан",
          en: "there is nothing to report: the project stands as “\(state.english)”, without the day of an award"),
        advice: self.endDay == nil
          ? LocalizedText(
            ru: "запишите присуждение: laureat grant status \(id) awarded --date ГГГГ-ММ-ДД",
            en: "record the award: laureat grant status \(id) awarded --date YYYY-MM-DD") : nil)
    }
    return Diagnostic(
      GrantCode.unknownProject,
      LocalizedText(
        ru: "отчитываться не о чем: проект окончен \(endDay.dotted), позже средства гранта не двигались и остатка нет",
        en: "there is nothing to report: the project ended on \(endDay.worded), and no money of the grant is left"
          + " or moved later"),
      advice: LocalizedText(
        ru: "назовите более ранний период: laureat report grant \(id) --from --to",
        en: "name an earlier period: laureat report grant \(id) --from --to"))
  }
}

extension Diagnostic {
  fileprivate static func beforeAward(_ award: Day) -> Diagnostic {
    Diagnostic(
      GrantCode.reportBeforeAgreement,
      LocalizedText(
        ru: "период кончается раньше, чем присуждён грант (\(award.dotted))",
        en: "the period ends before the grant was awarded (\(award.worded))"),
      advice: LocalizedText(
        ru: "назовите период после присуждения или исправьте его день: laureat grant edit --awarded-on",
        en: "name a period after the award, or correct its day: laureat grant edit --awarded-on"))
  }

  fileprivate static func beforeAgreement(_ signed: Day) -> Diagnostic {
    Diagnostic(
      GrantCode.reportBeforeAgreement,
      LocalizedText(
        ru: "период кончается раньше, чем заключён договор (\(signed.dotted))",
        en: "the period ends before the agreement was signed (\(signed.worded))"),
      advice: LocalizedText(
        ru: "назовите период после договора или исправьте его дату: laureat grant edit --agreement-date",
        en: "name a period after the agreement, or correct its day: laureat grant edit --agreement-date"))
  }
}
