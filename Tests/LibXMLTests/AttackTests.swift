import LibXML
import Testing

@Suite struct `Hostile documents` {
  /// The largest of these attacks has to be stopped by what was read, not by a clock.
  private static let root = "<applications xmlns='urn:sample'>"

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>",
    "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]>",
    "<!DOCTYPE a [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>",
    "<!DOCTYPE a [<!ENTITY % p 'x'> %p;]>",
    "<!DOCTYPE applications>",
  ])
  func `a DOCTYPE is refused before its declarations`(doctype: String) {
    for chunk in [1, 7, 64 << 10] {
      let reading = Reading(doctype + Sample.document("<application><title>&a;</title></application>"), chunk: chunk)
      #expect(reading.failure?.kind == .doctype)
      #expect(reading.records.isEmpty)
    }
  }

  @Test(arguments: ["<title>&nbsp;</title>", "<title note='&x;'/>"])
  func `an entity that is not XML's own is refused`(content: String) {
    #expect(Reading(Sample.document("<application>\(content)</application>")).failure?.kind == .entityReference)
  }

  @Test(arguments: ["1.1", "1.9", "2.0"])
  func `only XML 1_0 is read`(version: String) {
    let reading = Reading("<?xml version='\(version)'?>" + Sample.document("<application/>"))
    #expect(reading.failure?.kind == .xmlVersion)
    #expect(reading.records.isEmpty)
  }

  @Test func `nesting ends at the limit`() {
    let levels = 100_000
    let document = Self.root + String(repeating: "<application>", count: levels)
    let reading = Reading(document, chunk: 4096)
    #expect(reading.failure?.kind == .limit(.depth))
    #expect(reading.bytesFed <= 4096)

    let deepest = (0..<62).reduce("") { text, _ in "<member>\(text)</member>" }
    #expect(Reading(Sample.document("<application>\(deepest)</application>")).failure == nil)
    #expect(Reading(Sample.document("<application><a>\(deepest)</a></application>")).failure?.kind == .limit(.depth))
  }

  @Test func `text of many references is validated in one piece and ends at its limit`() {
    let text = String(repeating: "a&amp;", count: 400_000)
    let accepted = Reading(Sample.document("<application><title>\(text)</title></application>"))
    #expect(accepted.failure == nil)
    #expect(accepted.records.first?.element.first(Sample.name("title"))?.text.utf8.count == 800_000)

    let tooLong = Reading(Sample.document("<application><title>\(text)\(text)</title></application>"))
    #expect(tooLong.failure?.kind == .limit(.text))
    #expect(tooLong.bytesFed < 3_300_000)
  }

  @Test func `a flood of names ends at the limit`() {
    let names = (0..<300_000).map { "<n\($0)/>" }.joined()
    let reading = Reading(Sample.document("<application>\(names)</application>"))
    #expect(reading.failure?.kind == .limit(.distinctNames))
    #expect(reading.bytesFed <= 128 << 10)
  }

  @Test func `a flood of attributes ends at a limit`() {
    let attributes = (0..<200_000).map { " a\($0)=''" }.joined()
    let reading = Reading(Sample.document("<application\(attributes)/>"))
    #expect(reading.failure?.kind == .limit(.token))
    #expect(reading.bytesFed <= 384 << 10)

    let few = (0..<65).map { " a\($0)=''" }.joined()
    #expect(Reading(Sample.document("<application\(few)/>")).failure?.kind == .limit(.attributes))
  }

  @Test(arguments: ["<application note='", "<!--", "<?pi ", "<application><![CDATA[", "<application "])
  func `something that does not end is not waited for`(opening: String) {
    for filler in [">", "a", " "] {
      let reading = Reading(
        Self.root + opening + String(repeating: filler, count: 9 << 20), chunk: 4096)
      #expect(reading.failure != nil)
      #expect(reading.bytesFed <= 2 << 20)
    }
  }

  @Test func `long attribute values end at the limit`() {
    let value = String(repeating: "x", count: 40_000)
    #expect(Reading(Sample.document("<application note='\(value)'/>")).failure == nil)
    let two = Reading(Sample.document("<application note='\(value)' more='\(value)'/>"))
    #expect(two.failure?.kind == .limit(.attributeBytes))
  }

  @Test func `a record ends at its limits`() {
    var limits = XMLLimits()
    limits.recordNodes = 100
    limits.recordBytes = 10_000
    let nodes = Sample.document("<application>" + String(repeating: "<member/>", count: 101) + "</application>")
    #expect(Reading(nodes, limits: limits).failure?.kind == .limit(.recordNodes))
    let text = String(repeating: "x", count: 600)
    let bytes = Sample.document(
      "<application>" + String(repeating: "<title>\(text)</title>", count: 20) + "</application>")
    #expect(Reading(bytes, limits: limits).failure?.kind == .limit(.recordBytes))
    let extensions = Sample.document(
      "<application><extensions>" + String(repeating: "<x:a xmlns:x='x'>\(text)</x:a>", count: 20)
        + "</extensions></application>")
    #expect(Reading(extensions, limits: limits).failure?.kind == .limit(.recordBytes))
    let many = Sample.document(String(repeating: "<application><title>\(text)</title></application>", count: 100))
    #expect(Reading(many, limits: limits).failure == nil)
  }

  @Test func `extensions of many elements are read`() {
    let many = String(repeating: "<x:a><x:b>text</x:b></x:a>", count: 50_000)
    let reading = Reading(
      Sample.document("<application><extensions xmlns:x='urn:x'>\(many)</extensions></application>"))
    #expect(reading.failure == nil)
    let text = reading.records.first?.element.first(Sample.name("extensions"))?.text
    #expect(text?.utf8.count == 50_000 * ("<x:a xmlns:x=\"urn:x\"><x:b>text</x:b></x:a>".utf8.count))
  }

  @Test func `mixed text between children cannot grow past the record's limit`() {
    let mixed = String(repeating: "x<member/>", count: 150_000)
    let reading = Reading(Sample.document("<application>\(mixed)</application>"))
    #expect(reading.failure?.kind == .limit(.recordBytes))
    #expect(reading.bytesFed < 200_000)
  }

  @Test(arguments: [
    "<x:application/>", "<application x:note='1'/>", "<application><title></application>", "<application a='1' a='2'/>",
    "<application><title>&#0;</title></application>", "<application><title>&#1;</title></application>",
    "<application note='<'/>", "<application><title>a & b</title></application>",
    "<application><title>]]></title></application>",
  ])
  func `what is not well-formed is refused`(record: String) {
    for chunk in [1, 64 << 10] {
      #expect(Reading(Sample.document(record), chunk: chunk).failure?.kind == .notWellFormed)
    }
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{FFFF}"])
  func `characters that XML does not have are refused as invalid bytes`(character: String) {
    let record = "<application><title>\(character)</title></application>"
    for chunk in [1, 64 << 10] {
      #expect(Reading(Sample.document(record), chunk: chunk).failure?.kind == .encoding(.invalidBytes))
    }
  }

  @Test(
    arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0xAF]] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) throws {
    let failure = try #require(
      Reading(Array((Self.root + "<application><title>").utf8) + bytes + Array("</title></application>".utf8)).failure)
    #expect([.encoding(.invalidBytes), .notWellFormed].contains(failure.kind))
  }

  @Test(arguments: ["\u{0}\u{0}", "<applications/>", "text"])
  func `what follows the root is refused`(tail: String) {
    let reading = Reading(Sample.document("<application/>") + tail)
    #expect(reading.failure?.kind == .contentAfterRoot)
  }

  @Test(arguments: [
    "", "<", "<applications", "<applications xmlns='urn:sample'>", "<applications xmlns='urn:sample'><application>",
    "<applications xmlns='urn:sample'><application/></applications",
    "<applications xmlns='urn:sample'><application note='",
    "<applications xmlns='urn:sample'><application><title>tex", "<applications xmlns='urn:sample'><!-- ",
  ])
  func `a cut document is refused`(document: String) throws {
    for chunk in [1, 64 << 10] {
      let failure = try #require(Reading(document, chunk: chunk).failure)
      // Before the root is open, there is nothing whose end could be missing.
      if document.contains(">") { #expect(failure.kind == .truncated) }
    }
  }

  @Test func `of a flood of bad records the first problems are kept and the rest counted`() {
    let records = String(repeating: "<application><amount>x</amount></application>", count: 20_000)
    let reading = Reading(Sample.document(records))
    #expect(reading.failure == nil)
    #expect(reading.records.count == 20_000)
    #expect(reading.records.allSatisfy { !$0.isValid })
    #expect(reading.records.reduce(0) { $0 + $1.problems.count } == 200)
    #expect(reading.records.reduce(0) { $0 + $1.omittedProblems } == 19_800)
  }

  @Test func `one record keeps its first problems`() {
    let members = String(repeating: "<member><name>a</name><x/></member>", count: 100)
    let reading = Reading(Sample.document("<application>\(members)</application>"))
    #expect(reading.records.first?.problems.count == 50)
    #expect(reading.records.first?.omittedProblems == 50)
  }

  @Test func `a document cannot choose its types`() {
    let xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
    let reading = Reading(
      Sample.document(
        """
        <application \(xsi) xsi:type='x'/><application><amount \(xsi) xsi:nil='true'/></application><application/>
        """))
    #expect(reading.failure == nil)
    #expect(reading.records.map(\.isValid) == [false, false, true])
    #expect(reading.records[0].problems.map(\.kind) == [.forbiddenAttribute])
    #expect(reading.records[0].problems.map(\.path) == ["/applications/application[1]/@xsi:type"])
    #expect(reading.records[1].problems.first?.path == "/applications/application[2]/amount/@xsi:nil")
  }

  @Test func `compressed bytes are not inflated`() {
    let gzip: [UInt8] = [0x1F, 0x8B, 0x08, 0x00, 0, 0, 0, 0, 0, 3, 0xB3, 0x49, 0x2C]
    #expect(Reading(gzip).failure != nil)
  }
}
