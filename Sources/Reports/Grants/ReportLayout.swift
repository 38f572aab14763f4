internal import Primitives

/// Which parts a report to a funder has, in which order and under which titles.
package struct ReportLayout: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package var part: ReportPart
    /// Nil for the title of the program.
    package var title: String?

    package init(_ part: ReportPart, title: String? = nil) {
      self.part = part
      self.title = title
    }

    func title(_ language: Language) -> String { title ?? part.title[language] }
  }

  /// Nil for the title of the program.
  package var title: String?
  package var parts: [Part] = ReportPart.allCases.map { Part($0) }
  /// Who signs; nil for those of the program.
  package var signatures: [String]?
  /// True where a part with nothing in it says so: the parts of a form are counted.
  package var keepsEmptyParts = false

  /// The layout of the program.
  package init() {}
}
