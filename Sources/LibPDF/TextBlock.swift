import CPangoCairo

/// A text that is laid out: its measures are known, and it can be drawn whole or line by line.
@safe package final class TextBlock {
  /// Bytes of one text: some twenty pages. The time that a paragraph takes grows with the square of its length.
  package static let mostBytes = 64_000

  package struct Line: Hashable, Sendable {
    /// From the top of the block, in points.
    package let top: Double
    package let height: Double
    package let baseline: Double
    /// From the left of the block.
    package let left: Double
    /// Of the letters, in points.
    package let width: Double
  }

  package let lines: [Line]
  /// Of the widest line, in points.
  package let width: Double
  package let height: Double
  let layout: OpaquePointer
  let colour: PDFColour

  /// - Parameter layout: An empty one, which the block comes to own.
  init(_ text: StyledText, _ style: TextStyle, width: Double?, _ layout: OpaquePointer) {
    unsafe self.layout = layout
    colour = style.colour
    let plain = text.plain
    unsafe pango_layout_set_text(layout, plain, Int32(plain.utf8.count))
    let font = unsafe Self.description(style)
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)
    if let width { unsafe pango_layout_set_width(layout, max(units(width), 0)) }
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    if style.wrap == .never { unsafe pango_layout_set_width(layout, -1) }
    unsafe pango_layout_set_line_spacing(layout, Float(style.lineSpacing))
    unsafe pango_layout_set_indent(layout, units(style.indent))
    switch style.alignment {
    case .left: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
    case .centre: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .right: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .justified: unsafe pango_layout_set_justify(layout, 1)
    }
    let attributes = TextAttributes(text, style)
    unsafe pango_layout_set_attributes(layout, attributes.list)

    unsafe Self.keepSpaces(of: layout)
    var logical = PangoRectangle()
    unsafe pango_layout_get_extents(layout, nil, &logical)
    height = points(logical.height)
    self.width = points(logical.width)
    lines = unsafe Self.lines(of: layout)
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(layout))
  }

  /// Letters for which no font of this machine has a shape.
  package var unknownLetters: Int { unsafe Int(pango_layout_get_unknown_glyphs_count(layout)) }

  private static func description(_ style: TextStyle) -> OpaquePointer {
    let font: OpaquePointer = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(font, style.family)
    unsafe pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    unsafe pango_font_description_set_style(font, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    return unsafe font
  }

  /// Where a line is broken pango leaves the space out, and words would run together for who copies or listens: it is
  /// put back, as wide as nothing.
  private static func keepSpaces(of layout: OpaquePointer) {
    for index in 0..<(unsafe pango_layout_get_line_count(layout)) {
      guard let line = unsafe pango_layout_get_line(layout, index),
        let last = unsafe g_slist_last(line.pointee.runs)?.pointee.data
      else { continue }
      let run = unsafe last.assumingMemoryBound(to: PangoGlyphItem.self)
      guard let item = unsafe run.pointee.item, let glyphs = unsafe run.pointee.glyphs,
        let font = unsafe item.pointee.analysis.font,
        unsafe glyphs.pointee.num_glyphs > 0
      else { continue }
      let end = unsafe Int(glyphs.pointee.num_glyphs) - 1
      var space: hb_codepoint_t = 0
      guard unsafe glyphs.pointee.glyphs[end].glyph == emptyGlyph,
        unsafe pango_layout_get_text(layout)[Int(item.pointee.offset + item.pointee.length) - 1] == 0x20,
        unsafe hb_font_get_nominal_glyph(pango_font_get_hb_font(font), 0x20, &space) != 0
      else { continue }
      unsafe glyphs.pointee.glyphs[end].glyph = space
    }
  }

  /// PANGO_GLYPH_EMPTY, a macro that Swift does not see.
  private static let emptyGlyph: PangoGlyph = 0x0FFF_FFFF

  private static func lines(of layout: OpaquePointer) -> [Line] {
    let iterator: OpaquePointer = unsafe pango_layout_get_iter(layout)
    defer { unsafe pango_layout_iter_free(iterator) }
    var lines: [Line] = []
    repeat {
      var logical = PangoRectangle()
      unsafe pango_layout_iter_get_line_extents(iterator, nil, &logical)
      let baseline = unsafe pango_layout_iter_get_baseline(iterator)
      lines.append(
        Line(
          top: points(logical.y), height: points(logical.height), baseline: points(baseline),
          left: points(logical.x), width: points(logical.width)))
    } while unsafe pango_layout_iter_next_line(iterator) != 0
    return lines
  }
}

/// What parts of a text change of its style, as pango keeps it: by the bytes of the text.
@safe private final class TextAttributes {
  let list: OpaquePointer

  init(_ text: StyledText, _ style: TextStyle) {
    unsafe list = pango_attr_list_new()
    let length = text.runs.reduce(0) { $0 + $1.text.utf8.count }
    if style.letterSpacing != 0 { unsafe add(pango_attr_letter_spacing_new(units(style.letterSpacing)), 0, length) }
    // Where a word is broken because no line holds it, no hyphen is made up: it may be a digest or an address.
    if !text.plain.unicodeScalars.contains("\u{AD}") { unsafe add(pango_attr_insert_hyphens_new(0), 0, length) }
    var start = 0
    for run in text.runs {
      let end = start + run.text.utf8.count
      if let isBold = run.isBold {
        unsafe add(pango_attr_weight_new(isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL), start, end)
      }
      if let isItalic = run.isItalic {
        unsafe add(pango_attr_style_new(isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL), start, end)
      }
      if let colour = run.colour {
        func part(_ value: Double) -> UInt16 { UInt16((min(max(value, 0), 1) * 65535).rounded()) }
        unsafe add(pango_attr_foreground_new(part(colour.red), part(colour.green), part(colour.blue)), start, end)
      }
      if let size = run.size { unsafe add(pango_attr_size_new_absolute(units(size)), start, end) }
      start = end
    }
  }

  deinit {
    unsafe pango_attr_list_unref(list)
  }

  private func add(_ attribute: UnsafeMutablePointer<PangoAttribute>, _ start: Int, _ end: Int) {
    unsafe attribute.pointee.start_index = UInt32(start)
    unsafe attribute.pointee.end_index = UInt32(end)
    unsafe pango_attr_list_insert(list, attribute)
  }
}

/// Pango counts in 1024ths of a point.
private func units(_ points: Double) -> Int32 { Int32(clamping: Int((points * Double(PANGO_SCALE)).rounded())) }
private func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
