import LibPDF
import Testing

struct PDFFileTests {
  private static let properties = PDFProperties(
    title: "Дипломы: «Тепло твоих рук»", author: "Администрация города", language: "ru", createdAt: "2020-03-30",
    creator: "Laureat")
  private static let style = TextStyle(family: "PT Serif", size: 14)

  /// A page with texts one below another.
  private static func page(_ texts: [(PDFTag, StyledText)]) throws -> [UInt8] {
    try PDFFile.bytes(properties) { file in
      try file.newPage(.a4)
      var y = 72.0
      for (tag, text) in texts {
        let block = try file.typesetter.block(text, style: style, width: 400)
        file.tag(tag) { file.canvas.draw(block, at: PDFPoint(x: 72, y: y)) }
        y += block.height
      }
    }
  }

  private static let lines: [(PDFTag, StyledText)] = [
    (.heading(1), "Диплом № 4 — «Тепло твоих рук»"),
    (.paragraph, "Ёлкина Й. Щ. получает 1\u{A0}300\u{A0}000,50\u{A0}₽; съёмка, подъезд, эхо"),
  ]

  @Test func `text copies out as it was given, in its order`() throws {
    #expect(
      try Poppler.text(try Self.page(Self.lines)) == """
        Диплом № 4 — «Тепло твоих рук»
        Ёлкина Й. Щ. получает 1 300 000,50 ₽; съёмка, подъезд, эхо

        \u{C}
        """)
  }

  @Test func `parts are tagged`() throws {
    #expect(
      try Poppler.structure(try Self.page(Self.lines)) == """
        Document
          H1 (block)
            "Диплом № 4 — «Тепло твоих рук»"
          P (block)
            "Ёлкина Й. Щ. получает 1\u{A0}300\u{A0}000,50\u{A0}₽; съёмка, подъезд, эхо"

        """)
  }

  @Test func `words keep their space where a line is broken`() throws {
    let text = (1...60).map { "слово\($0)" }.joined(separator: " ")
    let bytes = try Self.page([(.paragraph, StyledText(text))])
    #expect(try Poppler.structure(bytes).contains("\"\(text)\""))
  }

  @Test func `the file says what it is, in which language and of which day`() throws {
    let bytes = try Self.page(Self.lines)
    let info = try Poppler.info(bytes)
    for line in [
      "Title:           Дипломы: «Тепло твоих рук»", "Author:          Администрация города",
      "Creator:         Laureat", "Tagged:          yes", "Pages:           1",
    ] {
      #expect(info.contains(line + "\n"))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/CreationDate (D:20200330)"))
    #expect(text.contains("/Lang <FEFF00720075>"))
    #expect(text.contains("/DisplayDocTitle true"))
  }

  @Test func `the same content is the same file`() throws {
    #expect(try Self.page(Self.lines) == Self.page(Self.lines))
  }

  @Test func `a table has its rows, heads and cells, and a figure its words`() throws {
    let bytes = try PDFFile.bytes(Self.properties) { file in
      func cell(_ tag: PDFTag, _ text: StyledText, x: Double, y: Double) throws {
        let block = try file.typesetter.block(text, style: Self.style)
        file.tag(tag) { file.canvas.draw(block, at: PDFPoint(x: x, y: y)) }
      }
      try file.newPage(.a4)
      try file.tag(.table) {
        try file.tag(.tableRow) {
          try cell(.tableHeader(ofRow: false), "Место", x: 72, y: 72)
          try cell(.tableHeader(ofRow: true), "Заявка", x: 172, y: 72)
        }
        try file.tag(.tableRow) {
          try cell(.tableCell, "1", x: 72, y: 92)
          try cell(.tableCell, "teplo-2020/17", x: 172, y: 92)
        }
      }
      for (index, words) in ["Код", "Герб"].enumerated() {
        file.tag(.figure(alternative: words)) {
          file.canvas.fill(PDFPath(PDFRect(x: 72 + 40 * Double(index), y: 200, width: 20, height: 20)), .black)
        }
      }
      try file.newPage(.a5)
      try file.tag(.list) {
        try file.tag(.listItem) {
          try cell(.listLabel, "1)", x: 72, y: 72)
          try cell(.listBody, "скворечник", x: 92, y: 72)
        }
      }
    }
    #expect(
      try Poppler.structure(bytes) == """
        Document
          Table (block)
            TR
              TH:
                 /Scope /Column
                "Место"
              TH:
                 /Scope /Row
                "Заявка"
            TR
              TD
                "1"
              TD
                "teplo-2020/17"
          Figure
            ""
          Figure
            ""
          L (block)
            LI (block)
              Lbl (block)
                "1)"
              LBody (block)
                "скворечник"

        """)
    let text = String(decoding: bytes, as: UTF8.self)
    // «Код» and «Герб», in that order.
    let (code, arms) = ("/Alt <FEFF041A043E0434>", "/Alt <FEFF0413043504400431>")
    #expect(text.contains(code) && text.contains(arms))
    #expect(text.split(separator: code).first?.contains(arms) == false)
    #expect(try Poppler.info(bytes).contains("Pages:           2\n"))
  }

  @Test func `a drawing shown on many pages stands in the file once`() throws {
    var path = PDFPath()
    path.move(to: PDFPoint(x: 0, y: 0))
    for step in 1...2000 { path.line(to: PDFPoint(x: Double(step * 7919 % 1009), y: Double(step * 104_729 % 997))) }
    let drawing = try PDFDrawing(size: .a4) { $0.stroke(path, .black, width: 0.5) }
    func size(pages: Int) throws -> Int {
      try PDFFile.bytes(Self.properties) { file in
        for _ in 0..<pages {
          try file.newPage(.a4)
          file.canvas.draw(drawing, at: PDFPoint(x: 0, y: 0))
        }
      }.count
    }
    let (one, ten) = (try size(pages: 1), try size(pages: 10))
    #expect((ten - one) / 9 < one / 4)
  }

  @Test func `a link leads to its address, and one that is no address is refused`() throws {
    func file(_ address: String) throws -> [UInt8] {
      try PDFFile.bytes(Self.properties) { file in
        try file.newPage(.a4)
        let block = try file.typesetter.block("страница конкурса", style: Self.style)
        try file.link(to: address) { file.canvas.draw(block, at: PDFPoint(x: 72, y: 72)) }
      }
    }
    #expect(
      String(decoding: try file("https://example.org/a'b"), as: UTF8.self).contains("/URI (https://example.org/a'b)"))
    #expect(throws: PDFProblem.self) { try file("https://example.org/ привет") }
  }

  @Test func `what the place of writing throws comes through`() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try PDFFile.write(Self.properties, to: { _ in throw Full() }) { try $0.newPage(.a4) }
    }
    // In mid-file too.
    var bytes = 0
    #expect(throws: Full.self) {
      try PDFFile.write(
        Self.properties,
        to: { piece in
          bytes += piece.count
          if bytes > 100_000 { throw Full() }
        }
      ) { file in
        for number in 0..<2000 {
          try file.newPage(.a4)
          let text = StyledText((0..<60).map { "\(number * 7919 % 10007)·\($0 * number)" }.joined(separator: " "))
          let block = try file.typesetter.block(text, style: Self.style, width: 400)
          file.canvas.draw(block, at: PDFPoint(x: 72, y: 72))
        }
      }
    }
  }

  @Test func `what is thrown while drawing comes through, and nothing of the file is whole`() throws {
    struct Stop: Error {}
    var bytes: [UInt8] = []
    #expect(throws: Stop.self) {
      try PDFFile.write(Self.properties, to: { bytes += $0 }) { file in
        try file.newPage(.a4)
        throw Stop()
      }
    }
    #expect(!String(decoding: bytes, as: UTF8.self).contains("%%EOF"))
  }
}
