import Exchange
import Foundation
import Primitives
import Testing

/// One document and what it must give.
struct Fault: CustomTestStringConvertible {
  var name: String
  var text: String
  var code: Diagnostic.Code
  var line: Int?
  var path: String?
  /// True when the whole file is refused, false when only the record is.
  var refusesFile: Bool
  var testDescription: String { "\(name): \(code)" }
}

extension Fault {
  private static func file(
    _ name: String, _ code: Diagnostic.Code, _ line: Int?, _ path: String?, _ text: String
  ) -> Fault {
    Fault(name: name, text: text, code: code, line: line, path: path, refusesFile: true)
  }

  private static func record(
    _ name: String, _ code: Diagnostic.Code, _ line: Int, _ path: String, _ text: String
  ) -> Fault {
    Fault(name: name, text: text, code: code, line: line, path: path, refusesFile: false)
  }

  private static let good = Sample.applications(Sample.application("A-1"))
  private static func spoilt(_ old: String, _ new: String) -> String {
    good.replacing(old, with: new, maxReplacements: 1)
  }

  static let files: [Fault] = [
    file("nothing", ExchangeCode.empty, nil, nil, ""),
    file("a letter", ExchangeCode.notXML, 1, nil, "Уважаемые коллеги!"),
    file("space and a letter", ExchangeCode.notXML, 1, nil, "\n  PK"),
    file("a crossed tag", ExchangeCode.notWellFormed, 18, nil, spoilt("</application>", "</applicaton>")),
    file("a second root", ExchangeCode.notWellFormed, 20, nil, good + "<applications/>"),
    file("half a file", ExchangeCode.truncated, nil, nil, String(good.prefix(good.count * 3 / 4))),
    file("KOI8-R", ExchangeCode.unsupportedEncoding, 1, nil, spoilt("UTF-8", "KOI8-R")),
    file("UTF-16 by declaration", ExchangeCode.encodingContradiction, 1, nil, spoilt("UTF-8", "UTF-16")),
    file("windows-1251 by declaration", ExchangeCode.encodingContradiction, 1, nil, spoilt("UTF-8", "windows-1251")),
    file("a DOCTYPE", ExchangeCode.doctype, 1, nil, spoilt("?>", "?><!DOCTYPE a [<!ENTITY b \"c\">]>")),
    file("an entity", ExchangeCode.entityReference, 13, nil, spoilt("Городок", "Городок&nbsp;2")),
    file("XML 1.1", ExchangeCode.xmlVersion, 1, nil, spoilt("version=\"1.0\"", "version=\"1.1\"")),
    file(
      "deep nesting", ExchangeCode.limitExceeded, 18, nil,
      Sample.applications(
        Sample.application(
          "A-1",
          rest: "\n<extensions>" + String(repeating: "<x xmlns=\"urn:x\">", count: 70)
            + String(repeating: "</x>", count: 70) + "</extensions>"))),
    file("another root", ExchangeCode.unknownRoot, 2, nil, spoilt("<applications", "<заявки")),
    file("another namespace", ExchangeCode.wrongNamespace, 2, nil, spoilt("exchange:1", "exchange:2")),
    file(
      "version 2.0", ExchangeCode.unsupportedVersion, 2, "/applications/@formatVersion",
      spoilt("formatVersion=\"1.0\"", "formatVersion=\"2.0\"")),
    file(
      "version 1.01", ExchangeCode.unsupportedVersion, 2, "/applications/@formatVersion",
      spoilt("formatVersion=\"1.0\"", "formatVersion=\"1.01\"")),
    file(
      "no version", ExchangeCode.rootAttribute, 2, "/applications/@formatVersion", spoilt(" formatVersion=\"1.0\"", "")),
    file("no contest", ExchangeCode.rootAttribute, 2, "/applications/@contest", spoilt(" contest=\"snow-2020\"", "")),
    file("a contest with a space", ExchangeCode.rootAttribute, 2, "/applications/@contest", spoilt("snow-2020", "a b")),
    file(
      "one more attribute", ExchangeCode.rootAttribute, 2, "/applications/@n", spoilt(" contest=", " n=\"1\" contest=")),
    file(
      "a record before the header", ExchangeCode.missingPart, 3, "/applications/application[1]",
      Sample.document("applications", attributes: " contest=\"c\"", Sample.application("A"), Sample.header(count: "1"))),
    file(
      "no header at all", ExchangeCode.missingPart, nil, nil,
      Sample.document("applications", attributes: " contest=\"c\"", "", "")),
    file("text between records", ExchangeCode.strayText, nil, nil, spoilt("</header>", "</header>и ещё")),
    file(
      "one record too few", ExchangeCode.recordCount, 10, "/applications/header[1]/recordCount",
      Sample.applications(count: 1)),
    file(
      "another control sum", ExchangeCode.controlSum, 10, "/grantPortfolio/header[1]/controlSum",
      Sample.portfolio(Sample.project(), controlSum: "<controlSum currency=\"RUB\">100.01</controlSum>")),
    file(
      "a header with a second sender", ExchangeCode.unexpectedElement, 10, "/applications/header[1]/sender[2]",
      spoilt("<recordCount>", "<sender id=\"x\"><title>x</title></sender><recordCount>")),
    file(
      "a sender's wrong number", ExchangeCode.inn, 8, "/applications/header[1]/sender/inn",
      spoilt("4299000019", "4299000018")),
    file(
      "a message identifier in capitals", ExchangeCode.valueBreaksLimit, 4, "/applications/header[1]/messageID",
      spoilt("6ad45529", "6AD45529")),
    file(
      "a second header", ExchangeCode.unknownRecord, 12, "/applications/header[2]",
      Sample.applications(Sample.header(count: "1"))),
    file(
      "a result before the protocol", ExchangeCode.missingPart, 12, "/resultsProtocol/result[1]",
      Sample.minutes("<result id=\"A\"/>" + Sample.minutesHeading, count: 1)),
    file(
      "no protocol", ExchangeCode.missingPart, 12, "/resultsProtocol/result[1]",
      Sample.minutes("<result id=\"A\"/>", count: 1)),
    file(
      "no protocol and no results", ExchangeCode.missingPart, nil, nil, Sample.minutes("", count: 0)),
    file(
      "a project before the report", ExchangeCode.missingPart, 12, "/grantReport/project[1]",
      Sample.report(Sample.reportHeading, heading: Sample.reported())),
    file(
      "a report of no project", ExchangeCode.missingPart, nil, nil, Sample.report()),
    file(
      "a second report", ExchangeCode.unknownRecord, 13, "/grantReport/report[2]",
      Sample.report(Sample.reportHeading, Sample.reported())),
    file(
      "a report of a wrong period", ExchangeCode.invalidValue, 12, "/grantReport/report[1]/period/@end",
      Sample.report(Sample.reported(), heading: Sample.reportHeading.replacing("12-31", with: "02-30"))),
    file(
      "a receipt's record before its outcome", ExchangeCode.missingPart, 12, "/receipt/outcome[1]",
      Sample.document("receipt", Sample.header(count: "0"), "<outcome status=\"accepted\"/>")),
  ]

  private static func one(
    _ name: String, _ code: Diagnostic.Code, _ line: Int, _ field: String, _ application: String
  ) -> Fault {
    record(name, code, line, "/applications/application[1]\(field)", Sample.applications(application))
  }

  static let records: [Fault] = [
    one(
      "an unknown element", ExchangeCode.unexpectedElement, 14, "/foo", Sample.application("A", description: "<foo/>")),
    one(
      "an element of another place", ExchangeCode.unexpectedElement, 14, "/amount",
      Sample.application("A", description: "<amount/>")),
    one("no title", ExchangeCode.missingElement, 15, "/applicant", Sample.application("A", title: "")),
    one(
      "no submission", ExchangeCode.missingElement, 12, "",
      Sample.application("A").replacing(/<submittedAt>.*<.submittedAt>/, with: "")),
    one(
      "no count", ExchangeCode.missingAttribute, 16, "/participants",
      Sample.application("A", participants: "<participants/>")),
    one(
      "an unknown attribute", ExchangeCode.unexpectedAttribute, 12, "/@x",
      Sample.application("A", attributes: " x=\"1\"")),
    one(
      "a day of no calendar", ExchangeCode.invalidValue, 17, "/processingConsent/@date",
      Sample.application("A", rest: "<processingConsent given=\"true\" date=\"2020-02-30\"/>")),
    one(
      "a time without an offset", ExchangeCode.valueBreaksLimit, 17, "/submittedAt",
      Sample.application("A", submittedAt: "2020-12-01T10:00:00")),
    one(
      "a blank title", ExchangeCode.valueBreaksLimit, 13, "/title", Sample.application("A", title: "<title> </title>")),
    one("text in a record", ExchangeCode.strayContent, 12, "", Sample.application("A", description: "и ещё")),
    one(
      "text in an empty element", ExchangeCode.strayContent, 17, "/processingConsent",
      Sample.application("A", rest: "<processingConsent given=\"true\">да</processingConsent>")),
    one(
      "a number of wrong check digits", ExchangeCode.inn, 15, "/applicant/organisation/inn",
      Sample.application("A", applicant: "<organisation id=\"o\"><title>О</title><inn>4299000018</inn></organisation>")),
    one(
      "a number of zeros", ExchangeCode.ogrn, 15, "/applicant/organisation/ogrn",
      Sample.application(
        "A", applicant: "<organisation id=\"o\"><title>О</title><ogrn>0000000000000</ogrn></organisation>")),
    one(
      "a KPP of zeros", ExchangeCode.kpp, 15, "/applicant/organisation/kpp",
      Sample.application("A", applicant: "<organisation id=\"o\"><title>О</title><kpp>000000000</kpp></organisation>")),
    one(
      "an OKTMO of zeros", ExchangeCode.oktmo, 15, "/applicant/organisation/territory/@oktmo",
      Sample.application(
        "A", applicant: "<organisation id=\"o\"><title>О</title><territory oktmo=\"00000000\"/></organisation>")),
    one(
      "an identifier that the schema takes and we do not", ExchangeCode.invalidValue, 13, "/nomination",
      Sample.application("A", title: "<nomination>a\u{AD}b</nomination>\n<title>Т</title>")),
    record(
      "a level of no list", ExchangeCode.valueNotListed, 15, "/contestAnnouncement/contest[1]/level",
      Sample.announcement(Sample.contest("", level: "town"))),
    record(
      "an unknown record", ExchangeCode.unknownRecord, 12, "/applications/foo[1]",
      Sample.applications("<foo/>", count: 0)),
    record(
      "a record of another document", ExchangeCode.unknownRecord, 12, "/applications/result[1]",
      Sample.applications("<result id=\"R\"/>", count: 0)),
    record(
      "an identifier twice", ExchangeCode.duplicateIdentifier, 19, "/applications/application[2]/@id",
      Sample.applications(Sample.application("A"), Sample.application(" A "))),
    record(
      "another currency", ExchangeCode.currenciesDiffer, 16, "/grantPortfolio/project[1]/budgetLine/planned",
      Sample.portfolio(
        Sample.project(
          rest: Sample.history
            + "<budgetLine id=\"B\"><title>Б</title><planned currency=\"USD\">1.00</planned></budgetLine>"))),
    record(
      "stated totals that disagree", ExchangeCode.totalsDisagree, 16, "/grantPortfolio/project[1]/totals/spent",
      Sample.portfolio(
        Sample.project(
          rest: Sample.history
            + "<totals><received currency=\"RUB\">0.00</received><spent currency=\"RUB\">1.00</spent></totals>"))),
    record(
      "a stated balance that disagrees", ExchangeCode.totalsDisagree, 16, "/grantReport/project[1]/cumulative/balance",
      Sample.report(Sample.reported(balance: "60.01"))),
    record(
      "a history that runs backwards", ExchangeCode.illegalHistory, 16,
      "/grantPortfolio/project[1]/statusHistory/change[2]",
      Sample.portfolio(
        Sample.project(
          rest: "<statusHistory><change status=\"awarded\" date=\"2020-01-10\"/>"
            + "<change status=\"active\" date=\"2020-01-09\"/></statusHistory>"))),
    record(
      "a decline without a reason", ExchangeCode.illegalHistory, 16,
      "/grantPortfolio/project[1]/statusHistory/change",
      Sample.portfolio(
        Sample.project(rest: "<statusHistory><change status=\"declined\" date=\"2020-01-10\"/></statusHistory>"))),
  ]
}

@Suite struct FaultTests {
  @Test(arguments: Fault.files)
  func `a fault of the file refuses the file`(_ fault: Fault) throws {
    let reading = try Reading(fault.text)
    #expect(reading.refusal.map(\.code).contains(fault.code))
    let diagnostic = try #require(reading.refusal.first { $0.code == fault.code })
    check(diagnostic, fault)
  }

  @Test(arguments: Fault.records)
  func `a fault of a record refuses the record only`(_ fault: Fault) throws {
    let reading = try Reading(fault.text)
    #expect(reading.refusal == [])
    #expect(reading.withoutValue == 1)
    #expect(reading.findings.map(\.code) == [fault.code])
    let diagnostic = try #require(reading.findings.first)
    check(diagnostic, fault)
  }

  private func check(_ diagnostic: Diagnostic, _ fault: Fault) {
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.location?.file?.hasSuffix("document.xml") == true)
    if let line = fault.line { #expect(diagnostic.location?.line == line) }
    if fault.line != nil { #expect((diagnostic.location?.column ?? 0) > 0) }
    if let path = fault.path { #expect(diagnostic.location?.path == path) }
    for text in [diagnostic.message, diagnostic.advice].compactMap({ $0 }) {
      #expect(!text.russian.isEmpty && !text.english.isEmpty)
      #expect(text.russian != text.english)
    }
  }

  @Test func `every code of reading is produced by a test`() {
    let produced = Set((Fault.files + Fault.records).map(\.code))
    let wanted: Set<Diagnostic.Code> = [
      ExchangeCode.empty, ExchangeCode.notWellFormed, ExchangeCode.truncated, ExchangeCode.unsupportedEncoding,
      ExchangeCode.encodingContradiction, ExchangeCode.doctype, ExchangeCode.entityReference, ExchangeCode.xmlVersion,
      ExchangeCode.limitExceeded, ExchangeCode.unknownRoot, ExchangeCode.wrongNamespace,
      ExchangeCode.unsupportedVersion, ExchangeCode.rootAttribute, ExchangeCode.missingPart, ExchangeCode.strayText,
      ExchangeCode.recordCount, ExchangeCode.controlSum, ExchangeCode.notXML, ExchangeCode.unexpectedElement,
      ExchangeCode.missingElement, ExchangeCode.missingAttribute, ExchangeCode.unexpectedAttribute,
      ExchangeCode.invalidValue, ExchangeCode.valueBreaksLimit, ExchangeCode.valueNotListed,
      ExchangeCode.strayContent, ExchangeCode.inn, ExchangeCode.ogrn, ExchangeCode.kpp, ExchangeCode.oktmo,
      ExchangeCode.unknownRecord, ExchangeCode.duplicateIdentifier, ExchangeCode.currenciesDiffer,
      ExchangeCode.totalsDisagree, ExchangeCode.illegalHistory,
    ]
    #expect(wanted.subtracting(produced) == [])
  }

  @Test(arguments: [" xsi:type=\"x\"", " xsi:nil=\"true\""])
  func `a document may not choose its own schema types`(_ attribute: String) throws {
    let instance = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    let reading = try Reading(Sample.applications(Sample.application("A", attributes: instance + attribute)))
    #expect(reading.all.map(\.code).contains(ExchangeCode.forbiddenAttribute))
    #expect(reading.items == [])
  }

  @Test func `a file that is not there, a folder and bytes of no encoding are told apart`() throws {
    #expect(Reading(path: "/no/such/file.xml").refusal.map(\.code) == [ExchangeCode.unreadable])
    #expect(Reading(path: "/tmp").refusal.map(\.code) == [ExchangeCode.isFolder])
    var bytes = Array(Sample.applications(Sample.application("A")).utf8)
    let title = try #require(bytes.firstRange(of: "Городок".utf8))
    bytes[title.lowerBound] = 0xFF
    #expect(try Reading(bytes).refusal.map(\.code) == [ExchangeCode.invalidBytes])
  }

  @Test func `faults that show at the end are thrown after the good records`() throws {
    let good = Sample.application("A")
    let miscounted = try Reading(Sample.applications(good, count: 2))
    #expect(miscounted.items.count == 1)
    #expect(miscounted.refusal.map(\.code) == [ExchangeCode.recordCount])

    let sum = "<controlSum currency=\"RUB\">1.00</controlSum>"
    let both = Sample.portfolio(Sample.project(), controlSum: sum)
      .replacing("<recordCount>1</recordCount>", with: "<recordCount>7</recordCount>")
    #expect(try Reading(both).items.count == 1)
    #expect(try Reading(both).refusal.map(\.code) == [ExchangeCode.recordCount, ExchangeCode.controlSum])

    // Long enough for the first records to be handed out before the end is seen.
    let many = Sample.document(
      "applications", attributes: " contest=\"c\"", Sample.header(count: "3000"),
      (1...3000).map { Sample.application("A-\($0)") }.joined(separator: "\n"))
    let cut = try Reading(String(many.prefix(many.count - 300)))
    #expect(cut.items.count > 1000)
    #expect(cut.refusal.map(\.code) == [ExchangeCode.truncated])
  }

  @Test func `a control sum is not compared when a project could not be read`() throws {
    let broken = Sample.project("Q", rest: "")
    let reading = try Reading(Sample.portfolio(Sample.project(), broken))
    #expect(reading.items.count == 1)
    #expect(reading.refusal == [])
  }

  @Test func `a refusal is thrown again when the next part is asked for`() throws {
    let file = try TemporaryFile(Array(Sample.minutes("<protocol/>" + "<result id=\"A\"/>", count: 1).utf8))
    var stream = try DocumentStream(path: file.path)
    _ = try stream.next()
    for _ in 0..<3 {
      #expect(throws: DocumentRefusal.self) { _ = try stream.next() }
    }
  }

  @Test func `records are numbered in their order, good or bad`() throws {
    let reading = try Reading(
      Sample.applications(
        Sample.application("A"), Sample.application("B", title: ""), Sample.application("C"),
        Sample.application("a b"), Sample.application("A")))
    #expect(reading.numbers == [1, 2, 3, 4, 5])
    #expect(reading.identifiers == ["A", "B", "C", nil, "A"])
    #expect(reading.items.count == 2)
    #expect(reading.refusal == [])
    #expect(Set(reading.findings.map(\.record)) == ["A", "B", nil])
  }

  @Test func `the same identifier may name records of different kinds`() throws {
    let sheet =
      "<scoreSheet id=\"X\" juror=\"J\" entry=\"E\"><date>2020-12-20</date>"
      + "<points criterion=\"K\">5</points></scoreSheet>"
    let recusal = "<recusal id=\"X\" juror=\"J\" entry=\"E\"><date>2020-12-20</date><reason>Р</reason></recusal>"
    let reading = try Reading(
      Sample.document("scoreSheets", attributes: " contest=\"c\"", Sample.header(count: "2"), sheet + recusal))
    #expect(reading.all == [])
    #expect(reading.items.count == 2)
  }

  @Test func `the problems of one record end in a count`() throws {
    let lines = (0..<300).map {
      "<budgetLine id=\"B\($0)\"><title>Б</title><planned currency=\"USD\">1.00</planned></budgetLine>"
    }
    let reading = try Reading(Sample.portfolio(Sample.project(rest: Sample.history + lines.joined())))
    #expect(reading.findings.count == 51)
    #expect(reading.findings.last?.code == ExchangeCode.otherSchemaFault)
    #expect(reading.findings.last?.message.english == "and 250 more problems")
  }
}
