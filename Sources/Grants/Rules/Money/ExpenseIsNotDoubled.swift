public import Primitives

/// One payment document is entered once: the same number, payee, day and amount are one expense.
public struct ExpenseIsNotDoubled: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    var seen: [Payment: Identifier] = [:]
    return project.expenses.findings { position, expense in
      guard let number = expense.document?.number else { return nil }
      let payment = Payment(number: number, payee: expense.payee, day: expense.date, amount: expense.amount)
      guard let first = seen[payment] else {
        seen[payment] = expense.id
        return nil
      }
      return .doubled(expense.id, first, field: "expense[\(position)]")
    }
  }

  private struct Payment: Hashable {
    let number: String
    let payee: String?
    let day: Day
    let amount: Amount
  }
}

extension Diagnostic {
  fileprivate static func doubled(_ id: Identifier, _ first: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.doubledExpense, .warning,
      LocalizedText(
        ru: "расходы «\(first)» и «\(id)» совпадают по документу, получателю, дате и сумме",
        en: "expenses “\(first)” and “\(id)” have the same document, payee, day and amount"),
      advice: LocalizedText(
        ru: "проверьте, не внесён ли один платёж дважды", en: "check whether one payment was entered twice"),
      field: field)
  }
}
