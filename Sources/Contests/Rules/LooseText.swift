extension String {
  /// The text as people mean it: without case, with `е` for `ё`, one kind of dash, and single spaces. `й` comes out in
  /// one spelling whether it was typed as one character or, as on a Mac, as two; so the result can also be digested.
  package var loosened: String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      switch scalar {
      case "A"..."Z", "А"..."Я": result.append(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
      case "Ё", "ё": result.append("е")
      case "–", "—", "‑", "‐", "−": result.append("-")
      case "\u{306}" where result.last == "и":
        result.removeLast()
        result.append("й")
      // The dots of a ё typed as two characters.
      case "\u{308}" where result.last == "е": break
      case "a"..."z", "а"..."я": result.append(scalar)
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  var isBlank: Bool { allSatisfy(\.isWhitespace) }
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
