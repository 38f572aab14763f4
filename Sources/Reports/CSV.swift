package import Primitives

/// Comma-separated values as the Excel of the reader's language opens them by a double click (RFC 4180 otherwise):
/// with a byte order mark, lines ending in CR LF, and in Russian `;` and a decimal comma.
package enum CSV {
  package enum Field: Hashable, Sendable {
    case text(String)
    case amount(Amount)
    case decimal(ExactDecimal)
    case count(Int)
    case day(Day)
  }

  package static func bytes(_ rows: [[Field]], _ language: Language) -> [UInt8] {
    let separator = language == .russian ? ";" : ","
    let lines = rows.map { $0.map { cell($0, separator, language) }.joined(separator: separator) + "\r\n" }
    return Array("\u{FEFF}".utf8) + lines.flatMap(\.utf8)
  }

  private static func cell(_ field: Field, _ separator: String, _ language: Language) -> String {
    let text =
      switch field {
      case .text(let text): harmless(text)
      case .amount(let amount): decimal(amount.description, language)
      case .decimal(let number): decimal(number.description, language)
      case .count(let count): String(count)
      case .day(let day): language == .russian ? day.dotted : day.description
      }
    let needsQuotes = text.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) } || text.contains(separator)
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  private static func decimal(_ digits: String, _ language: Language) -> String {
    language == .russian ? digits.replacing(".", with: ",") : digits
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe, which makes it a text (OWASP, "CSV
  /// Injection"). A number written as a text, such as -5 or +7,5, stays as it is.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }),
      "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), !isNumber(text)
    else { return text }
    return "'" + text
  }

  private static func isNumber(_ text: String) -> Bool {
    guard let sign = text.first, sign == "-" || sign == "+" else { return false }
    let parts = text.dropFirst().split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
