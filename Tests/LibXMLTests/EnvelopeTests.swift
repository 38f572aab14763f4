import LibXML
import Testing

@Suite struct `The envelope` {
  @Test func `the root is known once it was read`() throws {
    var reader = Sample.reader()
    let before = reader.root
    #expect(before == nil)
    let bytes = Array("<applications xmlns='urn:sample' formatVersion='1.0'>".utf8)
    try reader.feed(bytes.span.bytes)
    let after = reader.root
    let root = try #require(after)
    #expect(root.format == 0)
    #expect(root.name == "applications")
    #expect(root.attributes.map(\.name) == ["formatVersion"])
    #expect(root.attributes.map(\.value) == ["1.0"])
    #expect(root.position == TextPosition(line: 1, column: 1))
  }

  @Test(arguments: [
    ("<other xmlns='urn:sample'/>", XMLProblem.Kind.unknownRoot("other")),
    ("<applications xmlns='urn:wrong'/>", .wrongNamespace("urn:wrong")),
    ("<applications/>", .wrongNamespace("")),
    ("<applications xmlns='urn:sample' formatVersion='2.0'/>", .envelopeAttribute("formatVersion", .invalid)),
    ("<applications xmlns='urn:sample' more='1'/>", .envelopeAttribute("more", .unknown)),
    (
      "<applications xmlns='urn:sample' xmlns:a='urn:a' a:formatVersion='1.0'/>",
      .envelopeAttribute("formatVersion", .unknown)
    ),
    (
      "<applications xmlns='urn:sample' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='x'/>",
      .forbiddenAttribute
    ),
    ("<applications xmlns='urn:sample'>text</applications>", .strayText),
    ("<applications xmlns='urn:sample'><application/><![CDATA[x]]></applications>", .strayText),
  ])
  func `a root that is not as described is refused`(document: String, kind: XMLProblem.Kind) {
    #expect(Reading(document).failure?.kind == kind)
  }

  @Test(arguments: [
    ("text", 2, 5), ("и ещё", 2, 5), ("и\nещё\n", 2, 5), ("<![CDATA[\n  x]]>", 3, 3), ("<!-- a -->x", 2, 15),
  ])
  func `stray text is found where its first character stands`(text: String, line: Int, column: Int) {
    let document = "<applications xmlns='urn:sample'>\n    \(text)\n\n  <application/>\n</applications>"
    for text in [document, document.replacing("\n", with: "\r\n")] {
      let failure = Reading(text).failure
      #expect(failure?.kind == .strayText)
      #expect(failure?.position == TextPosition(line: line, column: column))
    }
  }

  @Test func `a missing attribute of the root is refused by its name`() {
    let format = DocumentFormat(
      root: "applications", schema: Sample.format.schema,
      attributes: [EnvelopeAttribute(name: "formatVersion", isRequired: true)], children: [])
    let failure = Reading("<applications xmlns='urn:sample'/>", format: format).failure
    #expect(failure?.kind == .envelopeAttribute("formatVersion", .missing))
    #expect(failure?.path == "/applications/@formatVersion")
  }

  @Test func `a schema location is ignored`() {
    let reading = Reading(
      """
      <applications xmlns="urn:sample" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="urn:sample http://127.0.0.1/none.xsd"><application/></applications>
      """)
    #expect(reading.failure == nil)
    #expect(reading.records.map(\.isValid) == [true])
  }

  @Test func `a stray element is an invalid record and hides no later one`() {
    let reading = Reading(
      Sample.document(
        "<application/><stray><amount>q</amount></stray><application><amount>q</amount></application><application/>"))
    #expect(reading.failure == nil)
    #expect(reading.records.map(\.isValid) == [true, false, false, true])
    #expect(
      reading.records[1].problems.map(\.kind) == [.unexpectedElement(found: "stray", expected: ["application"])])
    #expect(reading.records[1].path == "/applications/stray[1]")
    #expect(reading.records[1].element.name == .unknown)
    #expect(reading.records[2].problems.map(\.kind) == [.schema(.invalidValue(type: "xs:int"))])
  }

  @Test func `an element of another namespace is no record`() {
    let reading = Reading(Sample.document("<application xmlns='urn:other'/><application/>"))
    #expect(reading.records.map(\.isValid) == [false, true])
    #expect(
      reading.records.first?.problems.first?.kind
        == .unexpectedElement(found: "application", expected: ["header", "application"]))
  }

  @Test func `children come in their order and number`() {
    let reading = Reading(Sample.document("<header/><header/><application/><header/><application/>"))
    #expect(reading.records.map(\.isValid) == [true, false, true, false, true])
  }

  @Test func `a required child that is missing is thrown at the end`() {
    let format = DocumentFormat(
      root: "applications", schema: Sample.format.schema, attributes: [],
      children: [
        EnvelopeChild(name: "header", minimum: 1, maximum: 1), EnvelopeChild(name: "application", minimum: 1),
      ])
    let empty = Reading(Sample.document(""), format: format)
    #expect(empty.failure?.kind == .missingElement(expected: ["header", "application"]))
    #expect(empty.failure?.path == "/applications")

    let skipped = Reading(Sample.document("<application/><application/>"), format: format)
    #expect(skipped.records.map(\.isValid) == [false, true])
    #expect(skipped.records[0].problems.map(\.kind) == [.unexpectedElement(found: "application", expected: ["header"])])
    #expect(skipped.failure?.kind == .missingElement(expected: ["header"]))

    #expect(Reading(Sample.document("<header/><application/>"), format: format).failure == nil)
  }

  @Test func `a schema that does not compile is an internal error`() {
    let format = DocumentFormat(
      root: "applications",
      schema: { () throws(SchemaFailure) in try CompiledSchema(main: "a.xsd", documents: ["a.xsd": "<a/>"]) },
      attributes: [], children: [])
    #expect(Reading(Sample.document(""), format: format).failure?.kind == .internalError)
  }

  @Test func `an include that is not among the documents is a failure`() {
    #expect(throws: SchemaFailure.self) {
      _ = try CompiledSchema(main: "sample.xsd", documents: ["sample.xsd": Sample.schema])
    }
  }

  @Test func `an import that would be skipped is a failure`() {
    let text = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:x" schemaLocation="x.xsd"/>
      </xs:schema>
      """
    #expect(throws: SchemaFailure.self) { _ = try CompiledSchema(main: "a.xsd", documents: ["a.xsd": text]) }
  }
}
