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

  /// Takes off the shelf what is not to stay.
  ///
  /// - Parameter isKept: False when nothing of the change is kept.
  func settle(isKept: Bool) {
    for digest in added where !isKept || !kept.contains(digest) { shelf.remove(digest) }
    added = []
  }
}
