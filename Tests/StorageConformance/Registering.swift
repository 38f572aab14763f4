package import Contests
package import Primitives
package import Storage

extension EntryStore {
  /// Registers an entry that must be new.
  package func register(
    _ entry: Entry, sender: Identifier, message: Int64? = nil, on day: Day, changedAt: Instant
  ) throws -> Registration {
    let registered = try registerIfNew(entry, sender: sender, message: message, on: day, changedAt: changedAt)
    guard let registered else { throw StoreError(.conflict, cause: "known already") }
    return registered
  }
}
