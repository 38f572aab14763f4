package import Grants
package import LibXLSX
package import Primitives

extension GrantReport {
  /// Writes the report as a workbook: what it says of the whole on the first sheet, and each part of the projects on one
  /// of its own.
  ///
  /// - Parameters:
  ///   - path: Where the workbook is to be; a file that is there is replaced.
  ///   - sender: The organisation that answers for the report; nil where it is not known.
  package func writeWorkbook(to path: String, _ language: Language, sender: String? = nil) throws(XLSXProblem) {
    // Noon of its last day: the same report is the same file.
    let created = Instant(noonOf: period.end ?? .lastDay(of: 1970))
    try sheets(language, sender: sender).writeWorkbook(to: path, created: created)
  }

  /// The report with the tables of all projects put together.
  func sheets(_ language: Language, sender: String?) -> Document {
    var document = document(language, sender: sender)
    document.sections = document.sections.enumerated().compactMap { index, section in
      index < document.sections.count - projects.count ? section : section.withoutTables
    }
    let tables = currencies.map { currency in
      WorkbookTables(projects.filter { $0.project.currency == currency }, of: self, language)
    }
    document.sections += ReportPart.allCases.compactMap { part in
      let parts = tables.compactMap { $0.table(part) }
      return parts.isEmpty ? nil : Document.Section(part.title[language], parts.map { .table($0) })
    }
    return document
  }
}

extension Document.Section {
  /// Nil where nothing is left.
  fileprivate var withoutTables: Document.Section? {
    let kept = blocks.filter { if case .table = $0 { false } else { true } }
    let parts = subsections.compactMap(\.withoutTables)
    return kept.isEmpty && parts.isEmpty ? nil : Document.Section(title, kept, subsections: parts)
  }
}
