public import Primitives

/// A figure the project promised to reach.
public struct Indicator: Hashable, Sendable {
  public var id: Identifier
  public var title: String
  public var unit: String?
  /// Code of the unit by ОКЕИ (ОК 015-94).
  public var unitCode: String?
  public var planned: ExactDecimal
  public var actual: ExactDecimal?
  public var deviationReason: String?
  /// Plan and fact of single periods; the figures above are those of the whole project.
  public var stages: [IndicatorStage]

  public init(
    id: Identifier, title: String, unit: String? = nil, unitCode: String? = nil, planned: ExactDecimal,
    actual: ExactDecimal? = nil, deviationReason: String? = nil, stages: [IndicatorStage] = []
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.unitCode = unitCode
    self.planned = planned
    self.actual = actual
    self.deviationReason = deviationReason
    self.stages = stages
  }
}

/// What an indicator was to reach in one period, and has reached.
public struct IndicatorStage: Codable, Hashable, Sendable {
  /// Both ends are given.
  public var period: Period
  public var planned: ExactDecimal?
  public var actual: ExactDecimal?
  public var deviationReason: String?

  public init(
    period: Period, planned: ExactDecimal? = nil, actual: ExactDecimal? = nil, deviationReason: String? = nil
  ) {
    self.period = period
    self.planned = planned
    self.actual = actual
    self.deviationReason = deviationReason
  }
}

/// A thing to be done by a day.
public struct Checkpoint: Hashable, Sendable {
  /// How far it was done.
  public enum Status: String, CaseIterable, Sendable {
    case scheduled, met, partiallyMet, notMet
  }

  public var id: Identifier
  public var title: String
  public var plannedOn: Day
  public var actualOn: Day?
  public var status: Status
  /// What shows that it was done: a link, a document.
  public var evidence: String?

  public init(
    id: Identifier, title: String, plannedOn: Day, actualOn: Day? = nil, status: Status = .scheduled,
    evidence: String? = nil
  ) {
    self.id = id
    self.title = title
    self.plannedOn = plannedOn
    self.actualOn = actualOn
    self.status = status
    self.evidence = evidence
  }

  /// True where it still stands as ahead though its day is past.
  public func isOverdue(on today: Day) -> Bool { status == .scheduled && plannedOn < today }
}
