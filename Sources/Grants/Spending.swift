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
}

extension Project {
  /// What was spent on each budget line within a period, and under nil what was spent on none; an open period takes
  /// everything.
  public func spendingByLine(in period: Period = Period(start: nil, end: nil)) -> [Identifier?: Spending] {
    var spending: [Identifier?: Spending] = [:]
    for expense in expenses where period.contains(expense.date) {
      switch expense.source {
      case .grant: spending[expense.line, default: Spending()].grant += expense.amount
      case .own: spending[expense.line, default: Spending()].own += expense.amount
      }
    }
    for refund in refunds where refund.direction == .fromPayee && period.contains(refund.date) {
      spending[refund.line, default: Spending()].grant += -refund.amount
    }
    return spending
  }
}
