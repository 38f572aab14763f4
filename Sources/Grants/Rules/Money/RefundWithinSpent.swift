public import Primitives

/// A payee gives back no more than was paid of the grant by then: in all, and on the line the refund names.
public struct RefundWithinSpent: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard project.refunds.contains(where: { $0.direction == .fromPayee }) else { return [] }
    var whole: [Day: Flow] = [:]
    var byLine: [Identifier: [Day: Flow]] = [:]
    func add(_ day: Day, _ line: Identifier?, _ change: (inout Flow) -> Void) {
      change(&whole[day, default: Flow()])
      if let line { change(&byLine[line, default: [:]][day, default: Flow()]) }
    }
    for expense in project.expenses where expense.source == .grant {
      add(expense.date, expense.line) { $0.paid += expense.amount }
    }
    for (position, refund) in project.refunds.enumerated() where refund.direction == .fromPayee {
      add(refund.date, refund.line) { flow in
        flow.returned += refund.amount
        flow.lastRefund = position
      }
    }
    let ofLines = project.budget.compactMap { line in
      byLine[line.id].flatMap { excess($0, of: line, in: project) }
    }
    return ofLines.isEmpty ? [excess(whole, of: nil, in: project)].compactMap { $0 } : ofLines
  }

  /// What was paid and came back on a day.
  private struct Flow {
    var paid = Amount.zero
    var returned = Amount.zero
    /// Its position, from 0.
    var lastRefund: Int?
  }

  /// The first day by whose end more had come back than had gone out; nil for the line stands for all of them.
  private func excess(_ flows: [Day: Flow], of line: BudgetLine?, in project: Project) -> Diagnostic? {
    var (paid, returned) = (Amount.zero, Amount.zero)
    for (day, flow) in flows.sorted(by: { $0.key < $1.key }) {
      paid += flow.paid
      returned += flow.returned
      if returned > paid, let position = flow.lastRefund {
        return .beyondSpent(
          line?.title, on: day, returned.text(in: project.currency), paid.text(in: project.currency),
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
          en:
            "on line “\($0)” payees had returned \(returned.english) by \(day.worded), and \(spent.english) of the grant was"
            + " paid to them")
      }
        ?? LocalizedText(
          ru: "к \(day.dotted) получатели вернули \(returned.russian), а уплачено им из гранта \(spent.russian)",
          en:
            "payees had returned \(returned.english) by \(day.worded), and \(spent.english) of the grant was paid to them"
        ),
      advice: LocalizedText(
        ru: "проверьте сумму, день и статью возврата; если вернулись собственные средства, уменьшите сам расход"
          + ": laureat grant expense edit",
        en: "check the amount, the day and the line; where own money came back, lower the expense itself"
          + ": laureat grant expense edit"),
      field: field)
  }
}
