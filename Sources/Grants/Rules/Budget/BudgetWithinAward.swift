public import Primitives

/// The budget spends no more of the grant than was awarded.
///
/// A line that does not say whose money it is may be of the co-financing that no other line speaks of.
public struct BudgetWithinAward: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard let awarded = project.awarded, !project.budget.isEmpty else { return [] }
    let own = project.budget.map(\.plannedOfOwn).sum()
    let untold = project.budget.filter { !$0.tellsSource }.map(\.planned).sum()
    let promised = max((project.coFinancing ?? .zero) - own, .zero)
    let ofGrant = project.budget.map(\.planned).sum() - own - min(promised, untold)
    guard ofGrant > awarded else { return [] }
    return [
      .beyondAward(
        ofGrant.text(in: project.currency), awarded.text(in: project.currency),
        field: "budgetLine[\(project.budget.count)]/planned")
    ]
  }
}

extension Diagnostic {
  fileprivate static func beyondAward(_ planned: LocalizedText, _ awarded: LocalizedText, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.budgetBeyondAwarded, .warning,
      LocalizedText(
        ru: "по смете из средств гранта \(planned.russian), а присуждено \(awarded.russian)",
        en: "the budget takes \(planned.english) of the grant, and \(awarded.english) was awarded"),
      advice: LocalizedText(
        ru: "исправьте план статей или назовите собственные и привлечённые средства: laureat grant line edit",
        en: "correct the planned amounts, or say what is own and attracted money: laureat grant line edit"),
      field: field)
  }
}
