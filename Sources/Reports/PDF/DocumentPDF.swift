internal import LibPDF
package import Primitives

extension Document {
  /// The report as a tagged PDF file for paper and archive.
  ///
  /// - Parameters:
  ///   - day: That on which it was made, as the file says: the same content of the same day is the same file.
  ///   - software: The program that made it.
  ///   - sink: Takes the bytes, piece by piece.
  /// - Throws: ``LibPDF/PDFProblem``; what `sink` throws.
  package func writePDF(madeOn day: Day, by software: String? = nil, to sink: ([UInt8]) throws -> Void) throws {
    let properties = PDFProperties(
      title: [title, subtitle].compactMap { $0 }.joined(separator: " — ").withoutControls, language: language.rawValue,
      createdAt: day.description, creator: software)
    try PDFFile.write(properties, to: sink) { file in
      let flow = try PageFlow(file, footer: code?.footer)
      var printer = DocumentPrinter(flow, language)
      try printer.print(self)
      try flow.endFirstPage()
    }
  }

  package func pdf(madeOn day: Day, by software: String? = nil) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try writePDF(madeOn: day, by: software) { bytes += $0 }
    return bytes
  }
}

/// Sets the parts of a document one below another.
private struct DocumentPrinter {
  private let flow: PageFlow
  private let language: Language
  private var typesetter: Typesetter { flow.file.typesetter }
  /// Headings that wait for what they head, to stand on one page with it.
  private var headings: [(level: Int, text: String)] = []
  /// The page on which a heading or the name of a chart stands last: what is called the same there is not named again.
  private var pages: [String: Int] = [:]
  /// Blocks that are still to come.
  private var ahead = 0
  /// What the signatures take: they do not stand on a page without the last lines they are for.
  private var signatures = 0.0
  /// Room that must be left below the last lines of a block.
  private var below: Double { ahead == 0 ? signatures : 0 }

  init(_ flow: PageFlow, _ language: Language) {
    self.flow = flow
    self.language = language
  }

  mutating func print(_ document: Document) throws {
    try flow.set(flow.lines(document.title, PrintStyle.title), as: .heading(1))
    if let subtitle = document.subtitle {
      flow.advance(3)
      try flow.set(flow.lines(subtitle, PrintStyle.subtitle), as: .paragraph)
    }
    if let dateline = document.dateline { try print(dateline) }
    if !document.details.isEmpty {
      flow.skip(12)
      try print(document.details)
    }
    if !document.figures.isEmpty {
      flow.skip(12)
      try KeyFigures(document.figures, language).set(in: flow)
    }
    let signing =
      document.signatures.isEmpty
      ? nil : SignatureLines(document.signatures, asksForDay: document.dateline == nil, language)
    ahead = document.sections.map(\.count).reduce(0, +)
    signatures = try signing?.height(by: typesetter) ?? 0
    for section in document.sections { try print(section, level: 2) }
    try printHeadings(before: 0)
    signatures = 0
    if let signing {
      try flow.turn(landscape: false)
      try signing.set(in: flow)
    }
    if let annex = document.annex {
      try flow.turn(landscape: false)
      if !flow.isAtTop { try flow.newPage() }
      try print(annex, level: 2)
      try printHeadings(before: 0)
    }
  }

  private mutating func print(_ section: Document.Section, level: Int) throws {
    headings.append((level, section.title))
    for block in section.blocks { try print(block, under: section.title) }
    for subsection in section.subsections { try print(subsection, level: level + 1) }
    // A section of which nothing is said keeps its heading.
    if section.blocks.isEmpty, section.subsections.isEmpty { try printHeadings(before: 0) }
  }

  private mutating func print(_ block: Document.Block, under title: String) throws {
    ahead -= 1
    if case .table(let table) = block { return try print(table, under: title) }
    try flow.turn(landscape: false)
    switch block {
    case .table: break
    case .chart(let chart): try print(chart, under: title)
    case .paragraph(let text): try print(text, PrintStyle.body, gap: 4)
    case .note(let text): try print(text, PrintStyle.note, gap: 4)
    case .list(let lead, let items):
      if let lead { try print(lead, PrintStyle.line, gap: 4, keeping: 16) }
      try print(items)
    case .details(let details):
      try printHeadings(before: 32)
      flow.skip(4)
      try print(details)
    }
  }

  /// - Parameter keeping: Room that must be left below for what follows.
  private mutating func print(_ text: String, _ style: TextStyle, gap: Double, keeping: Double = 0) throws {
    let lines = try flow.lines(text, style)
    let isShort = below > 0 && lines.count <= 3
    let opening = isShort ? lines.height + below : lines.height(of: 0..<min(2, lines.count)) + keeping
    try printHeadings(before: opening + gap)
    flow.skip(gap)
    try flow.need(opening)
    try flow.set(lines, as: .paragraph, keeping: below)
  }

  private mutating func print(_ items: [String]) throws {
    try printHeadings(before: 36)
    let (dash, indent) = (8.0, 22.0)
    let label = try typesetter.block("—", style: PrintStyle.line)
    try flow.file.tag(.list) {
      for (index, item) in items.enumerated() {
        let lines = try flow.lines(item, PrintStyle.line, indent: indent)
        let below = index == items.count - 1 ? below : 0
        flow.skip(2)
        try flow.need(
          below > 0 && lines.count <= 3 ? lines.height + below : lines.height(of: 0..<min(2, lines.count)))
        try flow.file.tag(.listItem) {
          flow.file.tag(.listLabel) {
            flow.file.canvas.draw(label, at: PDFPoint(x: flow.area.x + dash, y: flow.y))
          }
          try flow.set(lines, indent: indent, as: .listBody, keeping: below)
        }
      }
    }
  }

  private mutating func print(_ table: Table, under title: String) throws {
    let upright = PageFlow.area(landscape: false).width
    let across = PageFlow.area(landscape: true).width
    let layout: TableLayout
    if let fitting = try TableLayout.fitting(table, upright, language, typesetter) {
      layout = fitting
    } else if let fitting = try TableLayout.fitting(table, across, language, typesetter) {
      layout = fitting
    } else {
      layout = try TableLayout(table, across, size: 8, language, typesetter)
    }
    try flow.turn(landscape: layout.width > upright + 0.01)
    var printed = try PrintedTable(table, layout, under: title, language, typesetter)
    let opening = try printed.opening(flow) + 6
    let isUnderTitle = !headings.isEmpty || pages[title] == flow.number && flow.room >= opening
    if printed.hidesCaption, !isUnderTitle {
      printed = try PrintedTable(table, layout, under: "", language, typesetter)
    }
    try printHeadings(before: opening)
    flow.skip(6)
    try printed.set(in: flow, keeping: flow.isLandscape ? 0 : below)
    flow.skip(4)
  }

  /// The pictures, and below them the figures where no table that follows has them.
  private mutating func print(_ chart: Chart, under title: String) throws {
    let pictures = chart.pictures(width: flow.area.width, language)
    for (index, picture) in pictures.enumerated() {
      let hidesCaption = index == 0 && chart.title == title
      let title = index == 0 ? chart.title : chart.continuedTitle(language)
      let caption = hidesCaption ? nil : try flow.lines(title, PrintStyle.caption)
      let height = picture.size.height + (caption.map { $0.height + 4 } ?? 0)
      try printHeadings(before: height + 6)
      flow.skip(6)
      try flow.need(height)
      if let caption {
        try flow.set(caption, as: .paragraph)
        flow.advance(4)
      }
      pages[chart.title] = flow.number
      let alternative = index == 0 ? title + ". " + chart.description(language) : title
      try flow.file.tag(.figure(alternative: alternative)) {
        try picture.draw(on: flow.file.canvas, at: PDFPoint(x: flow.area.x, y: flow.y), typesetter)
      }
      flow.advance(picture.size.height)
      flow.skip(4)
    }
    if !chart.isToldByNextTable, !pictures.isEmpty { try print(chart.table, under: chart.title) }
  }

  private mutating func printHeadings(before height: Double) throws {
    guard !headings.isEmpty else { return }
    let set = try headings.map { ($0.level, $0.text, try flow.lines($0.text, PrintStyle.heading($0.level))) }
    headings = []
    let gaps = set.map { $0.0 == 2 ? 16.0 : 12 }
    try flow.need(zip(set, gaps).reduce(height) { $0 + $1.0.2.height + $1.1 })
    for ((level, text, lines), gap) in zip(set, gaps) {
      flow.skip(gap)
      try flow.set(lines, as: .heading(level))
      pages[text] = flow.number
    }
  }

  /// The day at the left margin, the place at the right.
  private func print(_ dateline: Document.Dateline) throws {
    flow.skip(14)
    let day = try typesetter.block(StyledText(Format.day(dateline.day, .document, language)), style: PrintStyle.line)
    var style = PrintStyle.line
    style.alignment = .right
    let room = flow.area.width - day.width - 12
    let place = try dateline.place.map {
      try TextLines(StyledText($0), style: style, width: room, by: typesetter)
    }
    try flow.need(max(day.height, min(place?.height ?? 0, 60)))
    let (x, y) = (flow.area.x, flow.y)
    flow.file.tag(.paragraph) { flow.file.canvas.draw(day, at: PDFPoint(x: x, y: y)) }
    if let place {
      try flow.set(place, indent: flow.area.width - room, as: .paragraph)
    } else {
      flow.advance(day.height)
    }
  }

  /// Names at the left, values beside them.
  private func print(_ details: [Document.Detail]) throws {
    var soft = PrintStyle.line
    soft.colour = PrintStyle.soft
    let widths = try LetterWidths(soft, typesetter)
    let widest = try details.map { try widths.measure($0.label).line }.max() ?? 0
    let column = min(widest * 1.01 + 12, flow.area.width * 0.4)
    for (index, detail) in details.enumerated() {
      let below = index == details.count - 1 ? below : 0
      let label = try TextLines(StyledText(detail.label), style: soft, width: column - 12, by: typesetter)
      let value = try flow.lines(detail.value.text(language), PrintStyle.line, indent: column)
      let isShort = below > 0 && value.count <= 3
      let opening = isShort ? value.height + below : value.height(of: 0..<min(2, value.count))
      try flow.need(max(min(label.height + below, flow.area.height), opening))
      let top = flow.y
      flow.file.tag(.paragraph) {
        label.draw(0..<label.count, on: flow.file.canvas, at: PDFPoint(x: flow.area.x, y: top))
      }
      try flow.set(value, indent: column, as: .paragraph, keeping: below)
      // A value that went on over a page has left its name behind.
      flow.advance((flow.y > top ? max(0, top + label.height - flow.y) : 0) + 2)
    }
  }
}

extension Document.Section {
  /// Blocks in it and in its subsections.
  fileprivate var count: Int { subsections.reduce(blocks.count) { $0 + $1.count } }
}

extension String {
  fileprivate var withoutControls: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
