public import Primitives

/// A line of the budget.
public struct BudgetLine: Hashable, Sendable {
  public var id: Identifier
  public var title: String
  /// In the unit named, with four decimals at most.
  public var quantity: ExactDecimal?
  public var unit: String?
  public var price: Amount?
  public var planned: Amount
  /// The part asked of the funder.
  public var requested: Amount?
  public var own: Amount?
  /// The part attracted from others.
  public var attracted: Amount?
  /// Why what was spent differs from what was planned; the funder asks for it.
  public var divergenceReason: String?

  public init(
    id: Identifier, title: String, quantity: ExactDecimal? = nil, unit: String? = nil, price: Amount? = nil,
    planned: Amount, requested: Amount? = nil, own: Amount? = nil, attracted: Amount? = nil,
    divergenceReason: String? = nil
  ) {
    self.id = id
    self.title = title
    self.quantity = quantity
    self.unit = unit
    self.price = price
    self.planned = planned
    self.requested = requested
    self.own = own
    self.attracted = attracted
    self.divergenceReason = divergenceReason
  }
}

/// A document behind a movement of money.
public struct PaymentDocument: Hashable, Sendable {
  /// «платёжное поручение», «чек».
  public var kind: String?
  public var number: String?
  public var date: Day?

  public init(kind: String? = nil, number: String? = nil, date: Day? = nil) {
    self.kind = kind
    self.number = number
    self.date = date
  }
}

/// A part of the grant (транш): planned, received, or both.
public struct Instalment: Hashable, Sendable {
  public var id: Identifier
  public var plannedOn: Day?
  public var planned: Amount?
  public var receivedOn: Day?
  public var received: Amount?
  public var document: PaymentDocument?
  /// For which budget lines it is; empty where it is for the project as a whole.
  public var shares: [InstalmentShare]

  public init(
    id: Identifier, plannedOn: Day? = nil, planned: Amount? = nil, receivedOn: Day? = nil, received: Amount? = nil,
    document: PaymentDocument? = nil, shares: [InstalmentShare] = []
  ) {
    self.id = id
    self.plannedOn = plannedOn
    self.planned = planned
    self.receivedOn = receivedOn
    self.received = received
    self.document = document
    self.shares = shares
  }
}

/// The part of an instalment that is for one budget line.
public struct InstalmentShare: Codable, Hashable, Sendable {
  public var line: Identifier
  public var amount: Amount

  public init(line: Identifier, amount: Amount) {
    self.line = line
    self.amount = amount
  }
}

/// Money spent.
public struct Expense: Hashable, Sendable {
  /// Whose money it was.
  public enum Source: String, CaseIterable, Sendable {
    /// The grant; only this counts as spent of it.
    case grant
    /// The grantee's own or attracted money.
    case own
  }

  public var id: Identifier
  public var date: Day
  public var amount: Amount
  public var source: Source
  /// The budget line.
  public var line: Identifier?
  public var payee: String?
  public var document: PaymentDocument?
  /// SHA-256 of the scanned document, 64 lower-case hexadecimal digits.
  public var fileDigest: String?
  public var note: String?

  public init(
    id: Identifier, date: Day, amount: Amount, source: Source = .grant, line: Identifier? = nil,
    payee: String? = nil, document: PaymentDocument? = nil, fileDigest: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.date = date
    self.amount = amount
    self.source = source
    self.line = line
    self.payee = payee
    self.document = document
    self.fileDigest = fileDigest
    self.note = note
  }
}

/// Money that went back.
public struct Refund: Hashable, Sendable {
  /// Which way the money went back.
  public enum Direction: String, CaseIterable, Sendable {
    /// To the funder: less was received.
    case toFunder
    /// From a payee: less was spent.
    case fromPayee
  }

  public var id: Identifier
  public var direction: Direction
  public var date: Day
  public var amount: Amount
  public var line: Identifier?
  public var document: PaymentDocument?
  public var reason: String?

  public init(
    id: Identifier, direction: Direction, date: Day, amount: Amount, line: Identifier? = nil,
    document: PaymentDocument? = nil, reason: String? = nil
  ) {
    self.id = id
    self.direction = direction
    self.date = date
    self.amount = amount
    self.line = line
    self.document = document
    self.reason = reason
  }
}
