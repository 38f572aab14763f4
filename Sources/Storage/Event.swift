import Crypto
import Foundation
package import Primitives

/// What was done to the store, one event for each import or command. Events are only ever added.
package struct Event: Hashable, Sendable {
  /// Counted from 1, without gaps.
  package var id: Int64
  package var at: Instant
  /// Who did it: the name they are known by on the machine.
  package var actor: String?
  /// `import`, `contest.create`, `winner.revoke`.
  package var kind: String
  /// What it was done to, by identifier: never a name.
  package var subject: String?
  /// The row of the message that brought it.
  package var message: Int64?
  package var detail: String?
  /// Why, as its author put it. It is no part of the chain, for it may name somebody: it can be erased.
  package var remark: String?
  /// SHA-256 of what was taken in or sent: 32 bytes.
  package var digest: [UInt8]?
  /// The hash of the event before it; nil for the first that is chained.
  package var previous: [UInt8]?
  /// SHA-256 over all of this: 32 bytes. Nil in events from before there was a chain.
  package var hash: [UInt8]?

  /// The hash as it must be: over the fields in their order, each with its length in front, so that no two events are
  /// written alike; the hash of the event before stands among them.
  var expectedHash: [UInt8] {
    var sha = SHA256()
    func add(_ field: some DataProtocol) {
      sha.update(data: Data("\(field.count):".utf8))
      sha.update(data: field)
    }
    func add(_ field: String?) {
      guard let field else { return sha.update(data: Data("-:".utf8)) }
      add(Data(field.utf8))
    }
    add(String(id))
    add(String(at.stored))
    add(actor)
    add(kind)
    add(subject)
    add(message.map(String.init))
    add(detail)
    add(digest.map(\.hexadecimal))
    add(previous.map(\.hexadecimal))
    return Array(sha.finalize())
  }
}

extension [UInt8] {
  /// Two lower-case digits for each byte.
  package var hexadecimal: String {
    map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// - Returns: nil for anything but 64 hexadecimal digits: a digest or a key.
  init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    guard digits.count == 64 else { return nil }
    self = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

/// What is wrong with the chain of events, at the first place where it is.
package enum ChainFault: Hashable, Sendable {
  /// An event says something else than when it was added.
  case changed(Int64)
  /// An event does not follow the one before it: one was taken out, put in or replaced.
  case broken(Int64)
  /// A number is missing.
  case missing(Int64)
  /// A message is not the one that its event speaks of.
  case otherMessage(Int64)

  /// The event it was found at.
  package var event: Int64 {
    switch self {
    case .changed(let event), .broken(let event), .missing(let event), .otherMessage(let event): event
    }
  }
}

/// The verdict on the chain of events.
package struct ChainVerdict: Hashable, Sendable {
  package var events = 0
  /// Those from before there was a chain, which nothing proves.
  package var unchained = 0
  /// The hash of the last event: noted elsewhere, it proves that none was cut off since.
  package var head: [UInt8]?
  package var faults: [ChainFault] = []
}
