/// A document seen as tags and the texts between them, as far as that can be done without a parser.
struct Markup {
  /// `<…>` or what stands between two of them.
  var tokens: [String] = []

  init(_ text: String) {
    var token = ""
    for scalar in text.unicodeScalars {
      if scalar == "<", !token.isEmpty {
        tokens.append(token)
        token = ""
      }
      token.unicodeScalars.append(scalar)
      if scalar == ">", token.hasPrefix("<") {
        tokens.append(token)
        token = ""
      }
    }
    if !token.isEmpty { tokens.append(token) }
  }

  var text: String { tokens.joined() }

  static func name(of token: String) -> String? {
    guard token.hasPrefix("<"), !token.hasPrefix("<?"), !token.hasPrefix("<!") else { return nil }
    let name = token.drop { $0 == "<" || $0 == "/" }.prefix { !" \t\r\n/>".contains($0) }
    return name.isEmpty ? nil : String(name)
  }

  /// The tokens of the element that begins at a token, to its end tag.
  func element(at start: Int) -> Range<Int>? {
    guard let name = Self.name(of: tokens[start]), !tokens[start].hasPrefix("</") else { return nil }
    if tokens[start].hasSuffix("/>") { return start..<start + 1 }
    var depth = 0
    for index in start..<tokens.count where Self.name(of: tokens[index]) == name && !tokens[index].hasSuffix("/>") {
      depth += tokens[index].hasPrefix("</") ? -1 : 1
      if depth == 0 { return start..<index + 1 }
    }
    return nil
  }

  /// States in the header as many records as there are: what is counted wrong is refused before anything else is seen.
  func withCountRepaired() -> Markup {
    let records = ["contest", "application", "scoreSheet", "recusal", "result", "project", "record"]
    var depth = 0
    var counts: [String: Int] = [:]
    for token in tokens {
      guard let name = Self.name(of: token) else { continue }
      if token.hasPrefix("</") {
        depth -= 1
      } else {
        if depth == 1 { counts[name, default: 0] += 1 }
        if !token.hasSuffix("/>") { depth += 1 }
      }
    }
    var repaired = self
    guard let place = tokens.firstIndex(where: { $0.hasPrefix("<recordCount") }), place + 1 < tokens.count else {
      return self
    }
    repaired.tokens[place + 1] = String(records.reduce(0) { $0 + (counts[$1] ?? 0) })
    return repaired
  }
}
