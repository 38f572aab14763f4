import CPangoCairo

/// A picture out of a PNG file. Drawn on many pages, it stands in the file once.
@safe package final class PNGImage {
  /// Bytes of a file that are taken.
  package static let mostBytes = 8 << 20
  /// Pixels along a side: an A3 page at 300 dots an inch.
  package static let mostPixels = 5000

  /// In pixels.
  package let width: Int
  package let height: Int
  let surface: OpaquePointer

  /// - Throws: ``PDFProblem/Kind/notPNG``, ``PDFProblem/Kind/imageTooLarge``.
  package init(bytes: [UInt8]) throws(PDFProblem) {
    guard bytes.count <= Self.mostBytes else { throw PDFProblem(.imageTooLarge) }
    // What the file says of itself is looked at before anything is unpacked.
    guard bytes.count > 33, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { throw PDFProblem(.notPNG) }
    func number(at start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    (width, height) = (number(at: 16), number(at: 20))
    guard width > 0, height > 0 else { throw PDFProblem(.notPNG) }
    guard width <= Self.mostPixels, height <= Self.mostPixels else { throw PDFProblem(.imageTooLarge) }

    let source = ByteSource(bytes)
    let surface = unsafe withExtendedLifetime(source) {
      unsafe cairo_image_surface_create_from_png_stream(
        { closure, buffer, count in
          guard let closure = unsafe closure, let buffer = unsafe buffer else { return CAIRO_STATUS_READ_ERROR }
          let source = unsafe Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
          return unsafe source.read(into: buffer, Int(count)) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
        }, Unmanaged.passUnretained(source).toOpaque())
    }
    guard let surface = unsafe surface else { throw PDFProblem(.notPNG) }
    guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(surface)
      throw PDFProblem(.notPNG)
    }
    unsafe self.surface = unsafe surface
  }

  deinit {
    unsafe cairo_surface_destroy(surface)
  }
}

/// Bytes that cairo reads from the front.
private final class ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
    guard count <= bytes.count - position else { return false }
    for offset in 0..<count { unsafe buffer[offset] = bytes[position + offset] }
    position += count
    return true
  }
}
