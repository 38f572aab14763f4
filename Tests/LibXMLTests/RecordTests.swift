import LibXML
import SeededGenerator
import Testing

@Suite struct `Reading records` {
  @Test func `a record is delivered with its elements, attributes and text`() throws {
    let reading = Reading(
      Sample.document("<application id='7'><title>Дом &amp; двор</title><amount>5</amount></application>"))
    try #require(reading.failure == nil)
    let record = try #require(reading.records.first)
    #expect(record.isValid)
    #expect(record.index == 1)
    #expect(record.path == "/applications/application[1]")
    #expect(record.element.name == Sample.name("application"))
    #expect(record.element.attribute(Sample.name("id")) == "7")
    #expect(record.element.attribute(Sample.name("note")) == nil)
    #expect(record.element.first(Sample.name("title"))?.text == "Дом & двор")
    #expect(record.element.first(Sample.name("inn")) == nil)
    #expect(record.element.text.isEmpty)
  }

  @Test func `a record with a wrong amount is delivered with its problem and the next one is read`() throws {
    let reading = Reading(
      Sample.document(
        """

          <application><amount>5</amount></application>
          <application>
            <title>Т</title>  <amount>many</amount>
          </application>
          <application><amount>6</amount></application>
        """))
    try #require(reading.failure == nil)
    #expect(reading.records.map(\.isValid) == [true, false, true])
    let problem = try #require(reading.records[1].problems.first)
    #expect(reading.records[1].problems.count == 1)
    #expect(problem.kind == .schema(.invalidValue(type: "xs:int")))
    #expect(problem.code == 1824)
    #expect(problem.position == TextPosition(line: 4, column: 23))
    #expect(problem.path == "/applications/application[2]/amount")
    #expect(reading.records[1].element.first(Sample.name("amount"))?.text == "many")
  }

  @Test func `children are iterated, filtered by name, and know their paths`() throws {
    let reading = Reading(
      Sample.document(
        "<application><title>t</title><member><name>a</name></member><member><name>b</name></member></application>"))
    let element = try #require(reading.records.first?.element)
    let members = Array(element.all(Sample.name("member")))
    #expect(members.map { $0.first(Sample.name("name"))?.text } == ["a", "b"])
    #expect(members.map(\.path) == ["/applications/application[1]/member", "/applications/application[1]/member[2]"])
    #expect(members[1].children.map(\.path) == ["/applications/application[1]/member[2]/name"])
    #expect(element.children.map(\.hasChildren) == [false, true, true])
  }

  @Test func `records are counted by their names`() {
    let reading = Reading(Sample.document("<header>h</header><application/><application/>"))
    #expect(
      reading.records.map(\.path) == [
        "/applications/header[1]", "/applications/application[1]", "/applications/application[2]",
      ])
  }

  @Test func `text keeps its spaces, joins CDATA and references, and loses comments`() {
    let reading = Reading(
      Sample.document("<application><title> a&#x20;<![CDATA[<b>&]]> <!-- c -->d&#13; </title></application>"))
    #expect(reading.records.first?.element.first(Sample.name("title"))?.text == " a <b>& d\r ")
  }

  @Test func `an element of nothing but spaces keeps them`() {
    let reading = Reading(Sample.document("<application><title>  </title></application>"))
    #expect(reading.records.first?.element.first(Sample.name("title"))?.text == "  ")
  }

  @Test func `an ampersand in an attribute value is resolved once`() {
    let reading = Reading(Sample.document("<application note='a &amp; b &amp;#38; &lt; &#38;amp;'/>"))
    #expect(reading.records.first?.element.attribute(Sample.name("note")) == "a & b &#38; < &amp;")
  }

  @Test func `a prefix bound on the root serves in every record`() throws {
    let reading = Reading(
      """
      <l:applications xmlns:l="urn:sample"><l:application><l:amount>1</l:amount></l:application>
      <l:application><l:amount>x</l:amount></l:application></l:applications>
      """)
    try #require(reading.failure == nil)
    #expect(reading.records.map(\.isValid) == [true, false])
    #expect(reading.records[1].problems.map(\.path) == ["/applications/application[2]/amount"])
  }

  @Test(arguments: [1, 2, 7, 100, 64 << 10])
  func `chunks may end anywhere`(chunk: Int) {
    var random = SplitMix64(seed: 42)
    var records = "<header>Заголовок</header>"
    for index in 0..<40 {
      let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
        ["я", "a", "&amp;", "<![CDATA[<]]>", "\n", "😀", "<!-- - -->", "&#1071;"].randomElement(using: &random) ?? ""
      }.joined()
      let amount = Bool.random(using: &random) ? "\(index)" : "нет"
      records += "<application\n id='\(index)' note='«&amp;»'><title>\(text)</title><amount>\(amount)</amount>"
      records += "<extensions><x:y xmlns:x='urn:x' z='1'>\(text)</x:y></extensions></application>\n"
    }
    let document = "<?xml version='1.0' encoding='utf-8'?>\n" + Sample.document(records)
    let whole = Reading(document, chunk: .max)
    #expect(whole.failure == nil)
    #expect(whole.records.count == 41)
    let pieces = Reading(document, chunk: chunk)
    #expect(pieces.failure == nil)
    #expect(pieces.summary == whole.summary)
  }

  @Test func `a batch keeps its records after the reader is gone`() throws {
    func read() throws -> RecordBatch {
      var reader = Sample.reader()
      let bytes = Array(Sample.document("<application><title>т</title></application>").utf8)
      try reader.feed(bytes.span.bytes)
      return reader.takeBatch()
    }
    let batch = try read()
    #expect(batch.records.count == 1)
    #expect(batch.records.first?.element.first(Sample.name("title"))?.text == "т")
  }

  @Test func `one compiled schema serves readers on several threads`() async throws {
    let schema = try Sample.format.schema()
    let format = DocumentFormat(
      root: "applications", schema: { () throws(SchemaFailure) in schema }, attributes: [],
      children: Sample.format.children)
    let record = "<application><amount>1</amount></application><application><amount>x</amount></application>"
    let document = Sample.document(String(repeating: record, count: 500))
    let counts = await withTaskGroup(of: Int.self, returning: [Int].self) { group in
      for _ in 0..<8 {
        group.addTask { Reading(document, chunk: 4096, format: format).records.count(where: \.isValid) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 500, count: 8))
  }

  @Test func `the root tells the format`() {
    let other = DocumentFormat(root: "other", schema: Sample.format.schema, attributes: [], children: [])
    var reader = RecordReader(
      formats: [other, Sample.format], namespace: Sample.namespace, vocabulary: Sample.vocabulary)
    let bytes = Array(Sample.document("<application/>").utf8)
    #expect(throws: Never.self) { try reader.feed(bytes.span.bytes) }
    let format = reader.root?.format
    #expect(format == 1)
  }

  @Test func `a dead reader throws the same again`() {
    var reader = Sample.reader()
    let bad = Array("<applications xmlns='urn:sample'></x>".utf8)
    let good = Array("<a/>".utf8)
    let first = #expect(throws: XMLProblem.self) { try reader.feed(bad.span.bytes) }
    let second = #expect(throws: XMLProblem.self) { try reader.feed(good.span.bytes) }
    let third = #expect(throws: XMLProblem.self) { try reader.finish() }
    #expect(first == second)
    #expect(first == third)
  }

  @Test func `positions count lines and characters, over tags of several lines`() throws {
    let reading = Reading(
      "<?xml version='1.0'?>\n<applications xmlns='urn:sample'>\n\t<application\n  note='Яя'\n  id='q'><title>ЯЯ</title>"
        + "<amount>z</amount></application>\n</applications>")
    let record = try #require(reading.records.first)
    #expect(record.position == TextPosition(line: 3, column: 2))
    #expect(record.problems.map(\.position) == [TextPosition(line: 3, column: 2), TextPosition(line: 5, column: 27)])
    #expect(
      record.problems.map(\.path) == [
        "/applications/application[1]/@id", "/applications/application[1]/amount",
      ])
  }
}
