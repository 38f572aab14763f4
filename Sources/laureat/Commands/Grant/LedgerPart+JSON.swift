import Grants
import Primitives
import Reports

extension LedgerPart {
  /// The records as a list.
  func json(of project: Project) -> JSON {
    switch self {
    case .budget: .array(budgetRows(of: project).map { $0.line.json($0.spending) })
    case .instalments: .array(project.instalments.map(\.json))
    case .expenses: .array(project.expenses.map(\.json))
    case .refunds: .array(project.refunds.map(\.json))
    case .moves: .array(project.moves.map(\.json))
    case .indicators: .array(project.indicators.map(\.json))
    case .checkpoints: .array(project.checkpoints.map(\.json))
    case .texts: .array(project.texts.map(\.json))
    }
  }
}

extension BudgetLine {
  /// `spent` is of all sources, and so is `left` of the plan.
  fileprivate func json(_ spending: Spending) -> JSON {
    [
      "id": JSON(id), "title": .string(title), "quantity": JSON(quantity), "unit": JSON(unit), "price": JSON(price),
      "planned": JSON(planned), "requested": JSON(requested), "own": JSON(own), "attracted": JSON(attracted),
      "grantPlanned": JSON(plannedOfGrant), "ownPlanned": JSON(plannedOfOwn),
      "divergenceReason": JSON(divergenceReason), "spent": JSON(spending.total), "grantSpent": JSON(spending.grant),
      "ownSpent": JSON(spending.own), "left": JSON(planned - spending.total),
    ]
  }
}
