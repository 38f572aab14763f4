public import Primitives

/// What was planned, spent and is left of the plan.
public struct PlanAndFact: Hashable, Sendable {
  public var planned: Amount
  public var spent: Amount
  /// The plan that is not used; below zero where more was spent.
  public var balance: Amount { planned - spent }

  public init(planned: Amount = .zero, spent: Amount = .zero) {
    self.planned = planned
    self.spent = spent
  }
}

/// A line of the budget with its plan and fact, whoever's money it is.
public struct BudgetLineFact: Hashable, Sendable {
  public var id: Identifier
  public var title: String
  public var planned: Amount
  /// Of the grant, from the beginning to the end of the period, net of what went back to the funder; nil where no
  /// instalment is divided among the lines.
  public var received: Amount?
  /// From the beginning to the end of the period.
  public var spent: Amount
  public var balance: Amount
  /// The grantee's own and attracted money among it; nil where all of it is the grant's.
  public var own: PlanAndFact?
  public var divergenceReason: String?

  /// The money of the grant among it.
  public var grant: PlanAndFact {
    PlanAndFact(planned: planned - (own?.planned ?? .zero), spent: spent - (own?.spent ?? .zero))
  }

  public init(
    id: Identifier, title: String, planned: Amount, received: Amount? = nil, spent: Amount, balance: Amount,
    own: PlanAndFact? = nil, divergenceReason: String? = nil
  ) {
    self.id = id
    self.title = title
    self.planned = planned
    self.received = received
    self.spent = spent
    self.balance = balance
    self.own = own
    self.divergenceReason = divergenceReason
  }
}

extension BudgetLine {
  /// True where the line says whose money it is planned with.
  package var tellsSource: Bool { requested != nil || own != nil || attracted != nil }

  /// True where more went out than was planned: in all, or of the grant where the line says what is the grant's.
  package func isOverspent(by spending: Spending) -> Bool {
    spending.total > planned || tellsSource && spending.grant > plannedOfGrant
  }

  /// The part of the plan that is the grant's: as stated, or what the other sources leave.
  package var plannedOfGrant: Amount { planned - plannedOfOwn }

  /// The part of the plan that is not the grant's. Moves between lines never change it: they move the grant's money.
  package var plannedOfOwn: Amount {
    requested.map { planned - $0 } ?? (own ?? .zero) + (attracted ?? .zero)
  }
}

extension Project {
  /// The budget as it stood at the end of a period, with what was received for each line and spent on it within it.
  func budgetFacts(in period: Period) -> [BudgetLineFact] {
    let received = receivedByLine(in: period)
    let spending = spendingByLine(in: period)
    return budget.map { line in
      let spent = spending[line.id] ?? Spending()
      let planned = period.end.map { self.planned(line, on: $0) } ?? line.planned
      let own = PlanAndFact(planned: line.plannedOfOwn, spent: spent.own)
      return BudgetLineFact(
        id: line.id, title: line.title, planned: planned, received: received.map { $0[line.id] ?? .zero },
        spent: spent.total, balance: planned - spent.total, own: own == PlanAndFact() ? nil : own,
        divergenceReason: line.divergenceReason)
    }
  }

  /// What came in for each line within a period, net of what went back; nil where nothing is divided among lines.
  private func receivedByLine(in period: Period) -> [Identifier: Amount]? {
    let shares = instalments.filter { $0.receivedOn.map(period.contains) ?? false }.flatMap(\.shares)
    if shares.isEmpty { return nil }
    var received: [Identifier: Amount] = [:]
    for share in shares { received[share.line, default: .zero] += share.amount }
    for refund in refunds where refund.direction == .toFunder && period.contains(refund.date) {
      if let line = refund.line { received[line, default: .zero] += -refund.amount }
    }
    return received
  }
}
