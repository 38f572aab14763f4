import Foundation
import Testing

/// An export, taken into an empty store, is exported from there as the same bytes.
struct RoundTripTests {
  static let documents = ["announcement", "applications", "results"]

  @Test(arguments: ["teplo-2020", "snow-2020", "tos-2020", "city-of-ideas-2020", "anzhero-national-beauty-2020"])
  func `a contest of the samples comes back the same`(contest: String) throws {
    let documents = contest == "teplo-2020" ? Self.documents : Array(Self.documents.prefix(2))
    try expectSameBytes(from: Command(.samples), contest: contest, documents)
  }

  @Test func `grants come back the same`() throws {
    try expectSameBytes(from: Command(.samples))
  }

  @Test func `the store that exports may have said who it is`() throws {
    let laureat = try Command(.samples)
    try laureat.must(
      "organisation", "self", "--id", "city", "--title", "Администрация города", "--territory", "32701000")
    #expect(try laureat("export", "grants").output.contains("<sender id=\"city\">"))
    try expectSameBytes(from: laureat)
    try expectSameBytes(from: laureat, contest: "teplo-2020", Self.documents)
  }

  @Test func `what was typed in comes back the same`() throws {
    let laureat = try Command(.typed)
    // The protocol completes the contest where it is taken in.
    try laureat.must("contest", "status", "typed", "completed", "--date", "2020-04-10")
    try expectSameBytes(from: laureat, contest: "typed", Self.documents)
    try expectSameBytes(from: laureat)
  }

  @Test func `the export of unchanged data is the same file, whenever it is made`() throws {
    let laureat = try Command(.typed)
    for document in Self.documents {
      let first = try laureat.must("export", document, "--contest", "typed").data
      #expect(try laureat.must("export", document, "--contest", "typed").data == first)
    }
    #expect(try laureat.must("export", "grants").data == laureat.must("export", "grants").data)
  }

  @Test func `a change makes a message of its own`() throws {
    let laureat = try Command(.typed)
    let before = try laureat.must("export", "applications", "--contest", "typed").output
    try laureat.must(
      "entry", "add", "--contest", "typed", "--nomination", "wood", "--title", "Ложка", "--group", "Семья", "--date",
      "2020-03-11")
    let after = try laureat.must("export", "applications", "--contest", "typed").output
    #expect(Self.messageID(before) != nil)
    #expect(Self.messageID(before) != Self.messageID(after))
  }

  @Test(arguments: ["announcement", "applications", "results"])
  func `an export is valid for xmllint and passes the check`(document: String) throws {
    let laureat = try Command(.typed)
    try laureat.must("export", document, "--contest", "typed", "-o", laureat.path("out.xml"))
    let schemas = [
      "announcement": "contest-announcement", "applications": "applications", "results": "results-protocol",
    ]
    let schema = try #require(schemas[document])
    let verdict = try laureat.xmllint("out.xml", schema)
    #expect(verdict.status == 0, "\(verdict.errors)")
    #expect(try laureat("check", laureat.path("out.xml")).status == 0)
  }

  @Test func `what changed since is taken in where the first export was`() throws {
    let laureat = try Command(.typed)
    let commission = try Command()
    func send(_ documents: [String]) throws -> Value {
      for document in documents {
        try laureat.must("export", document, "--contest", "typed", "-o", commission.path("\(document).xml"))
      }
      let taken = try commission.run(["import", "--json"] + documents.map { "\($0).xml" })
      try #require(taken.status == 0, "\(taken.output)")
      return try taken.json()
    }
    // One on which nothing is decided yet.
    try laureat.must(
      "entry", "add", "--contest", "typed", "--nomination", "clay", "--title", "Кувшин", "--group", "Семья", "--date",
      "2020-03-11")
    _ = try send(["announcement", "applications"])
    try laureat.must("entry", "edit", "typed/3", "--title", "Окарина", "--participants", "4")
    let mended = try send(["applications"])[0]
    #expect(mended["updated"] == 1)
    #expect(mended["unchanged"] == 2)
    #expect(try commission.must("entry", "show", "typed/3", "--json").json()["title"] == "Окарина")

    _ = try send(["results"])
    #expect(try commission.must("winner", "list", "--contest", "typed", "--json").json().list.count == 2)
    // Completed here too, the contest is announced anew, and nothing else has changed.
    try laureat.must("contest", "status", "typed", "completed", "--date", "2020-04-10")
    let again = try send(["announcement", "applications", "results"])
    #expect(again.list.allSatisfy { $0["status"] == "duplicate" || $0["rejected"] == 0 })
    #expect(try commission.must("winner", "list", "--contest", "typed", "--json").json().list.count == 2)
  }

  @Test func `of several protocols one is chosen`() throws {
    let laureat = try Command(.typed)
    try laureat.must(
      "winner", "record", "--contest", "typed", "--entry", "2", "--place", "1", "--protocol", "4", "--date",
      "2020-04-12")
    let unchosen = try laureat("export", "results", "--contest", "typed")
    #expect(unchosen.status == 1)
    #expect(unchosen.errors.contains("3, 4"))
    #expect(unchosen.output.isEmpty)
    let fourth = try laureat.must("export", "results", "--contest", "typed", "--protocol", "4").output
    #expect(fourth.contains("number=\"4\" date=\"2020-04-12\""))
    #expect(!fourth.contains("Приз жюри"))
    #expect(try laureat("export", "results", "--contest", "typed", "--protocol", "5").status == 1)
  }

  @Test func `a withdrawn entry is not sent on`() throws {
    let laureat = try Command(.typed)
    let number = try laureat.must(
      "entry", "add", "--contest", "typed", "--nomination", "wood", "--title", "Передумали", "--group", "Семья",
      "--date", "2020-03-11", "--processing-consent"
    ).output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try laureat.must("export", "applications", "--contest", "typed").output.contains("Передумали"))
    try laureat.must("entry", "withdraw", number, "--date", "2020-03-12", "--reason", "по просьбе")
    #expect(try !laureat.must("export", "applications", "--contest", "typed").output.contains("Передумали"))
  }

  // MARK: Steps

  private func expectSameBytes(
    from laureat: Command, contest: String? = nil, _ documents: [String] = ["grants"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func export(_ document: String, from laureat: Command) throws -> Data {
      let result = try laureat.run(["export", document] + (contest.map { ["--contest", $0] } ?? []))
      try #require(result.status == 0, "\(document): \(result.errors)", sourceLocation: sourceLocation)
      return result.data
    }
    let other = try Command()
    var sent: [String: Data] = [:]
    for document in documents {
      let bytes = try export(document, from: laureat)
      sent[document] = bytes
      try bytes.write(to: other.folder.appending(path: "\(document).xml"))
    }
    let taken = try other.run(["import", "--json"] + documents.map { "\($0).xml" })
    try #require(taken.status == 0, "\(taken.output)", sourceLocation: sourceLocation)
    for document in documents {
      let bytes = try export(document, from: other)
      #expect(bytes == sent[document], "\(document) of \(contest ?? "grants")", sourceLocation: sourceLocation)
    }
  }

  private static func messageID(_ document: String) -> String? {
    document.firstMatch(of: #/<messageID>([0-9a-f-]{36})</messageID>/#).map { String($0.1) }
  }
}

extension PreparedStore {
  /// A contest with its entries and winners and a project with its money, all typed in.
  static let typed = PreparedStore { laureat in
    try laureat.must(
      "organisation", "self", "--inn", "4299000019", "--title", "Администрация города", "--territory", "32701000",
      "--phone", "+7 3842 00-00-00", "--email", "city@example.org", "--address", "пр. Советский, 54")
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа № 1")
    try laureat.must(
      "contest", "create", "--id", "typed", "--title", "Ярмарка мастеров", "--year", "2020", "--date", "2020-02-01",
      "--territory", "32701000", "--nomination", "wood=Дерево", "--nomination", "clay=Глина", "--nomination",
      "jury+=Приз жюри", "--prize", "1:1=Диплом I степени", "--prize", "2:2=Диплом II степени", "--prize",
      "1=Приз жюри", "--opens", "2020-03-01", "--closes", "2020-03-31")
    try laureat.must(
      "entry", "add", "--contest", "typed", "--nomination", "wood", "--title", "Шкатулка  «Кедр» & Co ", "--person",
      "Иванова Анна", "--participants", "1", "--works", "2", "--date", "2020-03-05", "--processing-consent",
      "--publication-consent", "--leader", "Петров Пётр", "--age-group", "10–12 лет", "--description",
      "Резьба < по дереву")
    try laureat.must(
      "entry", "add", "--contest", "typed", "--nomination", "clay", "--title", "Свистулька", "--organisation", "school",
      "--date", "2020-03-06", "--district", "Центральный", "--site", "школьный музей", "--processing-consent")
    try laureat.must("entry", "admit", "--contest", "typed", "--all", "--date", "2020-04-01")
    try laureat.must(
      "winner", "record", "--contest", "typed", "--entry", "1", "--place", "1", "--protocol", "3", "--date",
      "2020-04-10")
    try laureat.must(
      "winner", "record", "--contest", "typed", "--entry", "2", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "3", "--date", "2020-04-10")
    try laureat.must("funder", "add", "--id", "fund", "--title", "Фонд «Помощь»")
    try laureat.must(
      "grant", "create", "--id", "garden", "--title", "Сад", "--funder", "fund", "--programme", "Первый конкурс",
      "--nomination", "Двор", "--applied", "120000", "--awarded", "100 000,00", "--co-financing", "5000.50",
      "--starts", "2020-02-01", "--ends", "2020-12-31", "--status", "applied", "--date", "2019-12-01")
    try laureat.must("grant", "status", "garden", "awarded", "--date", "2020-01-20")
    try laureat.must("grant", "status", "garden", "agreementSigned", "--date", "2020-01-25")
    try laureat.must("grant", "status", "garden", "active", "--date", "2020-02-01")
    try laureat.must("grant", "receive", "garden", "--amount", "60000", "--date", "2020-02-10", "--document", "17")
    try laureat.must(
      "grant", "spend", "garden", "--amount", "25000,50", "--date", "2020-03-05", "--payee", "ООО «Парус»",
      "--document", "42")
  }
}
