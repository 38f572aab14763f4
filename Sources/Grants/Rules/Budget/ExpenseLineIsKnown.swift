public import Primitives

/// Expenses and refunds name budget lines that the project has.
public struct ExpenseLineIsKnown: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    let known = Set(project.budget.map(\.id))
    func finding(_ line: Identifier?, _ field: @autoclosure () -> String) -> Diagnostic? {
      guard let line, !known.contains(line) else { return nil }
      return .unknownLine(line, field: field())
    }
    return project.expenses.findings { finding($1.line, "expense[\($0)]/line") }
      + project.refunds.findings { finding($1.line, "refund[\($0)]/line") }
  }
}
