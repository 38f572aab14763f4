/// Why an amount typed by a person was not taken.
public enum AmountInputError: Error, Hashable, Sendable {
  /// Not a number with at most two decimals.
  case malformed
  /// More than two digits after the decimal sign.
  case tooManyDecimals
  /// `1,300` and the like: one point or comma before exactly three digits may mean a thousand or a fraction.
  case ambiguous
  /// More than sixteen digits before the decimal sign.
  case tooLarge
  case negative
}

extension Amount {
  /// Reads an amount as people write it: `1300000`, `1 300 000,50` (any kind of space), `1300000.5`.
  ///
  /// - Throws: ``AmountInputError``; in particular `ambiguous` for `1,300`, which is never guessed.
  public init(typed text: String) throws(AmountInputError) {
    let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}"]
    let compact = text.filter { !spaces.contains($0) }
    if compact.hasPrefix("-") || compact.hasPrefix("−") { throw .negative }
    let parts = compact.split(whereSeparator: { $0 == "," || $0 == "." }).map(String.init)
    let signs = compact.filter { $0 == "," || $0 == "." }.count
    guard !compact.isEmpty, signs <= 1, parts.count == signs + 1,
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      Self.groupsAreThousands(text, spaces: spaces)
    else { throw .malformed }

    let fraction = parts.count == 2 ? parts[1] : ""
    if fraction.count == 3 { throw .ambiguous }
    if fraction.count > 2 { throw .tooManyDecimals }
    let significant = parts[0].drop { $0 == "0" }
    if significant.count > 16 { throw .tooLarge }
    let whole = Int128(significant) ?? 0
    let cents = Int128(fraction.padding(to: 2)) ?? 0
    self.init(minorUnits: whole * 100 + cents)
  }

  /// Spaces may only separate groups of three digits; `1 30 000` is a slip of the hand.
  private static func groupsAreThousands(_ text: String, spaces: Set<Character>) -> Bool {
    let trimmed = text.drop { spaces.contains($0) }.reversed().drop { spaces.contains($0) }.reversed()
    let whole = trimmed.prefix { $0 != "," && $0 != "." }
    guard !trimmed.dropFirst(whole.count).contains(where: spaces.contains) else { return false }
    let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: { spaces.contains($0) })
    return groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
  }
}

extension String {
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, length - count))
  }
}
