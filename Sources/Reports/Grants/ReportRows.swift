internal import Grants
internal import Primitives

/// A row of the financial part.
struct BudgetRow {
  var title: String
  /// Nil for what stands outside the budget.
  var planned: Amount?
  /// Nil where the money came for the project as a whole.
  var received: Amount?
  var spent: Amount
  var reason: String?

  var balance: Amount? { planned.map { $0 - spent } }
  /// Above zero where more was spent than planned.
  var divergence: Amount? { planned.map { spent - $0 } }
}

extension ReportedProject {
  /// The lines of the budget, and below them what was received for none and spent on none: together all that came in and
  /// went out of the grant.
  func budgetRows(_ language: Language) -> [BudgetRow] {
    guard !budget.isEmpty else { return [] }
    let lines = budget.map { line in
      BudgetRow(
        title: line.title, planned: line.planned, received: line.received, spent: line.spent,
        reason: line.divergenceReason)
    }
    let spent = cumulative.spent - budget.map(\.spent).sum()
    let isDivided = lines.contains { $0.received != nil }
    let received =
      isDivided ? cumulative.received - cumulative.refunded - lines.compactMap(\.received).sum() : nil
    if spent == .zero, received ?? .zero == .zero { return lines }
    return lines + [
      BudgetRow(
        title: language == .russian ? "Вне статей сметы" : "Outside the budget lines", received: received,
        spent: spent)
    ]
  }

  func lineTitle(_ line: Identifier) -> String {
    project.budget.first { $0.id == line }?.title ?? budget.first { $0.id == line }?.title ?? line.description
  }
}

/// Plan and fact of an indicator, of the whole project or of one period.
struct IndicatorFigures {
  /// Nil for the whole project.
  var period: Period?
  var planned: ExactDecimal?
  var actual: ExactDecimal?
  var reason: String?

  /// Below zero where the plan was not reached.
  var deviation: ExactDecimal? {
    guard let planned, let actual else { return nil }
    return ExactDecimal(tenThousandths: actual.tenThousandths - planned.tenThousandths)
  }

  /// Those of the project, then those of the periods.
  static func of(_ indicator: Indicator) -> [IndicatorFigures] {
    [
      IndicatorFigures(
        planned: indicator.planned, actual: indicator.actual, reason: indicator.deviationReason)
    ]
      + indicator.stages.map { stage in
        IndicatorFigures(
          period: stage.period, planned: stage.planned, actual: stage.actual, reason: stage.deviationReason)
      }
  }
}

extension Narrative {
  /// Its heading, with the days where it is about a part of the report's only.
  func heading(in language: Language) -> String {
    [heading(language), period.map { Format.span($0, language) }].compactMap { $0 }.joined(separator: ", ")
  }
}
