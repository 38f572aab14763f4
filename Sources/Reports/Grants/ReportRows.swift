internal import Grants
internal import Primitives

/// A row of the financial part.
struct BudgetRow {
  var title: String
  /// Nil where it tells of receipts only.
  var fact: PlanAndFact?
  /// What of it was spent in the period that is reported.
  var inPeriod = Spending()
  /// Nil where the money came for the project as a whole.
  var received: Amount?
  /// The grantee's own and attracted money among it; nil where all of it is the grant's.
  var own: PlanAndFact?
  var reason: String?

  /// The money of the grant among it.
  var grant: PlanAndFact? {
    fact.map { fact in
      PlanAndFact(planned: fact.planned - (own?.planned ?? .zero), spent: fact.spent - (own?.spent ?? .zero))
    }
  }
}

extension ReportedProject {
  /// The lines of the budget, and below them what was received for none and spent on none: together all that came in and
  /// went out. Without a budget they are what was spent, if anything was.
  func budgetRows(_ language: Language) -> [BudgetRow] {
    let inPeriod = spendingByLineInPeriod
    let lines = budget.map { line in
      BudgetRow(
        title: line.title, fact: PlanAndFact(planned: line.planned, spent: line.spent),
        inPeriod: inPeriod[line.id] ?? Spending(), received: line.received, own: line.own,
        reason: line.divergenceReason)
    }
    return lines + [undivided(language), onNoLine(inPeriod, language)].compactMap { $0 }
  }

  /// What was spent on each line in the period: the project has no movements of other days.
  var spendingByLineInPeriod: [Identifier?: Spending] { project.spendingByLine() }

  /// What came in and went back to the funder for no line, where other money is divided among the lines.
  private func undivided(_ language: Language) -> BudgetRow? {
    let divided = budget.compactMap(\.received)
    let received = cumulative.received - cumulative.refunded - divided.sum()
    if divided.isEmpty || received == .zero { return nil }
    let title =
      received < .zero
      ? LocalizedText(ru: "Возвращено без указания статьи", en: "Returned, no line named")
      : LocalizedText(ru: "Не распределено по статьям", en: "Not divided among the lines")
    return BudgetRow(title: title[language], received: received)
  }

  private func onNoLine(_ inPeriod: [Identifier?: Spending], _ language: Language) -> BudgetRow? {
    let grant = cumulative.spent - budget.map(\.grant.spent).sum()
    let own = ownSpent - budget.compactMap(\.own?.spent).sum()
    let lines = Set(budget.map(\.id))
    let rest = inPeriod.filter { $0.key.map { !lines.contains($0) } ?? true }.map(\.value).sum()
    if grant == .zero, own == .zero, rest == Spending() { return nil }
    return BudgetRow(
      title: LocalizedText(ru: "Расходы без статьи", en: "Spent on no line")[language],
      fact: PlanAndFact(spent: grant + own), inPeriod: rest,
      own: own == .zero && rest.own == .zero ? nil : PlanAndFact(spent: own),
      reason: budget.isEmpty
        ? LocalizedText(ru: "смета не введена", en: "no budget is recorded")[language] : nil)
  }

  /// All rows together; the receipts of the project where they are not divided.
  func budgetTotal(of rows: [BudgetRow], _ language: Language) -> BudgetRow {
    func sum(_ facts: [PlanAndFact]) -> PlanAndFact {
      PlanAndFact(planned: facts.map(\.planned).sum(), spent: facts.map(\.spent).sum())
    }
    let own = rows.compactMap(\.own)
    return BudgetRow(
      title: language == .russian ? "Итого" : "Total", fact: sum(rows.compactMap(\.fact)),
      inPeriod: rows.map(\.inPeriod).sum(), received: cumulative.received - cumulative.refunded,
      own: own.isEmpty ? nil : sum(own))
  }

  func lineTitle(_ line: Identifier) -> String {
    project.budget.first { $0.id == line }?.title ?? budget.first { $0.id == line }?.title ?? line.description
  }
}

extension Indicator {
  /// Its unit with the code by ОКЕИ, as forms ask for it: «чел. (792)».
  var unitName: String? {
    let code = unitCode.map { unit == nil ? "ОКЕИ\(Format.space)\($0)" : "(\($0))" }
    let parts = [unit, code].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: String(Format.space))
  }
}

extension [Spending] {
  fileprivate func sum() -> Spending { Spending(grant: map(\.grant).sum(), own: map(\.own).sum()) }
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
