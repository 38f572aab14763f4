internal import LibQR

extension Document.Code {
  /// The code as a drawing within the page; empty for a text that no code holds.
  var markup: Markup {
    guard let code = QRCode(text) else { return .empty }
    let quiet = 4
    let side = code.size + 2 * quiet
    let squares = (0..<code.size).flatMap { row in
      (0..<code.size).compactMap { column in
        code.isDark(row: row, column: column) ? "M\(column + quiet) \(row + quiet)h1v1h-1z" : nil
      }
    }.joined()
    let drawing = Markup.element(
      "svg", ["viewBox": "0 0 \(side) \(side)", "role": "img", "aria-label": text, "shape-rendering": "crispEdges"],
      .element("path", ["d": squares]))
    return .block("figure", ["class": "code"], [.element("figcaption", [:], Markup(caption)), drawing])
  }
}
