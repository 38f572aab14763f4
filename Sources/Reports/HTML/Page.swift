package import Primitives

/// The one layout of every HTML page: a printable, self-contained document without scripts.
package struct Page: Hashable, Sendable {
  package var title: String
  package var language: Language
  /// What stands in `<header>`: the heading and what belongs to it.
  package var header: Markup
  /// The sections, in their order.
  package var body: [Markup]

  package init(title: String, language: Language, header: Markup, body: [Markup]) {
    self.title = title
    self.language = language
    self.header = header
    self.body = body
  }

  /// The whole document.
  package var html: String {
    Markup.document(
      language: language.rawValue, title: title, style: Self.style,
      body: Markup([.block("header", [:], [header]), .block("main", [:], body)], separator: "\n"))
  }
}
