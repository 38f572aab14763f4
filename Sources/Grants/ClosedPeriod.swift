public import Primitives

/// Days whose movements of money are settled: they were reported, and stay as they are until the period is opened again.
public struct ClosedPeriod: Hashable, Sendable {
  public var id: Identifier
  /// Both ends are given.
  public var period: Period
  public var closedOn: Day

  public init(id: Identifier, period: Period, closedOn: Day) {
    self.id = id
    self.period = period
    self.closedOn = closedOn
  }
}

/// The closed periods of one project.
public struct ClosedPeriods: Hashable, Sendable {
  public var periods: [ClosedPeriod]

  public init(_ periods: [ClosedPeriod]) {
    self.periods = periods
  }

  public func closed(_ day: Day) -> ClosedPeriod? {
    periods.first { $0.period.contains(day) }
  }

  /// The period that has days in common with another one.
  public func overlapping(_ period: Period) -> ClosedPeriod? {
    periods.first { $0.period.overlaps(period) }
  }

  /// What a change of a project touches in closed periods: each record dated in one that is added, altered or gone.
  ///
  /// Plans are not locked: planned instalments, checkpoints ahead and the budget itself bear no day of a movement.
  public func findings(from old: Project?, to new: Project) -> [Diagnostic] {
    if periods.isEmpty { return [] }
    return findings(old?.instalments, new.instalments, "instalment", \.id) { $0.receivedOn }
      + findings(old?.expenses, new.expenses, "expense", \.id) { $0.date }
      + findings(old?.refunds, new.refunds, "refund", \.id) { $0.date }
      + findings(old?.checkpoints, new.checkpoints, "checkpoint", \.id) { $0.actualOn }
      + findings(old?.moves, new.moves, "lineMove", \.id) { $0.date }
      + findings(old?.texts, new.texts, "narrative", \.id) { $0.period.end }
      + findings(stages(of: old), stages(of: new), "indicator", \.key) { $0.stage.period.end }
  }

  private func findings<Item: Equatable, Key: Hashable>(
    _ old: [Item]?, _ new: [Item], _ element: String, _ key: (Item) -> Key, _ day: (Item) -> Day?
  ) -> [Diagnostic] {
    let before = Dictionary((old ?? []).map { (key($0), $0) }) { first, _ in first }
    let kept = Set(new.map(key))
    func locked(_ items: Item?...) -> ClosedPeriod? {
      items.compactMap { $0.flatMap(day) }.lazy.compactMap(closed).first
    }
    return new.findings { position, item in
      let former = before[key(item)]
      if former == item { return nil }
      return locked(item, former).map { .inClosedPeriod($0, field: "\(element)[\(position)]") }
    }
      + (old ?? []).compactMap { item in
        kept.contains(key(item)) ? nil : locked(item).map { .inClosedPeriod($0, field: element) }
      }
  }

  private struct Stage: Equatable {
    struct Key: Hashable {
      let indicator: Identifier
      let period: Period
    }

    let key: Key
    let stage: IndicatorStage
  }

  private func stages(of project: Project?) -> [Stage] {
    (project?.indicators ?? []).flatMap { indicator in
      indicator.stages.map { Stage(key: .init(indicator: indicator.id, period: $0.period), stage: $0) }
    }
  }
}

extension Period {
  /// True when the two have a day in common.
  public func overlaps(_ other: Period) -> Bool {
    func begins(_ first: Period, by second: Period) -> Bool {
      guard let start = first.start, let end = second.end else { return true }
      return start <= end
    }
    return begins(self, by: other) && begins(other, by: self)
  }
}

extension Diagnostic {
  fileprivate static func inClosedPeriod(_ closed: ClosedPeriod, field: String) -> Diagnostic {
    let (start, end) = (closed.period.start ?? .firstDay(of: 1), closed.period.end ?? .lastDay(of: 9999))
    return Diagnostic(
      GrantCode.closedPeriod,
      LocalizedText(
        ru: "период с \(start.dotted) по \(end.dotted) закрыт, записи этих дней не меняются",
        en: "the period from \(start) to \(end) is closed; what is dated in it stays as it is"),
      advice: LocalizedText(
        ru: "запишите исправление днём открытого периода или откройте этот период: laureat grant reopen",
        en: "record the correction on a day of an open period, or open this one: laureat grant reopen"),
      field: field)
  }
}
