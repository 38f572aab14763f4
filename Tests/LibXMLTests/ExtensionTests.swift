import LibXML
import Testing

@Suite struct `Extensions` {
  private static func read(_ content: String, root: String = "") throws -> String {
    let reading = Reading(
      """
      <applications xmlns='urn:sample'\(root)><application><extensions>\(content)</extensions></application>\
      </applications>
      """)
    try #require(reading.failure == nil)
    let record = try #require(reading.records.first)
    #expect(record.problems == [])
    let extensions = try #require(record.element.first(Sample.name("extensions")))
    #expect(!extensions.hasChildren)
    return extensions.text
  }

  @Test(arguments: [
    ("<x:a xmlns:x='urn:x'/>", "<x:a xmlns:x=\"urn:x\"/>"),
    ("<x:a xmlns:x='urn:x'></x:a>", "<x:a xmlns:x=\"urn:x\"/>"),
    ("<a xmlns='urn:x'><b/></a>", "<a xmlns=\"urn:x\"><b/></a>"),
    ("<a xmlns='urn:x'><b xmlns='urn:y'/><c/></a>", "<a xmlns=\"urn:x\"><b xmlns=\"urn:y\"/><c/></a>"),
    ("<a xmlns='urn:x'><b xmlns=''/></a>", "<a xmlns=\"urn:x\"><b xmlns=\"\"/></a>"),
    ("\n  <x:a xmlns:x='urn:x'> <x:b/>\n</x:a>\n ", "\n  <x:a xmlns:x=\"urn:x\"> <x:b/>\n</x:a>\n "),
    ("<x:a xmlns:x='urn:x' z='1' x:y='2' b='3'/>", "<x:a xmlns:x=\"urn:x\" z=\"1\" x:y=\"2\" b=\"3\"/>"),
    ("<x:a xmlns:x='urn:x' xmlns:unused='urn:u'/>", "<x:a xmlns:x=\"urn:x\"/>"),
    ("<x:a xmlns:x='urn:x'><!-- c -->t<?pi?><![CDATA[<&>]]></x:a>", "<x:a xmlns:x=\"urn:x\">t&lt;&amp;&gt;</x:a>"),
    (
      "<x:a xmlns:x='urn:x' b='&quot;&amp;&lt;&#9;&#10;&#13;&amp;#38;'>&#13;</x:a>",
      "<x:a xmlns:x=\"urn:x\" b=\"&quot;&amp;&lt;&#9;&#10;&#13;&amp;#38;\">&#13;</x:a>"
    ),
    ("<x:a xmlns:x='urn:x' xml:lang='ru'/>", "<x:a xmlns:x=\"urn:x\" xml:lang=\"ru\"/>"),
    ("<x:a xmlns:x='urn:x?a&amp;b'/>", "<x:a xmlns:x=\"urn:x?a&amp;b\"/>"),
    ("", ""),
  ])
  func `the content is kept as XML that stands alone`(content: String, xml: String) throws {
    #expect(try Self.read(content) == xml)
    // What was written is read as the same again.
    #expect(try Self.read(xml) == xml)
  }

  @Test func `a prefix bound outside is declared inside`() throws {
    #expect(try Self.read("<x:a x:b='1'/>", root: " xmlns:x='urn:x'") == "<x:a xmlns:x=\"urn:x\" x:b=\"1\"/>")
  }

  @Test func `read, written and read again it is the same`() throws {
    let first = try Self.read("\n <x:a xmlns:x='urn:x' n='&lt;'>я <x:b/>&amp;<c xmlns='urn:c'>&#13;</c></x:a>\n")
    var writer = XMLWriter(MemorySink())
    try writer.declaration()
    try writer.start("applications", attributes: [("xmlns", Sample.namespace)])
    try writer.start("application")
    try writer.start("extensions")
    try writer.raw(first)
    try writer.end()
    try writer.end()
    try writer.end()
    let reading = Reading(try writer.finish().bytes)
    #expect(reading.records.first?.element.first(Sample.name("extensions"))?.text == first)
  }

  @Test func `an element of another namespace elsewhere makes its record invalid`() {
    let reading = Reading(
      Sample.document("<application><x:a xmlns:x='urn:x'/></application><application/>"))
    #expect(reading.records.map(\.isValid) == [false, true])
  }

  @Test func `an element of our namespace inside is reported by the schema`() {
    let reading = Reading(Sample.document("<application><extensions><title/></extensions></application>"))
    #expect(reading.records.first?.problems.map(\.path) == ["/applications/application[1]/extensions/title"])
  }
}
