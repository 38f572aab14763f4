public import Primitives

/// The money of several projects.
public struct GrantTotals: Hashable, Sendable {
  public var projects: Int
  /// «Привлечено».
  public var awarded: Amount
  public var received: Amount
  /// «Освоено».
  public var spent: Amount

  public init(projects: Int = 0, awarded: Amount = .zero, received: Amount = .zero, spent: Amount = .zero) {
    self.projects = projects
    self.awarded = awarded
    self.received = received
    self.spent = spent
  }

  /// Over the whole life of the projects.
  public init(cumulative projects: some Sequence<Project>) {
    self.init()
    for project in projects {
      let balance = project.balance()
      self.projects += 1
      awarded += project.awarded ?? .zero
      received += balance.received
      spent += balance.spent
    }
  }

  /// In a period: the awards of the projects that ran in it, and money by the day it moved, whatever the project's.
  ///
  /// Counts only projects that have a part in the period, see ``Project/hasPart(in:)``.
  public init(_ projects: some Sequence<Project>, in period: Period) {
    self.init()
    for project in projects where project.hasPart(in: period) {
      let balance = project.balance(in: period)
      self.projects += 1
      awarded += project.runs(in: period) ? project.awarded ?? .zero : .zero
      received += balance.received
      spent += balance.spent
    }
  }
}

extension Project {
  /// True when the project was awarded by the last day of the period and had not ended before its first.
  ///
  /// Where nobody noted the award, the project runs from the day its money first moved.
  public func runs(in period: Period) -> Bool {
    guard let began = awardDay ?? firstMovement else { return false }
    if let end = period.end, began > end { return false }
    if let start = period.start, let endDay, endDay < start { return false }
    return true
  }

  private var firstMovement: Day? { (instalments.compactMap(\.receivedOn) + expenses.map(\.date)).min() }

  /// True for a project that a report on the period tells of: it has a part in it, or had ended before it and left money
  /// that was not returned by then.
  func isReported(in period: Period) -> Bool {
    if hasPart(in: period) { return true }
    guard let start = period.start, let endDay, endDay < start else { return false }
    return balance(in: Period(start: nil, end: start)).balance > .zero
  }

  /// True for a project that ran in the period or whose money moved in it: a refund may follow the closing.
  public func hasPart(in period: Period) -> Bool {
    runs(in: period) || expenses.contains { period.contains($0.date) } || refunds.contains { period.contains($0.date) }
      || instalments.contains { $0.receivedOn.map(period.contains) ?? false }
  }
}
