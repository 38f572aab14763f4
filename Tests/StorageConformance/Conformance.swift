package import Storage

/// One thing that every engine must do, tried on an empty store.
package struct Check: Sendable, CustomStringConvertible {
  package let description: String
  private let body: @Sendable (Store, any Engine) throws -> Void

  init(_ description: String, _ body: @escaping @Sendable (Store) throws -> Void) {
    self.description = description
    self.body = { store, _ in try body(store) }
  }

  /// - Parameter body: is handed the engine too, to do behind the store's back what no store does.
  init(_ description: String, tampering body: @escaping @Sendable (Store, any Engine) throws -> Void) {
    self.description = description
    self.body = body
  }

  /// - Throws: ``Mismatch``, or whatever the store throws where it should not.
  package func run(on engine: any Engine) throws {
    try body(Store(engine), engine)
  }
}

/// What every engine must do. A new engine is done when it passes these.
package enum Conformance {
  package static let checks =
    [
      contests, figures, entries, entryStates, winners, protocols, outcomes, projects, books, exchange, sent, events,
      judging, undo, erasure, pseudonyms, transactions,
    ].flatMap { $0 }
}

/// Something came out otherwise than it should.
package struct Mismatch: Error, CustomStringConvertible {
  package let description: String
}

func expect(
  _ condition: Bool, _ what: String = "", file: String = #fileID, line: Int = #line
) throws {
  if !condition { throw Mismatch(description: "\(file):\(line) \(what)") }
}

func expect<T: Equatable>(
  _ found: T, is expected: T, file: String = #fileID, line: Int = #line
) throws {
  if found != expected {
    throw Mismatch(description: "\(file):\(line)\nfound    \(found)\nexpected \(expected)")
  }
}

/// Expects a refusal of the kind given.
func expectRefusal(
  _ code: StoreError.Code, file: String = #fileID, line: Int = #line, _ body: () throws -> Void
) throws {
  do {
    try body()
  } catch let error as StoreError {
    return try expect(error.code, is: code, file: file, line: line)
  }
  throw Mismatch(description: "\(file):\(line) nothing was refused")
}

/// A value that must be there.
func unwrap<T>(_ value: T?, file: String = #fileID, line: Int = #line) throws -> T {
  guard let value else { throw Mismatch(description: "\(file):\(line) nothing there") }
  return value
}
