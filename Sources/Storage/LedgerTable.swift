import Grants
import Primitives

/// One table of a project's ledger: how an item becomes a row, and a row an item.
struct LedgerTable<Item: Equatable> {
  let name: String
  /// After project, position and identifier.
  let columns: String
  /// What the identifiers begin with that the store gives.
  let prefix: String
  let id: (Item) -> Identifier
  let values: (Item) throws -> [Value]
  let read: (Identifier, inout Fields) throws -> Item

  func items(of row: Int64, in connection: any Connection) throws -> [Item] {
    try connection.all(
      "SELECT identifier, \(columns) FROM \(name) WHERE project_id = ? ORDER BY position", [.integer(row)]
    ) { fields in try read(try fields.value(), &fields) }
  }

  func add(_ item: Item, at position: Int, to row: Int64, in connection: any Connection) throws {
    let values = try values(item)
    try connection.run(
      """
      INSERT INTO \(name) (project_id, position, identifier, \(columns)) VALUES (\(marks(values.count + 3)))
      """, [.integer(row), .int(position), .coded(id(item))] + values)
  }

  /// Brings the table to these items. Rows that stay as they are are not touched.
  func replace(_ items: [Item], of row: Int64, in connection: any Connection) throws {
    let known = Dictionary(
      try connection.all(
        "SELECT identifier, position, \(columns) FROM \(name) WHERE project_id = ?", [.integer(row)]
      ) { fields in
        let id = try fields.value(Identifier.self)
        let position = try fields.int()
        return (id, (position, try read(id, &fields)))
      }, uniquingKeysWith: { $1 })
    let ids = Set(items.map(id))
    if ids.count != items.count { throw StoreError(.conflict, cause: name) }
    func remove(_ id: Identifier) throws {
      try connection.run("DELETE FROM \(name) WHERE project_id = ? AND identifier = ?", [.integer(row), .coded(id)])
    }
    for gone in known.keys where !ids.contains(gone) { try remove(gone) }
    for (position, item) in items.enumerated() {
      if let known = known[id(item)] {
        if known == (position, item) { continue }
        try remove(id(item))
      }
      try add(item, at: position, to: row, in: connection)
    }
  }

  /// The position after the last.
  func end(of row: Int64, in connection: any Connection) throws -> Int {
    Int(try connection.number("SELECT max(position) FROM \(name) WHERE project_id = ?", [.integer(row)]) ?? -1) + 1
  }

  /// `e1`, `e2`…: the next that is free.
  func freeIdentifier(in row: Int64, _ connection: any Connection) throws -> Identifier {
    var number = try end(of: row, in: connection) + 1
    while true {
      guard let candidate = Identifier("\(prefix)\(number)") else { throw StoreError(.conflict, cause: name) }
      let taken = try connection.number(
        "SELECT 1 FROM \(name) WHERE project_id = ? AND identifier = ?", [.integer(row), .coded(candidate)])
      if taken == nil { return candidate }
      number += 1
    }
  }
}

extension PaymentDocument {
  /// kind, number, date
  static func values(_ document: PaymentDocument?) -> [Value] {
    guard let document else { return [.null, .null, .null] }
    if document == PaymentDocument() { return [.text(""), .null, .null] }
    return [.text(document.kind), .text(document.number), .day(document.date)]
  }

  static func read(_ fields: inout Fields) throws -> PaymentDocument? {
    let document = PaymentDocument(
      kind: fields.textIfAny(), number: fields.textIfAny(), date: try fields.dayIfAny())
    if document == PaymentDocument() { return nil }
    return document == PaymentDocument(kind: "") ? PaymentDocument() : document
  }
}
