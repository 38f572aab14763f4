public import Primitives

extension GrantReport {
  /// That the report is on days still to come; nil where its period is over.
  public func unfinishedPeriod(today: Day) -> Diagnostic? {
    guard let end = period.end, end > today else { return nil }
    return Diagnostic(
      GrantCode.periodNotOver, .warning,
      LocalizedText(
        ru: "период отчёта ещё не кончился: его последний день\u{A0}— \(end.dotted)",
        en: "the period of the report is not over: its last day is \(end.worded)"),
      advice: LocalizedText(
        ru: "сдавайте отчёт после этого дня или назовите период, который уже кончился: laureat report … --to",
        en: "hand it in after that day, or name a period that is over: laureat report … --to"))
  }
}

extension Project {
  /// What does not agree in a report on the project, from its start to the last day of the period: what the rules find,
  /// and what a ledger may leave open but a report may not.
  ///
  /// Unlike what the report tells, this follows what is recorded later where that mends it: what became of a checkpoint,
  /// money that went back.
  ///
  /// - Parameters:
  ///   - kind: Of the report: a final one must explain more.
  ///   - period: What it covers.
  ///   - today: Only days after it lie in the future.
  public func findings(inReport kind: GrantReport.Kind, on period: Period, today: Day) -> [Diagnostic] {
    let known = known(by: period.end)
    let own =
      [known.spentOnNoLine] + overdueCheckpoints(by: period.end, today: today)
      + (kind == .final ? known.unexplainedDivergences : [])
      + [unspentNotReturned(after: period, isFinal: kind == .final, today: today)]
    return ProjectRules.all.findings(in: known, today: today)
      + own.compactMap { finding in
        var finding = finding
        finding?.record = id.description
        return finding
      }
  }

  private var spentOnNoLine: Diagnostic? {
    let loose = spendingByLine()[nil] ?? Spending()
    let left = max(loose.grant, .zero) + max(loose.own, .zero)
    guard !budget.isEmpty, left > .zero, let first = expenses.firstIndex(where: { $0.line == nil }) else { return nil }
    let sum = left.text(in: currency)
    return Diagnostic(
      GrantCode.expenseWithoutLine, .warning,
      LocalizedText(
        ru: "расходы на \(sum.russian) не отнесены ни к одной статье сметы",
        en: "expenses of \(sum.english) are on no line of the budget"),
      advice: LocalizedText(
        ru: "укажите статью: laureat grant expense edit; которой в смете нет, добавьте: laureat grant line add",
        en: "name their line: laureat grant expense edit; add one the budget lacks: laureat grant line add"),
      field: "expense[\(first + 1)]/line")
  }

  /// Money of the grant that is left when the project is over, and did not go back since.
  ///
  /// A final report is at the end also of a project that has no last day. Of a project that has one, every report says so
  /// from then on, also one on days still to come.
  private func unspentNotReturned(after period: Period, isFinal: Bool, today: Day) -> Diagnostic? {
    guard let end = period.end, lastDay.map({ $0 <= end && $0 < today }) ?? (isFinal && end < today) else { return nil }
    let returnedLater = refunds.filter { $0.direction == .toFunder && $0.date > end }.map(\.amount).sum()
    let left = balance(in: Period(start: nil, end: end)).balance - returnedLater
    guard left > .zero else { return nil }
    let sum = left.text(in: currency)
    return Diagnostic(
      GrantCode.unspentNotReturned, .warning,
      LocalizedText(
        ru: "проект окончен, а остаток средств гранта \(sum.russian) не возвращён грантодателю",
        en: "the project is over, and the unspent \(sum.english) of the grant did not go back to the funder"),
      advice: LocalizedText(
        ru: "внесите недостающие расходы или возврат остатка: laureat grant refund \(id) --to-funder",
        en: "record the expenses that are missing, or the return: laureat grant refund \(id) --to-funder"))
  }

  /// Those due by the last day of a report of which nobody ever said what became of them.
  private func overdueCheckpoints(by end: Day?, today: Day) -> [Diagnostic?] {
    checkpoints.findings { position, checkpoint in
      guard checkpoint.isOverdue(on: today), checkpoint.actualOn == nil, end.map({ checkpoint.plannedOn <= $0 }) ?? true
      else { return nil }
      return Diagnostic(
        GrantCode.checkpointOverdue, .warning,
        LocalizedText(
          ru:
            "срок контрольной точки «\(checkpoint.id)» истёк \(checkpoint.plannedOn.dotted), а отметки о выполнении нет",
          en:
            "checkpoint “\(checkpoint.id)” was due on \(checkpoint.plannedOn.worded), and nothing says what became of it"
        ),
        advice: LocalizedText(
          ru: "отметьте, выполнена ли она, или перенесите срок: laureat grant checkpoint set",
          en: "say whether it was met, or move its day: laureat grant checkpoint set"),
        field: "checkpoint[\(position)]/status")
    }
  }

  private var unexplainedDivergences: [Diagnostic?] {
    let facts = Dictionary(budgetFacts(in: Period(start: nil, end: nil)).map { ($0.id, $0) }) { first, _ in first }
    return budget.findings { position, line in
      guard let fact = facts[line.id], line.divergenceReason?.allSatisfy(\.isWhitespace) ?? true else { return nil }
      let differsInAll = fact.spent != line.planned
      guard differsInAll || line.tellsSource && fact.grant.balance != .zero else { return nil }
      return Diagnostic(
        GrantCode.divergenceWithoutReason, .warning,
        differsInAll
          ? LocalizedText(
            ru: "расход по статье «\(line.id)» разошёлся с планом, а причина не указана",
            en: "spending on line “\(line.id)” differs from the plan, and no reason is given")
          : LocalizedText(
            ru: "по статье «\(line.id)» средства гранта и собственные израсходованы не так, как по плану, а причина не"
              + " указана",
            en: "on line “\(line.id)” the grant and own money were not spent as planned, and no reason is given"),
        advice: LocalizedText(
          ru: "укажите причину: laureat grant line edit --divergence-reason",
          en: "give the reason: laureat grant line edit --divergence-reason"),
        field: "budgetLine[\(position)]/divergenceReason")
    }
  }
}
