import CPangoCairo

/// Something to draw on: the pages of a ``PDFFile``, or a ``PDFDrawing``.
@safe package final class PDFCanvas {
  let context: OpaquePointer

  /// - Parameter surface: The canvas keeps it alive.
  init(_ surface: OpaquePointer) {
    unsafe context = unsafe cairo_create(surface)
  }

  deinit {
    unsafe cairo_destroy(context)
  }

  /// - Throws: ``PDFProblem`` when anything drawn so far has failed.
  func check() throws(PDFProblem) {
    try unsafe PDFProblem.check(cairo_status(context))
  }

  package func fill(_ path: PDFPath, _ colour: PDFColour) {
    add(path)
    set(colour)
    unsafe cairo_fill(context)
  }

  /// - Parameters:
  ///   - width: Of the line, in points.
  ///   - dashes: Lengths of strokes and gaps in turn, in points.
  package func stroke(_ path: PDFPath, _ colour: PDFColour, width: Double, dashes: [Double] = []) {
    add(path)
    set(colour)
    unsafe cairo_set_line_width(context, width)
    unsafe cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    unsafe cairo_stroke(context)
  }

  /// Draws a text, its top left at a point; or some of its lines, the first of them at the top.
  package func draw(_ block: TextBlock, at origin: PDFPoint, lines: Range<Int>? = nil) {
    set(block.colour)
    let lines = (lines ?? block.lines.indices).clamped(to: block.lines.indices)
    guard let first = lines.first else { return }
    let top = block.lines[first].top
    for index in lines {
      let line = block.lines[index]
      unsafe cairo_move_to(context, origin.x + line.left, origin.y + line.baseline - top)
      unsafe pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(block.layout, Int32(index)))
    }
    unsafe cairo_new_path(context)
  }

  /// Draws a picture as large as fits into a rectangle, in its middle.
  package func draw(_ image: PNGImage, in rect: PDFRect) {
    let scale = min(rect.width / Double(image.width), rect.height / Double(image.height))
    let size = PDFSize(width: Double(image.width), height: Double(image.height))
    let origin = PDFPoint(x: rect.midX - scale * size.width / 2, y: rect.midY - scale * size.height / 2)
    unsafe paint(image.surface, size, at: origin, scale: scale)
  }

  /// Draws a drawing, its top left at a point.
  package func draw(_ drawing: PDFDrawing, at origin: PDFPoint) {
    unsafe paint(drawing.surface, drawing.size, at: origin, scale: 1)
  }

  /// Draws black squares, `side` of them in a row, such as a QR code. As a picture of one bit they take a tenth of the
  /// room that they would take as rectangles; the dots to a square keep its edges sharp in readers that smooth pictures.
  package func draw(squares: [Bool], side: Int, in rect: PDFRect) {
    let dots = 4
    let size = side * dots
    let surface: OpaquePointer = unsafe cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(size), Int32(size))
    defer { unsafe cairo_surface_destroy(surface) }
    guard let bits = unsafe cairo_image_surface_get_data(surface) else { return }
    let stride = unsafe Int(cairo_image_surface_get_stride(surface))
    for row in 0..<side {
      let first = row * dots * stride
      for column in 0..<side where squares[row * side + column] {
        for dot in column * dots..<(column + 1) * dots {
          // The first dot of a byte is its lowest bit on this machine's order, its highest on the other.
          unsafe bits[first + dot / 8] |= 1 << (1.littleEndian == 1 ? dot % 8 : 7 - dot % 8)
        }
      }
      for copy in 1..<dots { unsafe (bits + first + copy * stride).update(from: bits + first, count: stride) }
    }
    unsafe cairo_surface_mark_dirty(surface)
    unsafe cairo_save(context)
    unsafe cairo_translate(context, rect.x, rect.y)
    unsafe cairo_scale(context, rect.width / Double(size), rect.height / Double(size))
    set(.black)
    let pattern: OpaquePointer = unsafe cairo_pattern_create_for_surface(surface)
    unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    unsafe cairo_rectangle(context, 0, 0, Double(size), Double(size))
    unsafe cairo_clip(context)
    unsafe cairo_mask(context, pattern)
    unsafe cairo_pattern_destroy(pattern)
    unsafe cairo_restore(context)
  }

  /// Without the clip cairo would take the first thing painted on a page for all there is, and forget tags begun before.
  private func paint(_ surface: OpaquePointer, _ size: PDFSize, at origin: PDFPoint, scale: Double) {
    unsafe cairo_save(context)
    unsafe cairo_translate(context, origin.x, origin.y)
    unsafe cairo_scale(context, scale, scale)
    unsafe cairo_rectangle(context, 0, 0, size.width, size.height)
    unsafe cairo_clip(context)
    unsafe cairo_set_source_surface(context, surface, 0, 0)
    unsafe cairo_paint(context)
    unsafe cairo_restore(context)
  }

  private func set(_ colour: PDFColour) {
    unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
  }

  private func add(_ path: PDFPath) {
    unsafe cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let point): unsafe cairo_move_to(context, point.x, point.y)
      case .line(let point): unsafe cairo_line_to(context, point.x, point.y)
      case .curve(let first, let second, let end):
        unsafe cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: unsafe cairo_close_path(context)
      }
    }
  }
}

/// What is drawn once and shown on many pages, such as a frame: it stands in the file once.
@safe package final class PDFDrawing {
  let surface: OpaquePointer
  package let size: PDFSize

  package init(size: PDFSize, _ draw: (PDFCanvas) throws -> Void) throws {
    self.size = size
    var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
    unsafe surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
    let canvas = unsafe PDFCanvas(surface)
    try draw(canvas)
    try canvas.check()
  }

  deinit {
    unsafe cairo_surface_destroy(surface)
  }
}

extension PDFProblem {
  static func check(_ status: cairo_status_t) throws(PDFProblem) {
    if status != CAIRO_STATUS_SUCCESS {
      throw unsafe PDFProblem(.library(String(cString: cairo_status_to_string(status))))
    }
  }
}
