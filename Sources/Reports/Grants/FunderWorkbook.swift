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
  ///   - layout: What the funder wants to have where.
  ///   - findings: What does not agree in it; it is then a draft.
  ///   - today: Nil for a period that is over.
  package func writeWorkbook(
    to path: String, _ language: Language, sender: String? = nil, layout: ReportLayout = ReportLayout(),
    findings: [Diagnostic] = [], today: Day? = nil
  ) throws(XLSXProblem) {
    // Noon of its last day: the same report is the same file.
    let created = Instant(noonOf: period.end ?? .lastDay(of: 1970))
    try sheets(language, sender: sender, layout, findings, today: today).writeWorkbook(to: path, created: created)
  }

  /// The report with the tables of all projects put together. Their money day by day is drawn together, too: a sheet for
  /// each project would stand in the way of those that one calculates with.
  func sheets(
    _ language: Language, sender: String? = nil, _ layout: ReportLayout = ReportLayout(), _ findings: [Diagnostic] = [],
    today: Day? = nil
  ) -> Document {
    var document = document(language, sender: sender, layout: layout, findings: findings, today: today)
    document.sections = document.sections.compactMap(\.withoutFigures)
    let tables = currencies.map { currency in
      WorkbookTables(projects.filter { $0.project.currency == currency }, of: self, language, today: today)
    }
    let blocks = layout.parts.flatMap { part -> [Document.Block] in
      switch part.part {
      case .summary:
        currencies.flatMap { currency in
          [
            projectsChart(of: currency, language).map(Document.Block.chart), .table(table(of: currency, language)),
            statusChart(of: currency, language).map(Document.Block.chart),
          ]
        }.compactMap { $0 }
      case .money:
        zip(currencies, tables).flatMap { currency, tables in
          [
            tables.table(part, language).map(Document.Block.table),
            moneyChart(of: currency, language).map(Document.Block.chart),
          ]
        }.compactMap { $0 }
      case .budget where projects.count == 1:
        [
          projects[0].budgetChart(language).map(Document.Block.chart),
          tables.first?.table(part, language).map(Document.Block.table),
        ].compactMap { $0 }
      default: tables.compactMap { $0.table(part, language).map(Document.Block.table) }
      }
    }
    // What is said of a part stands above under its title already.
    if !blocks.isEmpty {
      document.sections.append(Document.Section(language == .russian ? "Таблицы" : "Tables", blocks))
    }
    return document
  }
}

extension Document.Section {
  /// Nil where nothing is left.
  fileprivate var withoutFigures: Document.Section? {
    let kept = blocks.filter { block in
      switch block {
      case .table, .chart: false
      default: true
      }
    }
    let parts = subsections.compactMap(\.withoutFigures)
    return kept.isEmpty && parts.isEmpty ? nil : Document.Section(title, kept, subsections: parts)
  }
}
