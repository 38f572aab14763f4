import Contests
import Crypto
package import Primitives

/// The pseudonyms of this store's people. The key behind them is made once, at random, and never leaves the store but in
/// a copy of it.
package struct PseudonymStore {
  let session: Session

  private static let setting = "pseudonymKey"
  /// Of HMAC-SHA-256.
  private static let keyBytes = 32

  /// Nil until they were begun.
  package func find() throws -> Pseudonyms? {
    guard let stored = try session.setting(Self.setting) else { return nil }
    guard let bytes = [UInt8](hexadecimal: stored), bytes.count == Self.keyBytes else {
      throw StoreError(.unreadable, cause: "the key of the pseudonyms")
    }
    let key = SymmetricKey(data: bytes)
    // Read alike is the same: «Фёдор» and «Федор», in capitals or not.
    return Pseudonyms { Array(HMAC<SHA256>.authenticationCode(for: Array($0.loosened.utf8), using: key)) }
  }

  /// Makes the key, once: whoever asks later gets the same pseudonyms.
  package func begin(actor: String?, at instant: Instant) throws -> Pseudonyms {
    if let known = try find() { return known }
    let key = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    try session.set(Self.setting, to: key.hexadecimal)
    try session.events.append("pseudonyms.begin", actor: actor, at: instant)
    guard let pseudonyms = try find() else { throw StoreError(.missing("setting")) }
    return pseudonyms
  }
}
