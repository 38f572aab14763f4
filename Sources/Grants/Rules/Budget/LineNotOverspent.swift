public import Primitives

/// No more goes out on a budget line, net of what payees gave back, than was planned for it.
public struct LineNotOverspent: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    let spending = project.spendingByLine()
    return project.budget.findings { position, line in
      let excess = (spending[line.id]?.total ?? .zero) - line.planned
      return excess > .zero
        ? .overspent(line.id, excess.text(in: project.currency), field: "budgetLine[\(position)]") : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func overspent(_ line: Identifier, _ excess: LocalizedText, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.lineOverspent, .warning,
      LocalizedText(
        ru: "по статье «\(line)» израсходовано на \(excess.russian) больше плана",
        en: "budget line “\(line)” is overspent by \(excess.english)"),
      advice: LocalizedText(
        ru: "согласуйте с фондом перераспределение или отнесите расход на другую статью",
        en: "agree on a change of the budget with the funder, or move an expense to another line"),
      field: field)
  }
}
