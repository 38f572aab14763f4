import LibXML
import SeededGenerator
import Testing

@Suite struct `Writing XML` {
  private static func write(
    _ body: (inout XMLWriter<MemorySink>) throws(WriteFailure) -> Void
  ) throws(WriteFailure) -> String {
    var writer = XMLWriter(MemorySink())
    try body(&writer)
    return String(decoding: try writer.finish().bytes, as: UTF8.self)
  }

  @Test func `elements are indented, one per line, with a line break at the end`() throws {
    let xml = try Self.write { (writer) throws(WriteFailure) in
      try writer.declaration()
      try writer.start("a", attributes: [("xmlns", "urn:a"), ("b", "1")])
      try writer.start("c", attributes: [("d", "2")])
      try writer.text("text")
      try writer.end()
      try writer.start("e")
      try writer.start("f")
      try writer.end()
      try writer.end()
      try writer.start("g")
      try writer.end()
      try writer.element("h", "")
      try writer.end()
    }
    #expect(
      xml == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a xmlns="urn:a" b="1">
          <c d="2">text</c>
          <e>
            <f/>
          </e>
          <g/>
          <h/>
        </a>

        """)
  }

  @Test func `markup and the whitespace a parser would change are escaped`() throws {
    let xml = try Self.write { (writer) throws(WriteFailure) in
      try writer.start("a", attributes: [("b", "<&>\"'\t\n\r")])
      try writer.text("<&>\"'\t\n\r")
      try writer.end()
    }
    #expect(xml == "<a b=\"&lt;&amp;&gt;&quot;'&#9;&#10;&#13;\">&lt;&amp;&gt;\"'\t\n&#13;</a>\n")
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] as [Unicode.Scalar])
  func `a character XML cannot hold is refused with its place`(scalar: Unicode.Scalar) {
    let text = "Дом \(Character(scalar)) двор"
    let failure = WriteFailure(.forbiddenCharacter(scalar, elementPath: "/a/b"))
    #expect(throws: failure) {
      try Self.write { (writer) throws(WriteFailure) in
        try writer.start("a")
        try writer.element("b", text)
      }
    }
    #expect(throws: failure) {
      try Self.write { (writer) throws(WriteFailure) in
        try writer.start("a")
        try writer.start("b", attributes: [("c", text)])
        try writer.end()
      }
    }
  }

  @Test func `neighbours of the forbidden characters are written`() throws {
    let text = "\u{7F}\u{FFFD}\u{FFFC}\u{FFEF}\u{10FFFF}\u{E000}"
    #expect(try Self.write { (writer) throws(WriteFailure) in try writer.element("a", text) } == "<a>\(text)</a>\n")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what was written is read as it was`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var texts: [(title: String, note: String)] = []
    for _ in 0..<200 {
      texts.append((Self.randomText(&random), Self.randomText(&random)))
    }
    let xml = try Self.write { (writer) throws(WriteFailure) in
      try writer.declaration()
      try writer.start("applications", attributes: [("xmlns", Sample.namespace)])
      for (title, note) in texts {
        try writer.start("application", attributes: [("note", note)])
        try writer.element("title", title)
        try writer.end()
      }
      try writer.end()
    }
    let reading = Reading(xml, chunk: 1000)
    try #require(reading.failure == nil)
    let elements = reading.records.map(\.element)
    #expect(elements.map { $0.first(Sample.name("title"))?.text } == texts.map(\.title))
    #expect(elements.map { $0.attribute(Sample.name("note")) } == texts.map(\.note))
  }

  private static func randomText(_ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<20, using: &random) {
      let ranges: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x9...0xA, 0xD...0xD, 0x410...0x44F, 0x80...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF,
      ]
      let value = UInt32.random(in: ranges.randomElement(using: &random) ?? 0x20...0x20, using: &random)
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  @Test func `a long document reaches the sink in pieces`() throws {
    struct Pieces: ByteSink {
      var sizes: [Int] = []
      mutating func write(_ bytes: UnsafeRawBufferPointer) { sizes.append(bytes.count) }
    }
    var writer = XMLWriter(Pieces())
    try writer.start("a")
    for _ in 0..<10_000 { try writer.element("b", "0123456789012345678901234567890") }
    try writer.end()
    let sizes = try writer.finish().sizes
    #expect(sizes.count > 5)
    #expect(sizes.allSatisfy { $0 < 66 << 10 })
    #expect(sizes.reduce(0, +) == 10_000 * 41 + 9)
  }
}
