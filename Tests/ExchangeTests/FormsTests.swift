import Contests
import Exchange
import Foundation
import Primitives
import Testing

/// The forms a sound document may come in.
@Suite struct FormsTests {
  private static let text = Sample.applications(
    Sample.application("A-1", title: "<title>Ёлка № 7 «Снег»</title>"), Sample.application("A-2"))

  private func entries(_ bytes: [UInt8]) throws -> [Entry] {
    let reading = try Reading(bytes)
    #expect(reading.all == [])
    return reading.items.compactMap { item in
      guard case .application(.entry(let entry)) = item else { return nil }
      return entry
    }
  }

  @Test func `a document in windows-1251 or UTF-16 says the same as in UTF-8`() throws {
    let expected = try entries(Array(Self.text.utf8))
    #expect(expected.map(\.title) == ["Ёлка № 7 «Снег»", "Городок"])
    let cyrillic = Self.text.replacing("UTF-8", with: "windows-1251")
    #expect(try entries(Array(try #require(cyrillic.data(using: .windowsCP1251)))) == expected)
    let wide = Self.text.replacing("UTF-8", with: "UTF-16")
    for (encoding, mark) in [(String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF])] {
      #expect(try entries(mark.map { UInt8($0) } + Array(try #require(wide.data(using: encoding)))) == expected)
    }
    #expect(try entries([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == expected)
  }

  @Test func `a document with prefixes says the same as without`() throws {
    let prefixed = Self.text.replacing("xmlns=", with: "xmlns:l=").replacing(/<(\/?)(\w)/) { "<\($0.1)l:\($0.2)" }
    #expect(try entries(Array(prefixed.utf8)) == entries(Array(Self.text.utf8)))
  }

  @Test func `line ends, comments, CDATA and white space around values mean nothing`() throws {
    let expected = try entries(Array(Self.text.utf8))
    let other = Self.text.replacing("\n", with: "\r\n")
      .replacing("<title>Ёлка № 7 «Снег»", with: "<title>\n  <!-- да -->Ёлка <![CDATA[№ 7\t«Снег»]]> ")
      .replacing("id=\"A-2\"", with: "id=\"  A-2\n\"")
      .replacing("2020-12-01T10:00:00+07:00", with: "2020-12-01T10:00:00+07:00")
    #expect(try entries(Array(other.utf8)) == expected)
  }

  @Test func `a later minor version is read, and what it adds goes on with the record`() throws {
    let addition = """
      <n:award xmlns:n="urn:laureat:exchange:1.7" at="1 &amp; &quot;2&quot;"><n:sum cur="RUB">5 &lt; 6</n:sum> \
      хвост<!-- не данные --></n:award><other xmlns="urn:other"><i/></other>
      """
    let text = Sample.applications(Sample.application("A", rest: "<extensions>\(addition)</extensions>"))
      .replacing("formatVersion=\"1.0\"", with: "formatVersion=\"1.7\"")
      .replacing("</header>", with: "<extensions>\(addition)</extensions></header>")
    let first = try Reading(text)
    #expect(first.all == [])
    let kept = addition.replacing("<!-- не данные -->", with: "")
    #expect(first.header?.extensions == kept)
    guard case .application(.entry(let entry))? = first.items.first else {
      Issue.record("an entry was expected")
      return
    }
    #expect(entry.extensions == kept)

    var document = OutgoingDocument(
      .applications, first.items, contest: first.contest, sender: try #require(first.header).sender,
      createdAt: try #require(first.header).createdAt)
    document.extensions = first.header?.extensions
    let second = try Reading(document.bytes())
    #expect(second.all == [])
    #expect(second.items == first.items)
    #expect(second.header?.extensions == first.header?.extensions)
  }

  @Test func `a prefix of the root reaches into extensions that use it`() throws {
    let text = Self.text.replacing("formatVersion", with: "xmlns:m=\"urn:map\" formatVersion")
      .replacing("</application>", with: "<extensions><m:point m:lat=\"55\"/></extensions></application>")
    let reading = try entries(Array(text.utf8))
    #expect(reading.map(\.extensions) == Array(repeating: "<m:point xmlns:m=\"urn:map\" m:lat=\"55\"/>", count: 2))
  }

  @Test func `a withdrawal is a record of its own`() throws {
    let reading = try Reading(
      Sample.applications(
        "<application id=\"A\"><withdrawal date=\"2020-12-05\"><reason>Болезнь</reason></withdrawal></application>",
        "<application id=\"B\"><withdrawal><reason>Отказ</reason></withdrawal></application>"))
    #expect(reading.all == [])
    let a = try #require(Identifier("A"))
    let b = try #require(Identifier("B"))
    #expect(
      reading.items == [
        .application(.withdrawal(Withdrawal(id: a, date: Day("2020-12-05"), reason: "Болезнь"))),
        .application(.withdrawal(Withdrawal(id: b, reason: "Отказ"))),
      ])
    #expect(
      reading.items.map { item -> Identifier? in
        guard case .application(let application) = item else { return nil }
        return application.id
      } == [a, b])
  }

  @Test(arguments: [("<test>true</test>", true), ("<test>false</test>", false), ("", false)])
  func `the header tells a test from the real thing`(_ flag: String, _ expected: Bool) throws {
    let text = Self.text.replacing("<recordCount>", with: flag + "<recordCount>")
    #expect(try Reading(text).header?.isTest == expected)
  }

  @Test func `a receipt of a duplicate and of a refused file says so`() throws {
    for status in GroupStatus.allCases {
      var values = RandomValues(seed: 9)
      var receipt = values.receipt()
      receipt.status = status
      receipt.reasons = [values.diagnostic()]
      let lines = RecordStatus.allCases.enumerated().map { number, status in
        ReceiptLine(id: "A\(number)", number: number + 1, status: status, reasons: [values.diagnostic()])
      }
      let document = OutgoingDocument(
        .receipt, [.receipt(receipt)] + lines.map { .receiptLine($0) }, sender: values.organisation(),
        referenceMessageID: receipt.messageID, createdAt: receipt.receivedAt)
      let reading = try Reading(document.bytes())
      #expect(reading.all == [])
      #expect(reading.items == [.receipt(receipt)] + lines.map { .receiptLine($0) })
      #expect(reading.header?.referenceMessageID == receipt.messageID)
      #expect(reading.header?.recordCount == 4)
    }
  }

  @Test func `a reason in one language is shown in both`() throws {
    let outcome = ["accepted", "updated", "unchanged", "rejected", "warnings"].map { "<\($0)>0</\($0)>" }.joined()
    let reason = "<reason code=\"GC-040-0001\" severity=\"note\"><text language=\"en\">late</text></reason>"
    let original = """
      <original document="applications"><messageID>6ad45529-2fe5-5f5a-aeff-ca5b0cecaf09</messageID>\
      <createdAt>2020-03-20T18:00:00Z</createdAt><sender id="o"><title>О</title></sender>\
      <sha256>\(String(repeating: "0", count: 64))</sha256><receivedAt>2020-03-20T18:00:00Z</receivedAt></original>
      """
    let reading = try Reading(
      Sample.document(
        "receipt", Sample.header(count: "0"), "\(original)<outcome status=\"accepted\">\(outcome)\(reason)</outcome>"))
    #expect(reading.all == [])
    guard case .receipt(let receipt)? = reading.items.first else {
      Issue.record("a receipt was expected")
      return
    }
    #expect(receipt.reasons.map(\.message) == [LocalizedText(ru: "late", en: "late")])
    #expect(receipt.reasons.map(\.location) == [nil])
  }

  @Test(arguments: [
    (taken: 2, rejected: 0, warnings: 0, GroupStatus.accepted), (2, 0, 1, .acceptedWithWarnings),
    (2, 1, 1, .partial), (0, 1, 0, .rejected), (0, 0, 0, .accepted),
  ])
  func `the counts of a receipt tell how the message ended`(
    _ taken: Int, _ rejected: Int, _ warnings: Int, _ status: GroupStatus
  ) {
    for way in [RecordStatus.accepted, .updated, .unchanged] {
      var counts = ReceiptCounts()
      for _ in 0..<taken { counts.count(way) }
      for _ in 0..<rejected { counts.count(.rejected) }
      counts.warnings = warnings
      #expect(counts.status == status)
    }
  }
}
