import CPangoCairo

/// What a file says of itself.
package struct PDFProperties: Hashable, Sendable {
  package var title: String
  package var author: String?
  package var subject: String?
  /// A BCP 47 tag such as `ru`.
  package var language: String
  /// The day, or the time, as ISO 8601 writes them. Given, not read from a clock: the same content is the same file.
  package var createdAt: String
  /// The program that made it.
  package var creator: String?

  package init(
    title: String, author: String? = nil, subject: String? = nil, language: String, createdAt: String,
    creator: String? = nil
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.createdAt = createdAt
    self.creator = creator
  }
}

/// A PDF file while it is written, page by page. Its text can be copied out, and its parts are tagged.
@safe package final class PDFFile {
  private let surface: OpaquePointer
  private let output: PDFOutput
  private let language: String
  /// The tags that have been begun, in their order: cairo keeps no more of them than their names.
  private var tags: [PDFTag] = []
  /// In the order in which they were first drawn.
  private var stamps: [PDFStamp] = []
  /// Whether the page shows a stamp that none before it has shown.
  private var hasNewStamp = false
  private var hasPage = false
  private static let root = "Document"

  package let canvas: PDFCanvas
  package private(set) lazy var typesetter = Typesetter(language: language)

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - sink: Takes the bytes, piece by piece.
  ///   - draw: Begins pages and draws on them.
  /// - Throws: What `sink` or `draw` throws, ``PDFProblem``.
  package static func write<Result>(
    _ properties: PDFProperties, to sink: ([UInt8]) throws -> Void, _ draw: (PDFFile) throws -> Result
  ) throws -> Result {
    try withoutActuallyEscaping(sink) { sink in
      let output = PDFOutput(sink)
      defer { output.close() }
      let file = try PDFFile(properties, output)
      do {
        let result = try draw(file)
        try file.finish()
        return result
      } catch is PDFProblem where output.failure != nil {
        throw output.failure ?? PDFProblem(.library(""))
      }
    }
  }

  /// A file in memory.
  package static func bytes(_ properties: PDFProperties, _ draw: (PDFFile) throws -> Void) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(properties, to: { bytes += $0 }, draw)
    return bytes
  }

  private init(_ properties: PDFProperties, _ output: PDFOutput) throws(PDFProblem) {
    self.output = output
    language = properties.language
    let surface: OpaquePointer = unsafe cairo_pdf_surface_create_for_stream(
      { closure, bytes, count in
        guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
        let output = unsafe Unmanaged<PDFOutput>.fromOpaque(closure).takeUnretainedValue()
        let taken = unsafe output.take(UnsafeBufferPointer(start: bytes, count: Int(count)))
        return taken ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
      }, Unmanaged.passUnretained(output).toOpaque(), PDFSize.a4.width, PDFSize.a4.height)
    unsafe self.surface = surface
    unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    canvas = unsafe PDFCanvas(surface)
    let values: [(cairo_pdf_metadata_t, String?)] = [
      (CAIRO_PDF_METADATA_TITLE, properties.title), (CAIRO_PDF_METADATA_AUTHOR, properties.author),
      (CAIRO_PDF_METADATA_SUBJECT, properties.subject), (CAIRO_PDF_METADATA_CREATOR, properties.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, properties.createdAt),
    ]
    for case (let key, let value?) in values { unsafe cairo_pdf_surface_set_metadata(surface, key, value) }
    try canvas.check()
  }

  deinit {
    unsafe cairo_surface_finish(surface)
    unsafe cairo_surface_destroy(surface)
  }

  /// Begins a page. Tags that are open go on over it.
  package func newPage(_ size: PDFSize) throws(PDFProblem) {
    if hasPage { showPage() }
    unsafe cairo_pdf_surface_set_size(surface, size.width, size.height)
    // The root of all tags; a new size would forget what was begun before it.
    if !hasPage { unsafe cairo_tag_begin(canvas.context, Self.root, "") }
    hasPage = true
    try canvas.check()
  }

  /// Draws a stamp, its top left at a point.
  package func draw(_ stamp: PDFStamp, at origin: PDFPoint) {
    guard let print = stamp.print else { return canvas.draw(stamp.drawing, at: origin) }
    if !stamps.contains(where: { $0 === stamp }) {
      stamps.append(stamp)
      hasNewStamp = true
    }
    canvas.draw(print.blank, at: origin)
  }

  /// Marks what `body` draws. Readers take the parts in the order in which they are drawn.
  package func tag<Result>(_ tag: PDFTag, _ body: () throws -> Result) rethrows -> Result {
    tags.append(tag)
    return try marked(tag.name, "", body)
  }

  /// Makes what `body` draws a link.
  ///
  /// - Throws: ``PDFProblem/Kind/invalidLink``; what `body` throws.
  package func link<Result>(to address: String, _ body: () throws -> Result) throws -> Result {
    guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw PDFProblem(.invalidLink) }
    let escaped = address.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return try marked(CAIRO_TAG_LINK, "uri='\(escaped)'", body)
  }

  private func marked<Result>(_ name: String, _ attributes: String, _ body: () throws -> Result) rethrows -> Result {
    unsafe cairo_tag_begin(canvas.context, name, attributes)
    defer { unsafe cairo_tag_end(canvas.context, name) }
    return try body()
  }

  /// cairo writes down what a page shows for the first time together with the page.
  private func showPage() {
    if hasNewStamp {
      output.watching { unsafe cairo_show_page(canvas.context) }
    } else {
      unsafe cairo_show_page(canvas.context)
    }
    hasNewStamp = false
  }

  /// A file that is kept in memory as cairo writes it; nil where it writes otherwise than is known.
  static func unfinished(_ draw: (PDFFile) throws -> Void) throws -> CairoOutput? {
    let output = PDFOutput { _ in }
    defer { output.close() }
    output.keepBack()
    let file = try PDFFile(PDFProperties(title: "", language: "", createdAt: "2000-01-01"), output)
    try draw(file)
    return try file.end()
  }

  private func end() throws(PDFProblem) -> CairoOutput? {
    if hasPage {
      unsafe cairo_tag_end(canvas.context, Self.root)
      showPage()
    }
    try canvas.check()
    output.keepBack()
    unsafe cairo_surface_finish(surface)
    try unsafe PDFProblem.check(cairo_surface_status(surface))
    return CairoOutput(output.kept, from: output.written)
  }

  private func finish() throws {
    var addendum = try end().map(PDFAddendum.init)
    addendum?.add(language: language)
    addendum?.add(tags)
    let hasStamps = addendum?.add(stamps.compactMap(\.print), on: output.watched) ?? stamps.isEmpty
    guard hasStamps else { throw PDFProblem(.stampLost) }
    try output.complete(with: addendum?.bytes ?? [])
  }
}
