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

extension Diagnostic {
  fileprivate static func unknownLine(_ line: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.unknownBudgetLine, .error,
      LocalizedText(
        ru: "в смете проекта нет статьи «\(line)»", en: "the project's budget has no line “\(line)”"),
      advice: LocalizedText(
        ru: "укажите статью из сметы или добавьте её в смету",
        en: "name a line of the budget, or add this one to it"),
      field: field)
  }
}
