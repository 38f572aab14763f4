internal import LibPDF
internal import Primitives

/// A table set on paper: columns as wide as their content asks for, its head on every page, rows whole where a page
/// holds them.
struct PrintedTable {
  let table: Table
  let layout: TableLayout
  /// True for a caption that the heading above it says already.
  let hidesCaption: Bool
  private let language: Language
  private let typesetter: Typesetter
  private let head: TableRowLines

  init(_ table: Table, _ layout: TableLayout, under title: String, _ language: Language, _ typesetter: Typesetter)
    throws
  {
    self.table = table
    self.layout = layout
    self.language = language
    self.typesetter = typesetter
    hidesCaption = table.caption == title || table.caption.isEmpty
    head = try TableRowLines(head: table, layout, typesetter)
  }

  private static let captionGap = 4.0

  private func caption(_ flow: PageFlow) throws -> TextLines? {
    hidesCaption
      ? nil
      : try TextLines(
        StyledText(table.caption),
        style: PrintStyle.caption,
        width: layout.width, by: typesetter)
  }

  /// What must stand on one page at least: all of a table of few rows, unless much of the page would stay empty for it,
  /// else the head with the first of them.
  func opening(_ flow: PageFlow) throws -> Double {
    let above = try head.height + (caption(flow).map { $0.height + Self.captionGap } ?? 0)
    let rows = ordered
    if rows.count <= Self.kept {
      let whole = try rows.reduce(above) { $0 + (try row($1).height) }
      if whole <= flow.room || whole <= flow.area.height / 2 && flow.room < flow.area.height / 4 { return whole }
    }
    return try rows.prefix(2).reduce(above) { $0 + min(try row($1).height, 60) }
  }

  /// A table of so few rows is not split between two pages.
  private static let kept = 12

  /// Totals stand below everything else.
  private var ordered: [Table.Row] {
    table.rows.contains { $0.kind == .total }
      ? table.rows.filter { $0.kind != .total } + table.rows.filter { $0.kind == .total } : table.rows
  }

  private func row(_ row: Table.Row) throws -> TableRowLines {
    try TableRowLines(row, of: table, layout, language, typesetter)
  }

  /// - Parameter keeping: Room that must be left below the last row for what follows.
  func set(in flow: PageFlow, keeping: Double = 0) throws {
    try flow.file.tag(.table) {
      try flow.need(opening(flow))
      if let caption = try caption(flow) {
        try flow.set(caption, as: .caption)
        flow.advance(Self.captionGap)
      }
      if head.height <= flow.room + 0.01 {
        flow.file.tag(.tableRow) { head.draw(in: flow, isTagged: true) }
      } else {
        try head.drawInParts(in: flow) { try flow.newPage() }
      }
      try setRows(in: flow, keeping: keeping)
    }
  }

  private func setRows(in flow: PageFlow, keeping: Double) throws {
    let rows = ordered
    // Measured, because they are to stand on one page with the row that is set.
    var ahead: [TableRowLines] = []
    var togetherUntil = 0
    for index in rows.indices {
      let page = flow.area.height - (repeatsHead(flow) ? head.height : 0)
      if index >= togetherUntil {
        let run = together(rows, from: index)
        ahead = try run.map { try row(rows[$0]) }
        let below = run.upperBound == rows.count ? keeping : 0
        let needed = ahead.reduce(below) { $0 + $1.height }
        if needed <= page {
          togetherUntil = run.upperBound
          if flow.room < needed - 0.01 { try turnPage(flow) }
        }
      }
      let line = ahead.removeFirst()
      if flow.room < line.height - 0.01, line.height <= page { try turnPage(flow) }
      if line.height <= flow.room + 0.01 {
        flow.file.tag(.tableRow) { line.draw(in: flow, isTagged: true) }
      } else {
        try line.drawInParts(in: flow) { try turnPage(flow) }
      }
    }
  }

  /// A group is not parted from its first part, nor the last row from any of the totals under it.
  private func together(_ rows: [Table.Row], from start: Int) -> Range<Int> {
    var end = start + 1
    while end < rows.count, rows[end - 1].kind == .group || rows[end].kind == .total { end += 1 }
    return start..<end
  }

  /// The head of a table that goes on is there for the eye; whoever listens has heard it.
  private func turnPage(_ flow: PageFlow) throws {
    try flow.newPage()
    if repeatsHead(flow) { head.draw(in: flow, isTagged: false) }
  }

  /// A head that takes up the page stands there once.
  private func repeatsHead(_ flow: PageFlow) -> Bool { head.height <= flow.area.height / 3 }
}
