import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

struct FunderList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Грантодатели и их деньги.", en: "Funders and their money."),
    discussion: examples(["laureat funder list", "laureat funder list --json"]))

  @OptionGroup var currency: CurrencyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let (funders, projects) = try common.openStore().read { session in
      (try session.funders.list(), try session.projects.list())
    }
    let byFunder = Dictionary(grouping: currency.matching(projects), by: \.funder.id)
    let totals = funders.map { ($0, GrantTotals(cumulative: byFunder[$0.id] ?? [])) }
    try common.print(.array(totals.map(json)), or: table(totals))
  }

  private func json(_ funder: Funder, _ totals: GrantTotals) -> JSON {
    JSON.funderRow(
      id: funder.id.description, title: funder.title, projects: totals.projects, awarded: totals.awarded,
      received: totals.received, spent: totals.spent)
  }

  private func table(_ totals: [(Funder, GrantTotals)]) -> String {
    TextTable(
      [
        .init("id"), .flexible(local(ru: "Грантодатель", en: "Funder")),
        .number(local(ru: "Проектов", en: "Projects")), .number(local(ru: "Привлечено", en: "Awarded")),
        .number(local(ru: "Поступило", en: "Received")),
        .number(local(ru: "Освоено из грантов", en: "Spent of the grants")),
      ],
      rows: totals.map { funder, totals in
        [funder.id.description, funder.title, String(totals.projects)]
          + [totals.awarded, totals.received, totals.spent].map { Format.amount($0, Speech.language) }
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}
