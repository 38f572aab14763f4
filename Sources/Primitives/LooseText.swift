extension String {
  /// The text as people mean it: without case, with `е` for `ё`, one kind of dash, and single spaces. `й` comes out in
  /// one spelling whether it was typed as one character or, as on a Mac, as two; so the result can also be digested.
  package var loosened: String {
    String(String.UnicodeScalarView(LooseScalars(self)))
  }

  /// Whether people would read the same in both. Ends at the first difference, which comes early in most texts.
  package func isLooselyEqual(to other: String) -> Bool {
    LooseScalars(self).elementsEqual(LooseScalars(other))
  }

  package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// The scalars of a loosened text, as they are asked for.
private struct LooseScalars: Sequence, IteratorProtocol {
  private var rest: String.UnicodeScalarView.Iterator
  /// Taken out of `rest` and not yet looked at.
  private var ahead: Unicode.Scalar?
  /// What is left of a scalar whose small form is several.
  private var expansion: Substring.UnicodeScalarView?
  private var hasBegun = false

  init(_ text: String) {
    rest = text.unicodeScalars.makeIterator()
  }

  mutating func next() -> Unicode.Scalar? {
    if let scalar = expansion?.popFirst() { return scalar }
    var isAfterSpace = false
    while let scalar = take() {
      if scalar.isSpace {
        isAfterSpace = hasBegun
        continue
      }
      if isAfterSpace {
        ahead = scalar
        return " "
      }
      hasBegun = true
      return loosened(scalar)
    }
    return nil
  }

  private mutating func loosened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "Е", "е", "Ё", "ё":
      // The dots of a ё typed as two characters.
      while takes("\u{308}") {}
      return "е"
    case "И", "и": return takes("\u{306}") ? "й" : "и"
    case "A"..."Z", "А"..."Я": return Unicode.Scalar(scalar.value + 0x20) ?? scalar
    case "a"..."z", "а"..."я": return scalar
    case "–", "—", "‑", "‐", "−": return "-"
    default:
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      expansion = mapping.dropFirst()
      return mapping.first ?? scalar
    }
  }

  private mutating func take() -> Unicode.Scalar? {
    if let scalar = ahead.take() { return scalar }
    return rest.next()
  }

  /// Takes the next scalar if it is this one.
  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    ahead = take()
    guard ahead == scalar else { return false }
    ahead = nil
    return true
  }
}

extension Unicode.Scalar {
  /// White space. The letters that texts consist of are told without a look into the tables of Unicode.
  fileprivate var isSpace: Bool {
    switch self {
    case "!"..."~", "А"..."я": false
    case " ": true
    default: properties.isWhitespace
    }
  }
}
