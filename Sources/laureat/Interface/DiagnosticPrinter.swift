import Primitives
import Reports

/// Shows findings to a person, on standard error.
enum DiagnosticPrinter {
  /// More than these are counted; the receipt has them all.
  private static let most = 30

  static func show(_ diagnostics: [Diagnostic]) {
    let ordered = diagnostics.sorted { $0.severity > $1.severity }
    for diagnostic in ordered.prefix(most) { Terminal.say(text(diagnostic)) }
    if ordered.count > most {
      let rest = ordered.count - most
      Terminal.say(local(ru: "… и ещё замечаний: \(rest)", en: "… and \(rest) more findings"))
    }
  }

  /// `error: file.xml:17:5: what happened [GC-040-0001]`, then where in the document, then what to do.
  static func text(_ diagnostic: Diagnostic) -> String {
    let language = Speech.language
    let place = diagnostic.location.map(place) ?? ""
    var lines = ["\(severity(diagnostic.severity)): \(place)\(diagnostic.message[language]) [\(diagnostic.code)]"]
    if let path = diagnostic.location?.path { lines.append("  \(path)") }
    if let advice = diagnostic.advice { lines.append("  → \(advice[language])") }
    return lines.joined(separator: "\n")
  }

  private static func place(_ location: Diagnostic.Location) -> String {
    let parts = [location.file?.printable, location.line.map(String.init), location.column.map(String.init)].compactMap
    { $0 }
    return parts.isEmpty ? "" : parts.joined(separator: ":") + ": "
  }

  private static func severity(_ severity: Diagnostic.Severity) -> String {
    let (word, colour) =
      switch severity {
      case .error: (local(ru: "ошибка", en: "error"), 31)
      case .warning: (local(ru: "предупреждение", en: "warning"), 33)
      case .note: (local(ru: "примечание", en: "note"), 36)
      }
    return Terminal.isColoured ? "\u{1B}[1;\(colour)m\(word)\u{1B}[0m" : word
  }
}
