public import Primitives

/// A payee gives back no more than was paid of the grant by then: in all, and on the line the refund names.
public struct RefundWithinSpent: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    let returns = project.refunds.enumerated().filter { $0.element.direction == .fromPayee }
    let byLine = project.budget.compactMap { line in
      excess(returns.filter { $0.element.line == line.id }, of: line, in: project)
    }
    return byLine.isEmpty ? [excess(returns, of: nil, in: project)].compactMap { $0 } : byLine
  }

  /// The first day on which more had come back than had gone out; nil for the line stands for all of them.
  private func excess(
    _ returns: [(offset: Int, element: Refund)], of line: BudgetLine?, in project: Project
  ) -> Diagnostic? {
    let paid = project.expenses.filter { $0.source == .grant && (line == nil || $0.line == line?.id) }
    var returned = Amount.zero
    for (position, refund) in returns.sorted(by: { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }) {
      returned += refund.amount
      let spent = paid.filter { $0.date <= refund.date }.map(\.amount).sum()
      if returned > spent {
        return .beyondSpent(
          line?.title, on: refund.date, returned.text(in: project.currency), spent.text(in: project.currency),
          field: "refund[\(position + 1)]/amount")
      }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func beyondSpent(
    _ line: String?, on day: Day, _ returned: LocalizedText, _ spent: LocalizedText, field: String
  ) -> Diagnostic {
    Diagnostic(
      GrantCode.refundBeyondSpent,
      line.map {
        LocalizedText(
          ru: "по статье «\($0)» к \(day.dotted) получатели вернули \(returned.russian), а уплачено им из гранта"
            + " \(spent.russian)",
          en: "on line “\($0)” payees had returned \(returned.english) by \(day), and \(spent.english) of the grant was"
            + " paid to them")
      }
        ?? LocalizedText(
          ru: "к \(day.dotted) получатели вернули \(returned.russian), а уплачено им из гранта \(spent.russian)",
          en: "payees had returned \(returned.english) by \(day), and \(spent.english) of the grant was paid to them"),
      advice: LocalizedText(
        ru: "проверьте сумму, день и статью возврата; если вернулись собственные средства, уменьшите сам расход"
          + ": laureat grant expense edit",
        en: "check the amount, the day and the line; where own money came back, lower the expense itself"
          + ": laureat grant expense edit"),
      field: field)
  }
}
