import LibXML
import Testing

/// Foreign XML, told tag by tag, under the same refusals as our own documents.
struct EventTests {
  /// Writes down what it is told.
  private final class Scribe: XMLEventHandler {
    var lines: [String] = []

    func start(_ tag: ForeignTag) { lines.append("<\(tag.name) r=\(tag["r"] ?? "-")") }
    func text(_ text: String) { lines.append(text) }
    func end(_ name: String) { lines.append("/\(name)") }
  }

  private func lines(_ xml: [UInt8], inPiecesOf size: Int = .max, limits: XMLLimits = XMLLimits()) throws -> [String] {
    let scribe = Scribe()
    var events = XMLEvents(scribe, limits: limits)
    var rest = xml[...]
    while !rest.isEmpty {
      try events.feed(Array(rest.prefix(size)).span.bytes)
      rest = rest.dropFirst(size)
    }
    try events.finish()
    return scribe.lines
  }

  private func lines(_ xml: String, limits: XMLLimits = XMLLimits()) throws -> [String] {
    try lines(Array(xml.utf8), limits: limits)
  }

  private func problem(_ xml: String, limits: XMLLimits = XMLLimits()) -> XMLProblem.Kind? {
    do {
      _ = try lines(xml, limits: limits)
      return nil
    } catch {
      return (error as? XMLProblem)?.kind
    }
  }

  private static let sheet = """
    <?xml version="1.0" encoding="UTF-8"?><x:row xmlns:x="urn:x" r="1"><x:c r="A&amp;1"> Дом &lt;<![CDATA[&]]></x:c>\
    <y xmlns="urn:y"/></x:row>
    """

  @Test(arguments: [1, 3, 7, .max]) func `tags and text come in their order, however the bytes are cut`(
    size: Int
  ) throws {
    #expect(
      try lines(Array(Self.sheet.utf8), inPiecesOf: size)
        == ["<row r=1", "<c r=A&1", " Дом <&", "/c", "<y r=-", "/y", "/row"])
  }

  @Test func `UTF-16 is read too`() throws {
    let units = "<a>жюри</a>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try lines([0xFF, 0xFE] + units) == ["<a r=-", "жюри", "/a"])
  }

  @Test(arguments: [
    ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", XMLProblem.Kind.doctype), ("<a>&x;</a>", .entityReference),
    ("<a><b></a>", .notWellFormed), ("<a><b>", .truncated), ("<a/><b/>", .contentAfterRoot),
    ("<a b='1' b='2'/>", .notWellFormed), ("<x:a/>", .notWellFormed), ("text", .notWellFormed),
    ("<?xml version='1.1'?><a/>", .xmlVersion),
    ("<?xml version='1.0' encoding='KOI8-R'?><a/>", .encoding(.unsupported("KOI8-R"))),
  ])
  func `what could do harm or is no XML is refused`(xml: String, kind: XMLProblem.Kind) {
    #expect(problem(xml) == kind)
  }

  @Test func `limits hold`() {
    var limits = XMLLimits()
    limits.depth = 2
    limits.textBytes = 10
    limits.attributes = 1
    limits.attributeBytes = 10
    #expect(problem("<a><b/></a>", limits: limits) == nil)
    #expect(problem("<a><b><c/></b></a>", limits: limits) == .limit(.depth))
    #expect(problem("<a>12345678901</a>", limits: limits) == .limit(.text))
    #expect(problem("<a b='1' c='2'/>", limits: limits) == .limit(.attributes))
    #expect(problem("<a b='12345678901'/>", limits: limits) == .limit(.attributeBytes))
    limits.tokenBytes = 1000
    let comment = "<a><!--" + String(repeating: "x", count: 200_000) + "--></a>"
    #expect(problem(comment, limits: limits) == .limit(.token))
  }

  @Test func `a failure stays one`() throws {
    var events = XMLEvents(Scribe())
    #expect(throws: XMLProblem.self) { try Self.feed(&events, "<a></b>") }
    #expect(throws: XMLProblem.self) { try Self.feed(&events, "<a/>") }
  }

  private static func feed(_ events: inout XMLEvents, _ text: String) throws {
    try events.feed(Array(text.utf8).span.bytes)
  }
}
