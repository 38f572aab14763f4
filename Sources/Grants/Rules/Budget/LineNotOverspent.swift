public import Primitives

/// No more goes out on a budget line, net of what payees gave back, than was planned for it: in all, and of the grant
/// where the line says whose money it is planned with.
public struct LineNotOverspent: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    let spending = project.spendingByLine()
    return project.budget.findings { position, line in
      guard let spent = spending[line.id], line.isOverspent(by: spent) else { return nil }
      let field = "budgetLine[\(position)]"
      return spent.total > line.planned
        ? .overspent(line.id, (spent.total - line.planned).text(in: project.currency), field: field)
        : .grantOverspent(line.id, (spent.grant - line.plannedOfGrant).text(in: project.currency), field: field)
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

  fileprivate static func grantOverspent(_ line: Identifier, _ excess: LocalizedText, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.lineOverspent, .warning,
      LocalizedText(
        ru: "по статье «\(line)» из средств гранта израсходовано на \(excess.russian) больше, чем запланировано из них",
        en: "on budget line “\(line)” \(excess.english) more of the grant was spent than was planned of it"),
      advice: LocalizedText(
        ru: "расходы из собственных средств отметьте как собственные: laureat grant expense edit; остальное согласуйте"
          + " с фондом",
        en: "mark what was paid from own money as own: laureat grant expense edit; agree on the rest with the funder"),
      field: field)
  }
}
