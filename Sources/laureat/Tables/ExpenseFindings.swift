import Grants
import Primitives

extension ExpenseTable {
  /// True where no row has the number of a document, by which it could be told, and each is recorded word for word.
  func isRecorded(in project: Project) -> Bool {
    func said(_ expense: Expense) -> Expense {
      var expense = expense
      expense.id = project.id
      expense.fileDigest = nil
      return expense
    }
    let known = Set(project.expenses.map(said))
    return rows.allSatisfy { $0.expense.document?.number == nil && known.contains(said($0.expense)) }
  }

  /// A finding of a rule about an expense that was added, with the cell it stands in and by words of the table: the
  /// expenses of a table that is refused have no identifiers.
  ///
  /// - Parameter project: With the expenses of the table.
  func located(_ finding: Diagnostic, in project: Project) -> Diagnostic {
    guard let (index, column) = place(of: finding, in: project) else { return finding }
    let row = rows[index]
    var finding = finding
    if let message = doubled(finding, index, in: project) {
      finding.message = message
    } else {
      let line = project.budget.first { $0.id == row.expense.line }
      finding.message = finding.message.without(project.expenses[firstPlace - 1 + index].id).naming(line)
    }
    finding.location = column.flatMap { row.locations[$0] } ?? row.location
    finding.field = nil
    return finding
  }

  /// The row, as its index, and the column that a finding is about.
  private func place(of finding: Diagnostic, in project: Project) -> (Int, ExpenseColumn?)? {
    guard let match = finding.field?.wholeMatch(of: /(expense|budgetLine)\[(\d+)\](?:\/(\w+).*)?/),
      let number = Int(match.2)
    else { return nil }
    guard match.1 == "expense" else {
      return finding.code == GrantCode.lineOverspent && project.budget.indices.contains(number - 1)
        ? firstOverspending(project.budget[number - 1], in: project).map { ($0, .amount) } : nil
    }
    guard rows.indices.contains(number - firstPlace) else { return nil }
    let column: ExpenseColumn? =
      switch (match.3, finding.code) {
      case ("date", _), (nil, GrantCode.closedPeriod): .date
      case ("line", _): .line
      case ("document", _): columns.contains { $0.meaning == .documentDate } ? .documentDate : .document
      case ("amount", _), (nil, GrantCode.spentBeyondReceived), (nil, GrantCode.doubledExpense): .amount
      default: nil
      }
    return (number - firstPlace, column)
  }

  /// The row with which more is spent on a line than was planned.
  private func firstOverspending(_ line: BudgetLine, in project: Project) -> Int? {
    let ofLine = rows.indices.filter { rows[$0].expense.line == line.id }
    var spent = project.spendingByLine()[line.id] ?? Spending()
    for index in ofLine { spent -= rows[index].expense }
    return ofLine.first { index in
      spent += rows[index].expense
      return line.isOverspent(by: spent)
    } ?? ofLine.last
  }

  /// What a row repeats; nil for a finding of something else.
  private func doubled(_ finding: Diagnostic, _ index: Int, in project: Project) -> LocalizedText? {
    guard finding.code == GrantCode.doubledExpense, let first = doubles[firstPlace - 1 + index] else { return nil }
    let row = rows[index]
    if first + 1 >= firstPlace {
      let other = rows[first + 1 - firstPlace].number
      return LocalizedText(
        ru: "строка \(row.number) повторяет строку \(other): те же документ, получатель, дата и сумма",
        en: "row \(row.number) repeats row \(other): the same document, payee, day and amount")
    }
    let expense = project.expenses[first]
    return LocalizedText(
      ru: "строка \(row.number) повторяет записанный расход «\(expense.id)» от \(expense.date.dotted)",
      en: "row \(row.number) repeats the recorded expense “\(expense.id)” of \(expense.date.worded)")
  }
}

extension LocalizedText {
  /// The text without an identifier that it quotes.
  fileprivate func without(_ id: Identifier) -> LocalizedText {
    LocalizedText(ru: russian.replacing(" «\(id)»", with: ""), en: english.replacing(" “\(id)”", with: ""))
  }

  /// The text with the title of a budget line in place of its identifier.
  fileprivate func naming(_ line: BudgetLine?) -> LocalizedText {
    guard let line else { return self }
    return LocalizedText(
      ru: russian.replacing("«\(line.id)»", with: "«\(line.title)»"),
      en: english.replacing("“\(line.id)”", with: "“\(line.title)”"))
  }
}
