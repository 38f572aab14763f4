import Exchange
import Grants
import Primitives
import Reports

/// What the rows of a table of expenses come to, for the rows that state it: in all, or since the last of them.
struct ExpenseTotals {
  private let project: Project
  private var all = Amount.zero
  private var part = Amount.zero

  init(_ project: Project) { self.project = project }

  mutating func add(_ amount: Amount) {
    all += amount
    part += amount
  }

  /// What is wrong with the row of a total: it states another sum than that of the rows above it.
  mutating func findings(_ cells: inout ExpenseCells) -> [Diagnostic] {
    defer { part = .zero }
    guard cells.has(.amount), let stated = cells.amount(for: project), stated != all, stated != part else {
      return cells.problems
    }
    func money(_ amount: Amount, _ language: Language) -> String {
      Format.money(amount, project.currency, language)
    }
    cells.report(
      .amount, ExchangeCode.totalsDisagree,
      ru: "в строке итога \(money(stated, .russian)), а строки выше дают \(money(all, .russian))",
      en: "the total says \(money(stated, .english)), and the rows above come to \(money(all, .english))",
      advice: LocalizedText(
        ru: "проверьте, не пропущена ли строка; если расходы верны, исправьте итог или удалите его строку",
        en: "see whether a row is missing; if the expenses are right, correct the total or delete its row"))
    return cells.problems
  }
}
