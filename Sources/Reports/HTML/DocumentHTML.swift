internal import Primitives

extension Document {
  /// The report as an HTML page.
  package var html: String { page.html }

  package var page: Page {
    let header = Markup(
      [
        .element("h1", [:], Markup(title)),
        subtitle.map { .element("p", ["class": "subtitle"], Markup($0)) } ?? .empty,
        dateline.map(markup) ?? .empty,
        markup(details),
      ].filter { $0 != .empty }, separator: "\n")
    let body =
      [markup(figures: figures)] + sections.enumerated().map { markup($1, level: 2, id: "part-\($0 + 1)") } + [
        markup(signatures: signatures), code?.markup ?? .empty,
        annex.map { markup($0, level: 2, id: "annex", style: "annex") } ?? .empty,
      ]
    return Page(
      title: [title, subtitle].compactMap { $0 }.joined(separator: " — "), language: language, header: header,
      body: body.filter { $0 != .empty })
  }

  private func markup(figures: [Detail]) -> Markup {
    guard !figures.isEmpty else { return .empty }
    let items = figures.map { figure in
      Markup.element(
        "div", [:],
        Markup([.element("dt", [:], Markup(figure.label)), .element("dd", [:], figure.value.markup(language))]))
    }
    return .block("dl", ["class": "figures"], items)
  }

  private func markup(_ details: [Detail]) -> Markup {
    guard !details.isEmpty else { return .empty }
    let items = details.map { detail in
      Markup([.element("dt", [:], Markup(detail.label)), .element("dd", [:], detail.value.markup(language))])
    }
    return .block("dl", ["class": "details"], items)
  }

  /// - Parameter id: Begins the names of its parts on the page.
  private func markup(_ section: Section, level: Int, id: String, style: String? = nil) -> Markup {
    var chartID: String?
    let blocks = section.blocks.enumerated().map { index, block in
      let describedID = chartID
      let id = "\(id)-chart-\(index + 1)"
      chartID = if case .chart(let chart) = block, chart.isToldByNextTable { id } else { nil }
      return markup(block, under: section.title, id: describedID ?? id, described: describedID != nil)
    }
    let parts = section.subsections.enumerated().map { index, part in
      markup(part, level: level + 1, id: "\(id)-\(index + 1)")
    }
    return .block(
      "section", ["class": style], [.element("h\(level)", [:], Markup(section.title))] + blocks + parts)
  }

  private func markup(_ block: Block, under title: String, id: String, described: Bool) -> Markup {
    switch block {
    case .paragraph(let text): .element("p", [:], Markup(text))
    case .note(let text): .element("p", ["class": "note"], Markup(text))
    case .list(let lead, let items):
      Markup(
        [
          lead.map { .element("p", ["class": "lead"], Markup($0)) } ?? .empty,
          .block("ul", [:], items.map { .element("li", [:], Markup($0)) }),
        ], separator: "\n")
    case .details(let details): markup(details)
    case .table(let table): table.markup(language, under: title, id: described ? Chart.tableID(id) : nil)
    case .chart(let chart): chart.markup(language, under: title, id: id)
    }
  }

  private func markup(_ dateline: Dateline) -> Markup {
    .block(
      "p", ["class": "dateline"],
      [
        .element("time", ["datetime": "\(dateline.day)"], Markup(Format.day(dateline.day, .document, language))),
        dateline.place.map { .element("span", [:], Markup($0)) } ?? .empty,
      ])
  }

  private func markup(signatures: [Signature]) -> Markup {
    guard !signatures.isEmpty else { return .empty }
    let words = SignatureWords(language)
    let lines = signatures.map { signature in
      Markup.block(
        "div", ["class": "signature"],
        [
          .element("p", ["class": "post"], Markup(signature.post)),
          .element("p", ["class": "line"], Markup(words.signature)),
          signature.name.map { .element("p", ["class": "name"], Markup($0)) }
            ?? .element("p", ["class": "line"], Markup(words.name)),
        ])
    }
    // A document that says its day has no room for another.
    let date = dateline == nil ? Markup.element("p", ["class": "date"], Markup(words.day)) : .empty
    return .block("section", ["class": "signatures", "aria-label": words.title], lines + [date])
  }
}

extension Table {
  /// - Parameters:
  ///   - title: Of the section: a caption that says the same is there for screen readers only.
  ///   - id: The name of the table on the page, where something refers to it.
  func markup(_ language: Language, under title: String, id: String? = nil) -> Markup {
    let titles = columns.map { Markup.element("th", ["scope": "col", "class": $0.kind.style], Markup($0.title)) }
    let head = Markup.block("thead", [:], [.element("tr", [:], Markup(titles))])
    let table = Markup.block(
      "table", ["id": id],
      [
        .element("caption", ["class": caption == title ? "unseen" : nil], Markup(caption)), head,
        .block("tbody", [:], rows.filter { $0.kind != .total }.map { markup($0, language) }),
        rows.contains { $0.kind == .total }
          ? .block("tfoot", [:], rows.filter { $0.kind == .total }.map { markup($0, language) }) : .empty,
      ])
    // On a narrow screen the table scrolls, not the page; the keyboard must be able to scroll it too.
    let style = rows.count <= Self.kept ? "scroll short" : "scroll"
    return .block("div", ["class": style, "tabindex": "0", "role": "region", "aria-label": caption], [table])
  }

  /// A table of so few rows is not split between two pages.
  private static let kept = 12

  private func markup(_ row: Row, _ language: Language) -> Markup {
    let reach = row.kind == .total ? 1 + row.cells.dropFirst().prefix { $0 == .blank }.count : 1
    let heading = reach > 1 ? 0 : self.heading
    let cells = zip(columns, row.cells).enumerated().map { index, pair in
      if index > 0 && index < reach { return Markup.empty }
      return Markup.element(
        index == heading ? "th" : "td",
        [
          "scope": index == heading ? "row" : nil, "class": pair.0.kind.style,
          "colspan": index == 0 && reach > 1 ? "\(reach)" : nil,
        ], pair.1.markup(language))
    }
    return .element("tr", ["class": row.kind.style], Markup(cells))
  }

  /// The column that names the row: the first of text.
  private var heading: Int? { columns.firstIndex { $0.kind == .text } }
}

extension Table.Column.Kind {
  fileprivate var style: String? { self == .figure ? "figure" : nil }
}

extension Table.Row.Kind {
  fileprivate var style: String? {
    switch self {
    case .plain, .total: nil
    case .group: "group"
    case .part: "part"
    }
  }
}

extension Cell {
  /// The value with its machine-readable form beside the printed one.
  func markup(_ language: Language) -> Markup {
    let shown = Markup(text(language))
    switch self {
    case .missing:
      let meaning = language == .russian ? "нет данных" : "not stated"
      return Markup([
        .element("span", ["aria-hidden": "true"], shown), .element("span", ["class": "unseen"], Markup(meaning)),
      ])
    case .text, .blank, .span: return shown
    case .lines(let text, let more):
      return Markup([Markup(text)] + more.map { .element("span", ["class": "more"], Markup($0)) })
    case .count(let count): return .element("data", ["value": "\(count)"], shown)
    case .decimal(let decimal): return .element("data", ["value": "\(decimal)"], shown)
    case .amount(let amount): return .element("data", ["value": "\(amount)"], shown)
    case .money(let money): return .element("data", ["value": "\(money.amount)"], shown)
    case .change(.count(let count)): return .element("data", ["value": "\(count)"], shown)
    case .change(.amount(let amount)): return .element("data", ["value": "\(amount)"], shown)
    case .day(let day): return .element("time", ["datetime": "\(day)"], shown)
    }
  }
}
