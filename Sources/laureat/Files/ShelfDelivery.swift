import Contests
import Primitives
import Storage

/// Files on their way to the shelf, together with one change of the store.
///
/// They lie there before the store has finally taken their entries: what it does not keep is taken off again, and what a
/// crash leaves is swept out later.
final class ShelfDelivery {
  let shelf: FileShelf
  private var added: Set<String> = []
  private var kept: Set<String> = []
  /// Files that were not here before, or no longer.
  private(set) var new = 0

  init(to shelf: FileShelf) {
    self.shelf = shelf
  }

  /// ``FileShelf/put(_:_:)``
  func put(_ attachment: Attachment, _ write: (_ take: ([UInt8]) throws -> Void) throws -> Bool) throws {
    if try shelf.put(attachment.digest, write) { added.insert(attachment.digest) }
  }

  /// Its entry is taken: the file stays, if it is here.
  func keep(_ attachment: Attachment, in session: Session) throws {
    guard shelf.holds(attachment) else { return }
    let isKnown = try session.files.has(attachment)
    if !isKnown { try session.files.add(attachment) }
    if kept.insert(attachment.digest).inserted, !isKnown || added.contains(attachment.digest) { new += 1 }
  }

  /// Runs a change of the store that lays files on the shelf; they are durable before the change is.
  ///
  /// - Parameter isKept: Asked of the result; what is not kept leaves no files.
  func during<Result>(
    _ store: Store, keepingIf isKept: (Result) -> Bool,
    _ change: (_ beforeCommit: () throws -> Void) throws -> Result
  ) throws -> Result {
    do {
      let result = try change { if !added.isEmpty { try shelf.sync(added) } }
      if !isKept(result) { kept = [] }
      settle(in: store)
      return result
    } catch {
      kept = []
      settle(in: store)
      throw error
    }
  }

  /// Takes off the shelf what is not to stay, unless another program has taken the same file meanwhile; none can while
  /// this one writes. Where the store is busy, a later sweep does it.
  private func settle(in store: Store) {
    let unwanted = added.subtracting(kept)
    added = []
    guard !unwanted.isEmpty else { return }
    try? store.write { session in
      let known = Set(try session.files.list().map(\.digest))
      for digest in unwanted where !known.contains(digest) { shelf.remove(digest) }
    }
  }
}
