package import Foundation

/// A golden page of HTML names its style sheet and does not carry it: a change of the sheet is then one of `style.css`.
package enum GoldenPage {
  /// The style sheet of every page.
  package static let styleSheet = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "style.css")

  /// How a golden page names it.
  private static let named = "<style>style.css</style>"

  /// A page as its golden file keeps it, whichever its style sheet is: what is compared is the whole page.
  package static func shortened(_ page: String) -> String {
    style(of: page).map { page.replacing("<style>\n\($0)</style>", with: named) } ?? page
  }

  /// The page that a golden file stands for; nil where it names no style sheet, for every page has one.
  package static func whole(_ golden: String) throws -> String? {
    guard golden.contains(named) else { return nil }
    return golden.replacing(named, with: "<style>\n\(try String(contentsOf: styleSheet, encoding: .utf8))</style>")
  }

  /// The style sheet that a page carries, with the end of its last line; nil where it has none, or several.
  package static func style(of page: String) -> String? {
    let styles = page.matches(of: /<style>\n(?<sheet>[^<]*)<\/style>/)
    return styles.count == 1 ? String(styles[0].sheet) : nil
  }
}
