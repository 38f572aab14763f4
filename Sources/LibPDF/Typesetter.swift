import CPangoCairo

/// Lays out text; one serves any number of files. Nothing is rounded to pixels: what is measured is what is printed.
@safe package final class Typesetter {
  private let context: OpaquePointer

  /// - Parameter language: A BCP 47 tag such as `ru`: it decides on forms of letters and places to break.
  package init(language: String) {
    let context: OpaquePointer = unsafe pango_font_map_create_context(pango_cairo_font_map_get_default())
    unsafe pango_context_set_language(context, pango_language_from_string(language))
    // One unit of a layout is a point.
    unsafe pango_cairo_context_set_resolution(context, 72)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    let options: OpaquePointer = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
    unsafe self.context = context
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// Lays out a text.
  ///
  /// - Parameter width: In points; nil for as wide as it is.
  /// - Throws: ``PDFProblem/Kind/textTooLong``.
  package func block(_ text: StyledText, style: TextStyle, width: Double? = nil) throws(PDFProblem) -> TextBlock {
    let text = text.printable
    guard text.plain.utf8.count <= TextBlock.mostBytes else { throw PDFProblem(.textTooLong) }
    return unsafe TextBlock(text, style, width: width, pango_layout_new(context))
  }

  /// Those of the named families that this machine does not have. Pango would set them in another font without a word.
  package static func missing(families: [String]) -> [String] {
    let map = unsafe pango_cairo_font_map_get_default()
    var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    unsafe pango_font_map_list_families(map, &list, &count)
    defer { unsafe g_free(list) }
    let known = Set(
      (0..<Int(count)).compactMap { index -> String? in
        guard let family = unsafe list?[index] else { return nil }
        return unsafe String(cString: pango_font_family_get_name(family)).lowercased()
      })
    return families.filter { !known.contains($0.lowercased()) }
  }
}

extension StyledText {
  /// Without what has no shape and would end or break a text: control characters but for breaks and tabulators.
  fileprivate var printable: StyledText {
    StyledText(
      runs.map { run in
        var run = run
        run.text.unicodeScalars.removeAll {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
        }
        return run
      })
  }
}
