/// Markup that is safe to print: every text in it was escaped on its way in.
package struct Markup: Hashable, Sendable, CustomStringConvertible {
  package private(set) var description: String

  package static let empty = Markup(description: "")

  private init(description: String) { self.description = description }

  /// A text, with what HTML reads as markup made harmless.
  package init(_ text: String) {
    description = text.escapedForHTML
  }

  /// Several pieces one after another.
  package init(_ parts: [Markup], separator: String = "") {
    description = parts.map(\.description).joined(separator: separator)
  }

  /// An element: `element("td", ["class": "figure"], Markup("5"))`. Attribute values are escaped; a nil one is left out.
  package static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: Markup = .empty
  ) -> Markup {
    Markup(description: "<\(name)\(list(attributes))>\(content)</\(name)>")
  }

  /// An element that stands on lines of its own.
  package static func block(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [Markup]
  ) -> Markup {
    let inner = content.filter { $0 != .empty }.map(\.description).joined(separator: "\n")
    return Markup(description: "<\(name)\(list(attributes))>\n\(inner)\n</\(name)>")
  }

  /// The frame of a document around its body; the style is the program's own and is not escaped.
  static func document(language: String, title: String, style: String, body: Markup) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escapedForHTML)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  private static func list(_ attributes: KeyValuePairs<String, String?>) -> String {
    attributes.compactMap { name, value in value.map { " \(name)=\"\($0.escapedForHTML)\"" } }.joined()
  }
}

extension String {
  /// The text with `& < > " '` as references, and without the control characters that HTML forbids.
  package var escapedForHTML: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
