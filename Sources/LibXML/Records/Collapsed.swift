extension String {
  /// White space collapsed as XML Schema does for `xs:token` (part 2, section 4.3.6).
  package var collapsed: String {
    if utf8Span.span.isCollapsed { return self }
    return unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
      .map { String($0) }.joined(separator: " ")
  }
}

extension Span<UInt8> {
  /// True for nearly every text: only single spaces, none at the ends.
  var isCollapsed: Bool {
    var previous = UInt8(ascii: " ")
    for index in indices {
      let byte = self[index]
      // What is no white space is told by one comparison.
      if byte <= 0x20, byte != 0x20 || previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20 || isEmpty
  }
}
