public import Primitives

/// At the end of no day more of the grant has been spent than had been received, each net of refunds.
///
/// The order of movements within a day is not known, so they count together.
public struct SpentWithinReceived: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    var movements: [Day: Amount] = [:]
    for instalment in project.instalments {
      if let day = instalment.receivedOn, let amount = instalment.received {
        movements[day, default: .zero] += amount
      }
    }
    for expense in project.expenses where expense.source == .grant {
      movements[expense.date, default: .zero] += -expense.amount
    }
    for refund in project.refunds {
      movements[refund.date, default: .zero] += refund.direction == .toFunder ? -refund.amount : refund.amount
    }

    var balance = Amount.zero
    for (day, amount) in movements.sorted(by: { $0.key < $1.key }) {
      balance += amount
      if balance < .zero { return [overdrawn(by: -balance, on: day, in: project)] }
    }
    return []
  }

  private func overdrawn(by excess: Amount, on day: Day, in project: Project) -> Diagnostic {
    let returns = project.refunds.filter { $0.date == day && $0.direction == .toFunder }
    let returned = returns.map(\.amount).sum()
    // Where the money would have been enough but for what went back, nobody spent too much.
    if returned >= excess, let last = project.refunds.lastIndex(where: { $0.id == returns.last?.id }) {
      return .returnedBeyondBalance(
        on: day, returned.text(in: project.currency), left: (returned - excess).text(in: project.currency),
        field: "refund[\(last + 1)]")
    }
    return .overdrawn(on: day, by: excess.text(in: project.currency), field: lastPayment(of: project, on: day))
  }

  /// The movement to look at: the last payment of the day.
  private func lastPayment(of project: Project, on day: Day) -> String {
    let index = project.expenses.lastIndex { $0.date == day && $0.source == .grant } ?? 0
    return "expense[\(index + 1)]"
  }
}

extension Diagnostic {
  fileprivate static func returnedBeyondBalance(
    on day: Day, _ returned: LocalizedText, left: LocalizedText, field: String
  ) -> Diagnostic {
    Diagnostic(
      GrantCode.spentBeyondReceived, .error,
      LocalizedText(
        ru: "возврат грантодателю \(day.dotted), \(returned.russian), больше остатка: остаток \(left.russian)",
        en: "\(returned.english) returned to the funder on \(day.worded) is more than what was left, \(left.english)"),
      advice: LocalizedText(
        ru: "проверьте сумму и день возврата: laureat grant show",
        en: "check the amount and the day: laureat grant show"),
      field: field)
  }

  fileprivate static func overdrawn(on day: Day, by excess: LocalizedText, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.spentBeyondReceived, .error,
      LocalizedText(
        ru: "на \(day.dotted) из средств гранта израсходовано на \(excess.russian) больше, чем поступило",
        en: "by \(day.worded), \(excess.english) more of the grant had been spent than received"),
      advice: LocalizedText(
        ru: "проверьте даты и суммы; расходы из собственных средств отметьте как собственные",
        en: "check days and amounts; mark what was paid from other money as own"),
      field: field)
  }
}
