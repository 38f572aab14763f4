public import Primitives

/// What went out, net of what payees gave back, by whose money it was. Refunds of payees are money of the grant.
public struct Spending: Hashable, Sendable {
  public var grant: Amount
  /// The grantee's own and attracted money.
  public var own: Amount
  public var total: Amount { grant + own }

  public init(grant: Amount = .zero, own: Amount = .zero) {
    self.grant = grant
    self.own = own
  }

  package static func += (spending: inout Spending, expense: Expense) {
    spending.add(expense.amount, of: expense.source)
  }

  package static func -= (spending: inout Spending, expense: Expense) {
    spending.add(-expense.amount, of: expense.source)
  }

  private mutating func add(_ amount: Amount, of source: Expense.Source) {
    switch source {
    case .grant: grant += amount
    case .own: own += amount
    }
  }
}

extension Project {
  /// What was spent on each budget line within a period, and under nil what was spent on none; an open period takes
  /// everything.
  public func spendingByLine(in period: Period = Period(start: nil, end: nil)) -> [Identifier?: Spending] {
    var spending: [Identifier?: Spending] = [:]
    for expense in expenses where period.contains(expense.date) {
      spending[expense.line, default: Spending()] += expense
    }
    for refund in refunds where refund.direction == .fromPayee && period.contains(refund.date) {
      spending[refund.line, default: Spending()].grant += -refund.amount
    }
    return spending
  }
}
