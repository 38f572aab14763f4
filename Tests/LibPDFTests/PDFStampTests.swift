import LibPDF
import Testing

struct PDFStampTests {
  private static let properties = PDFProperties(title: "Дипломы", language: "ru", createdAt: "2020-03-30")
  private static let style = TextStyle(family: "PT Serif", size: 14)

  /// Lines in two colours, and a drawing within that is shown twice.
  private static func pattern(_ canvas: PDFCanvas) throws {
    var path = PDFPath()
    path.move(to: PDFPoint(x: 0, y: 0))
    for step in 1...300 { path.line(to: PDFPoint(x: Double(step * 7919 % 401), y: Double(step * 104_729 % 397))) }
    canvas.stroke(path, PDFColour(red: 0.6, green: 0.5, blue: 0.2), width: 0.5)
    let circle = try PDFDrawing(size: PDFSize(width: 40, height: 40)) {
      $0.fill(PDFPath(circle: PDFPoint(x: 20, y: 20), radius: 19), PDFColour(red: 0.5, green: 0.1, blue: 0.2))
    }
    for x in [10.3, 170.7] { canvas.draw(circle, at: PDFPoint(x: x, y: 20)) }
  }

  private static let size = PDFSize(width: 400, height: 396.5)

  /// Pages, each with what `draw` draws below a text.
  private static func file(pages: Int = 1, _ draw: (PDFFile, PDFPoint) -> Void) throws -> [UInt8] {
    try PDFFile.bytes(properties) { file in
      for page in 1...pages {
        try file.newPage(.a4)
        let block = try file.typesetter.block(StyledText("Страница \(page)"), style: style)
        file.tag(.section) {
          file.tag(.paragraph) { file.canvas.draw(block, at: PDFPoint(x: 72, y: 40)) }
          file.tag(.figure(alternative: "Узор")) { draw(file, PDFPoint(x: 72.3, y: 100.1)) }
        }
      }
    }
  }

  @Test func `a stamp looks, reads and weighs in a file as a drawing does`() throws {
    let drawing = try PDFDrawing(size: Self.size, Self.pattern)
    let stamp = try PDFStamp(size: Self.size, Self.pattern)
    for pages in [1, 3] {
      let drawn = try Self.file(pages: pages) { $0.canvas.draw(drawing, at: $1) }
      let stamped = try Self.file(pages: pages) { $0.draw(stamp, at: $1) }
      #expect(try Poppler.picture(stamped) == Poppler.picture(drawn))
      #expect(try Poppler.text(stamped) == Poppler.text(drawn))
      #expect(try Poppler.structure(stamped) == Poppler.structure(drawn))
      #expect(stamped.count < drawn.count + 1500)
    }
  }

  /// Where cairo were another than is known, stamps would be drawn as drawings are, and nobody would see it.
  @Test func `a stamp is printed once for all files`() throws {
    let stamp = try PDFStamp(size: Self.size, Self.pattern)
    let (first, second) = (try Self.file { $0.draw(stamp, at: $1) }, try Self.file(pages: 2) { $0.draw(stamp, at: $1) })
    // The blank stands in its place, the stamp at the end: after the list of objects that cairo wrote.
    for file in [first, second] {
      let parts = String(decoding: file, as: UTF8.self).split(separator: "%%EOF\n")
      #expect(parts.map { $0.ranges(of: "/Subtype /Form\n").count } == [1, 2])
    }
  }

  @Test func `stamps of one size keep apart, on whatever page they are first`() throws {
    func colour(_ red: Double) throws -> PDFStamp {
      try PDFStamp(size: PDFSize(width: 50, height: 50)) {
        $0.fill(PDFPath(circle: PDFPoint(x: 25, y: 25), radius: 20), PDFColour(red: red, green: 0, blue: 0))
      }
    }
    func drawing(_ red: Double) throws -> PDFDrawing {
      try PDFDrawing(size: PDFSize(width: 50, height: 50)) {
        $0.fill(PDFPath(circle: PDFPoint(x: 25, y: 25), radius: 20), PDFColour(red: red, green: 0, blue: 0))
      }
    }
    let colours = [0.2, 0.9, 0.5]
    let (stamps, drawings) = (try colours.map(colour), try colours.map(drawing))
    /// By page: which of them it shows.
    let order = [[2], [0, 2], [2, 1, 0], []]
    func file(_ draw: (PDFFile, Int, PDFPoint) -> Void) throws -> [UInt8] {
      try PDFFile.bytes(Self.properties) { file in
        for shown in order {
          try file.newPage(.a5)
          for (place, index) in shown.enumerated() { draw(file, index, PDFPoint(x: 20 + 80 * Double(place), y: 30)) }
        }
      }
    }
    let stamped = try file { $0.draw(stamps[$1], at: $2) }
    #expect(try Poppler.picture(stamped) == Poppler.picture(file { $0.canvas.draw(drawings[$1], at: $2) }))
  }
}
