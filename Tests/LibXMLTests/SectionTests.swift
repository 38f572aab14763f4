import LibXML
import Testing

@Suite struct `CDATA sections` {
  @Test(arguments: ["<![CDATA[]]>", "<![CDATA[ \n]]>"])
  func `between records are stray, even without a character`(section: String) {
    #expect(Reading(Sample.document("<application id=\"1\"/>\(section)")).failure?.kind == .strayText)
  }

  @Test(arguments: ["<![CDATA[]]>", "<![CDATA[ \n]]>", "<![CDATA[x]]>"])
  func `where only elements belong make the record invalid, wherever they stand`(section: String) throws {
    for content in [
      "\(section)<title>a</title>", "<title>a</title>\(section)", "<title>a</title>\(section)<amount>1</amount>",
      "<empty>\(section)</empty>", section,
    ] {
      let reading = Reading(Sample.document("<application>\(content)</application>"))
      #expect(reading.failure == nil)
      #expect(try !#require(reading.records.first).isValid, "\(content)")
    }
  }

  @Test func `in a text are text`() throws {
    let reading = Reading(Sample.document("<application><title>a<![CDATA[ <b> ]]>c<![CDATA[]]></title></application>"))
    let record = try #require(reading.records.first)
    #expect(record.isValid)
    #expect(record.element.first(Sample.name("title"))?.text == "a <b> c")
  }
}
