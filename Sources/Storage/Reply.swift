package import Primitives

/// How one of those whom a message of ours reached has answered it. An announcement is answered by each of them.
package struct Reply: Hashable, Sendable {
  /// Who answers, and what it calls itself.
  package var sender: Identifier
  package var title: String
  /// When the message reached them, as their receipt says.
  package var receivedAt: Instant
  package var status: GroupStatus
  package var counts: StoredMessage.Counts

  package init(
    sender: Identifier, title: String, receivedAt: Instant, status: GroupStatus, counts: StoredMessage.Counts
  ) {
    self.sender = sender
    self.title = title
    self.receivedAt = receivedAt
    self.status = status.kept
    self.counts = counts
  }

  /// True when it counts although the other came too. A refused message may come again and be taken, never the other
  /// way round: the refusal is the older one, whichever was handed over last. Of two alike, the later one counts.
  func outranks(_ other: Reply) -> Bool {
    switch (status == .rejected, other.status == .rejected) {
    case (true, false): false
    case (false, true): true
    default: receivedAt >= other.receivedAt
    }
  }
}

extension [Reply] {
  /// All of them in one: of a message that everybody took it says so, of one that somebody refused it says that too.
  var summary: (status: GroupStatus, counts: StoredMessage.Counts)? {
    guard let first else { return nil }
    var counts = StoredMessage.Counts()
    for reply in self { counts.add(reply.counts) }
    if allSatisfy({ $0.status == first.status }) { return (first.status, counts) }
    let isRefused = contains { $0.status == .rejected || $0.status == .partial }
    return (isRefused ? .partial : .acceptedWithWarnings, counts)
  }
}
