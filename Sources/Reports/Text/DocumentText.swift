package import Primitives

extension Document {
  /// The report as plain text of at most so many columns, as it is read on a terminal or pasted into a letter.
  package func text(width: Int = 100) -> String {
    var writer = TextWriter(language: language, width: max(width, 40))
    writer.paragraph([title, subtitle].compactMap { $0 }.joined(separator: "\n"))
    if let dateline { writer.paragraph(dateline.text(language)) }
    writer.details(details)
    writer.details(figures)
    for section in sections { writer.section(section, isTop: true) }
    writer.signatures(signatures)
    if let code { writer.paragraph("\(code.caption)\n\(code.text)") }
    if let annex { writer.section(annex, isTop: true) }
    return writer.text
  }
}

/// Puts the blocks of a report under each other with an empty line between.
private struct TextWriter {
  let language: Language
  let width: Int
  private(set) var text = ""

  init(language: Language, width: Int) {
    self.language = language
    self.width = width
  }

  mutating func section(_ section: Document.Section, isTop: Bool) {
    heading(section.title, isTop: isTop)
    for block in section.blocks { self.block(block, under: section.title) }
    for subsection in section.subsections { self.section(subsection, isTop: false) }
  }

  private mutating func heading(_ title: String, isTop: Bool) {
    let lines = title.wrapped(to: width)
    let length = lines.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
    append(isTop ? lines + "\n" + String(repeating: "─", count: length) : lines)
  }

  mutating func paragraph(_ text: String) {
    append(text.wrapped(to: width))
  }

  mutating func details(_ details: [Document.Detail]) {
    append(
      details.map { detail in
        "\(detail.label): \(detail.value.text(language))".wrapped(to: width, indent: "  ")
      }.joined(separator: "\n"))
  }

  mutating func signatures(_ signatures: [Document.Signature]) {
    let line = String(repeating: "_", count: 20)
    append(signatures.map { "\($0.post)\n\(line) / \($0.name ?? line) /" }.joined(separator: "\n\n"))
  }

  private mutating func block(_ block: Document.Block, under title: String) {
    switch block {
    case .paragraph(let text), .note(let text): paragraph(text)
    case .list(let lead, let items):
      let lines =
        [lead?.wrapped(to: width)].compactMap { $0 } + items.map { "— \($0)".wrapped(to: width, indent: "  ") }
      append(lines.joined(separator: "\n"))
    case .details(let details): self.details(details)
    case .table(let table):
      let caption = table.caption == title ? "" : table.caption.wrapped(to: width) + "\n"
      append(caption + table.textTable(language).render(width: width))
    case .chart(let chart): if !chart.isToldByNextTable { self.block(.table(chart.table), under: title) }
    }
  }

  private mutating func append(_ block: String) {
    guard !block.isEmpty else { return }
    if !text.isEmpty { text += "\n" }
    text += block.hasSuffix("\n") ? block : block + "\n"
  }
}

extension Table {
  /// The table for a terminal or a letter, with everything the table says.
  package func textTable(_ language: Language) -> TextTable {
    let columns = columns.map { column in
      column.kind == .figure ? TextTable.Column.number(column.title) : .flexible(column.title)
    }
    func cells(_ row: Row) -> [String] {
      var texts = row.cells.enumerated().map { index, cell in
        (row.kind == .part && index == 0 ? "\u{A0}\u{A0}" : "") + cell.columnText(language)
      }
      // The name of a total stands in the wider column beside it rather than in that of the days.
      if row.kind == .total, row.cells.count > 1, row.cells[1] == .blank { texts.swapAt(0, 1) }
      return texts
    }
    return TextTable(
      columns, rows: rows.filter { $0.kind != .total }.map(cells), totals: rows.filter { $0.kind == .total }.map(cells),
      overflow: .wrap)
  }
}

extension Document.Dateline {
  func text(_ language: Language) -> String {
    [Format.day(day, .document, language), place].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Cell {
  /// The value as a reader of the language expects it.
  package func text(_ language: Language) -> String {
    switch self {
    case .missing: "—"
    case .blank: ""
    case .text(let text): text
    case .lines(let text, let more): ([text] + more).joined(separator: "; ")
    case .count(let count): Format.number(count, language)
    case .decimal(let decimal): Format.decimal(decimal, language)
    case .amount(let amount): Format.amount(amount, language)
    case .money(let money): Format.money(money, language)
    case .day(let day): Format.day(day, .table, language)
    case .span(let period): Format.span(period, language)
    case .change(.count(let count)): (count > 0 ? "+" : "") + Format.number(count, language)
    case .change(.amount(let amount)): (amount > .zero ? "+" : "") + Format.amount(amount, language)
    }
  }

  fileprivate func columnText(_ language: Language) -> String {
    if case .lines(let text, let more) = self { return ([text] + more).joined(separator: "\n") }
    return text(language)
  }
}

extension String {
  /// Breaks the text at its spaces; a word longer than a line stands alone. No-break spaces do not break.
  package func wrapped(to width: Int, indent: String = "") -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var lines: [String] = []
      var current = ""
      for word in String(line).printable.split(separator: " ") {
        let candidate = current.isEmpty ? String(word) : current + " " + word
        let room = width - (lines.isEmpty ? 0 : indent.count)
        if candidate.displayWidth > room, !current.isEmpty {
          lines.append(current)
          current = String(word)
        } else {
          current = candidate
        }
      }
      return (lines + [current]).joined(separator: "\n" + indent)
    }.joined(separator: "\n")
  }
}
