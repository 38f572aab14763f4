public import Primitives

/// What came in, went out and is left, net of refunds: `received = spent + balance`.
public struct Balance: Hashable, Sendable {
  public var received: Amount
  public var spent: Amount
  public var balance: Amount { received - spent }

  public init(received: Amount = .zero, spent: Amount = .zero) {
    self.received = received
    self.spent = spent
  }
}

extension Project {
  /// Money received and spent within a period; an open period takes everything.
  public func balance(in period: Period = Period(start: nil, end: nil)) -> Balance {
    let received = instalments.compactMap { instalment -> Amount? in
      guard let day = instalment.receivedOn, period.contains(day) else { return nil }
      return instalment.received
    }
    let spent = expenses.filter { $0.source == .grant && period.contains($0.date) }.map(\.amount)
    func refunded(_ direction: Refund.Direction) -> Amount {
      refunds.filter { $0.direction == direction && period.contains($0.date) }.map(\.amount).sum()
    }
    return Balance(
      received: received.sum() - refunded(.toFunder), spent: spent.sum() - refunded(.fromPayee))
  }
}
