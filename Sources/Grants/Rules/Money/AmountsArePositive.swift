public import Primitives

/// Money that is said to have moved, or to have been given, is more than nothing. Nothing may be planned for a line of
/// the budget: all of it was moved away, or is still to be moved to it.
public struct AmountsArePositive: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    let stated: [(Amount?, String)] = [
      (project.applied, "applied"), (project.awarded, "awarded"), (project.coFinancing, "coFinancing"),
    ]
    var findings = stated.compactMap { amount, field in amount.flatMap { Self.finding($0, field) } }
    findings += project.budget.findings { $1.planned < .zero ? .negative("budgetLine[\($0)]/planned") : nil }
    findings += project.instalments.findings { position, instalment in
      instalment.planned.flatMap { Self.finding($0, "instalment[\(position)]/planned") }
    }
    findings += project.instalments.findings { position, instalment in
      instalment.received.flatMap { Self.finding($0, "instalment[\(position)]/received") }
    }
    findings += project.expenses.findings { Self.finding($1.amount, "expense[\($0)]/amount") }
    findings += project.refunds.findings { Self.finding($1.amount, "refund[\($0)]/amount") }
    return findings
  }

  private static func finding(_ amount: Amount, _ field: @autoclosure () -> String) -> Diagnostic? {
    if amount > .zero { return nil }
    return amount == .zero ? .zero(field()) : .negative(field())
  }
}

extension Diagnostic {
  fileprivate static func zero(_ field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.zeroAmount, .warning,
      LocalizedText(ru: "указана нулевая сумма", en: "the amount is zero"),
      advice: LocalizedText(
        ru: "укажите сумму или уберите запись", en: "state the amount, or leave it out"),
      field: field)
  }

  fileprivate static func negative(_ field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.negativeAmount, .error,
      LocalizedText(ru: "указана отрицательная сумма", en: "the amount is negative"),
      advice: LocalizedText(
        ru: "укажите сумму без минуса; возврат денег вносится отдельной записью",
        en: "state the amount without a sign; money that went back is a refund"),
      field: field)
  }
}
