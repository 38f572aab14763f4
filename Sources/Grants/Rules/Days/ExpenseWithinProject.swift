public import Primitives

/// The grant is spent from its award on, and within the days of the project; papers that come late are only warned of.
///
/// The project's days are the actual ones, and the planned where those are not known.
public struct ExpenseWithinProject: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    let award = project.awardDay
    let period = Period(
      start: project.actualPeriod?.start ?? project.plannedPeriod?.start,
      end: project.actualPeriod?.end ?? project.plannedPeriod?.end)
    return project.expenses.findings { position, expense in
      if expense.source == .grant, let award, expense.date < award {
        return .beforeAward(expense, award, field: "expense[\(position)]/date")
      }
      // A period in disorder holds no day at all, and has its own finding.
      guard period.isInOrder, !period.contains(expense.date) else { return nil }
      return .outsideProject(expense, project.id, field: "expense[\(position)]/date")
    }
  }
}

extension Diagnostic {
  fileprivate static func beforeAward(_ expense: Expense, _ award: Day, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.expenseBeforeAward, .error,
      LocalizedText(
        ru: "расход «\(expense.id)» из средств гранта датирован \(expense.date.dotted), а грант присуждён"
          + " \(award.dotted)",
        en: "expense “\(expense.id)” of the grant is dated \(expense.date.worded), before the award on \(award.worded)"),
      advice: LocalizedText(
        ru: "исправьте дату или отметьте расход как собственный: laureat grant expense edit --own",
        en: "correct the day, or mark the expense as own: laureat grant expense edit --own"),
      field: field)
  }

  fileprivate static func outsideProject(_ expense: Expense, _ project: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.expenseOutsideProject, .warning,
      LocalizedText(
        ru: "расход «\(expense.id)» датирован \(expense.date.dotted) — вне срока проекта",
        en: "expense “\(expense.id)” is dated \(expense.date.worded), outside the days of the project"),
      advice: LocalizedText(
        ru: "убедитесь, что фонд примет этот расход, или уточните срок проекта: laureat grant edit \(project) --ended",
        en: "make sure that the funder accepts it, or correct the days of the project"
          + ": laureat grant edit \(project) --ended"),
      field: field)
  }
}
