public import Primitives

/// One payment document is entered once: the same number, payee, day and amount are one expense, whichever case, quotes
/// and spaces they were typed with.
public struct ExpenseIsNotDoubled: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    Self.doubles(among: project.expenses).map { double in
      .doubled(
        project.expenses[double.place].id, project.expenses[double.first].id, field: "expense[\(double.place + 1)]")
    }
  }

  /// Where an expense stands that another one before it says already.
  package static func doubles(among expenses: [Expense]) -> [(place: Int, first: Int)] {
    var seen: [Payment: Int] = [:]
    return expenses.indices.compactMap { place in
      guard let payment = Payment(expenses[place]) else { return nil }
      guard let first = seen[payment] else {
        seen[payment] = place
        return nil
      }
      return (place, first)
    }
  }

  private struct Payment: Hashable {
    private let number: String
    private let payee: String?
    private let day: Day
    private let amount: Amount

    /// Nil for one without a document.
    init?(_ expense: Expense) {
      guard let number = expense.document?.number else { return nil }
      var words = number.loosened.split(separator: " ")
      if words.count > 1, ["n", "no", "no.", "номер"].contains(words[0]) { words.removeFirst() }
      self.number = words.joined().bare
      payee = expense.payee?.loosened.bare
      day = expense.date
      amount = expense.amount
    }
  }
}

extension String {
  /// Without what stands around names and numbers.
  fileprivate var bare: String { filter { !$0.isWhitespace && !"№#\"'«»„“”‘’".contains($0) } }
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
