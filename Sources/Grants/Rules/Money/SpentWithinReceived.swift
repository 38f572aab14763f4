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
      if balance < .zero {
        let excess = (-balance).text(in: project.currency)
        return [.overdrawn(on: day, by: excess, field: lastPayment(of: project, on: day))]
      }
    }
    return []
  }

  /// The movement to look at: the last that took money on the day.
  private func lastPayment(of project: Project, on day: Day) -> String {
    if let index = project.expenses.lastIndex(where: { $0.date == day && $0.source == .grant }) {
      return "expense[\(index + 1)]"
    }
    let index = project.refunds.lastIndex { $0.date == day && $0.direction == .toFunder } ?? 0
    return "refund[\(index + 1)]"
  }
}

extension Diagnostic {
  fileprivate static func overdrawn(on day: Day, by excess: LocalizedText, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.spentBeyondReceived, .error,
      LocalizedText(
        ru: "на \(day.dotted) из средств гранта израсходовано на \(excess.russian) больше, чем поступило",
        en: "by \(day), \(excess.english) more of the grant had been spent than received"),
      advice: LocalizedText(
        ru: "проверьте даты и суммы; расходы из собственных средств отметьте как собственные",
        en: "check days and amounts; mark what was paid from other money as own"),
      field: field)
  }
}
