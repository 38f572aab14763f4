import Foundation
import GRDB
import Testing

/// `entry erase`: who applied is found nowhere afterwards, and every figure is still there.
struct ErasureTests {
  let laureat: Command

  static let personal = [
    "Зарубина-Тестовая", "Зарубиной-Тестовой", "Аграфена", "Аграфены", "Прохоровна", "Самойлов-Проверкин", "Капитолина",
    "Евстигнеева", "2011-05-06", "+7 900 111-22-33", "agrafena@example.org", "Незаметная", "6 «Ы»", "Тайное описание",
    "у колодца", "dom-zarubinoj.jpg", "особая пометка",
  ]

  init() throws {
    laureat = try Command()
    laureat.environment["LAUREAT_ACTOR"] = "clerk"
    try laureat.must("import", "-", input: Documents.announcement())
    try laureat.write(
      Documents.applications(Self.application(), Documents.application("b", participants: 2)),
      to: "заявка Зарубиной-Тестовой.xml")
    try laureat.must("import", "заявка Зарубиной-Тестовой.xml")
  }

  static func application(title: String = "Дом Аграфены", correction: Int = 0) -> String {
    """
    <application id="p"\(correction == 0 ? "" : " correctionNumber=\"\(correction)\"")><nomination>wood</nomination>
    <title>\(title)</title><description>Тайное описание</description>
    <applicant><person><name>Зарубина-Тестовая Аграфена Прохоровна</name><birthDay>2011-05-06</birthDay>
    <institution>Школа № 7</institution><schoolClass>6 «Ы»</schoolClass><leader>Самойлов-Проверкин П. П.</leader>
    <contact><phone>+7 900 111-22-33</phone><email>agrafena@example.org</email><address>ул. Незаметная, 5</address>
    </contact><representative>Зарубина-Тестовая Капитолина</representative></person></applicant>
    <participants count="3"><person><name>Евстигнеева Капитолина</name></person></participants><works>2</works>
    <leader>Самойлов-Проверкин П. П.</leader><territory oktmo="32701000">Город</territory><district>Центр</district>
    <site>двор у колодца</site><submittedAt>2020-03-10T10:00:00+07:00</submittedAt>
    <processingConsent given="true"/><attachment name="dom-zarubinoj.jpg" mediaType="image/jpeg" size="7"
    sha256="\(String(repeating: "ab", count: 32))"/>
    <extensions><x:n xmlns:x="urn:x">особая пометка</x:n></extensions></application>
    """
  }

  /// Everything that could have been remembered: corrections, states, a protocol, an export that was answered.
  func live() throws {
    try laureat.must(
      "import", "-",
      input: Documents.applications(Self.application(title: "Домик Аграфены", correction: 1), message: 5))
    try laureat.must("entry", "edit", "fair/1", "--works", "4", "--site", "двор у колодца, слева")
    try laureat.must("entry", "admit", "fair/1", "fair/2", "--date", "2020-04-01")
    try laureat.must(
      "entry", "refuse", "fair/1", "--date", "2020-04-02", "--reason", "нет подписи Зарубиной-Тестовой Капитолины")
    try laureat.must("entry", "admit", "fair/1", "--date", "2020-04-03")
    try laureat.must("export", "applications", "--contest", "fair", "-o", "sent.xml")
    try laureat.must(
      "import", "-",
      input: Documents.results(
        Documents.result(
          "p",
          "<nomination>wood</nomination><title>Домик Аграфены</title><applicant>Зарубина-Тестовая А. П.</applicant>"
            + "<award place=\"1\"/><note>Аграфена была одна</note>"), Documents.result("b")))
    try laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-12", "--reason",
      "по просьбе Аграфены")
  }

  /// Each value as it might be spelled somewhere: folded for search, in capitals, taken apart as on a Mac, escaped as in
  /// JSON, in the words of other programs; a telephone by its digits, a day as people write it.
  static let spellings: [Data] = {
    var all = Set((personal + ["06.05.2011", "6 мая 2011", "79001112233", "9001112233"]).map { Data($0.utf8) })
    for word in personal {
      for text in [word, word.lowercased(), word.uppercased(), word.replacing("ё", with: "е")] {
        let escaped = text.utf16.map { $0 < 128 ? String(UnicodeScalar(UInt8($0))) : "\\u" + hexadecimal($0) }.joined()
        all.formUnion(
          [
            Data(text.utf8), Data(text.decomposedStringWithCanonicalMapping.utf8), Data(escaped.utf8),
            text.data(using: .utf16LittleEndian), text.data(using: .windowsCP1251),
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics).map { Data($0.utf8) },
          ].compactMap { $0 })
      }
    }
    return Array(all)
  }()

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  func expectNothing(in bytes: Data, _ what: String) {
    for spelling in Self.spellings {
      #expect(bytes.range(of: spelling) == nil, "\(String(decoding: spelling, as: UTF8.self)) is in \(what)")
    }
  }

  func expectNothingInFiles() throws {
    for suffix in ["", "-wal", "-shm", "-journal"] where laureat.exists("store.sqlite" + suffix) {
      expectNothing(in: try laureat.bytes("store.sqlite" + suffix), "the store\(suffix)")
    }
    let backup = try laureat.must("backup", "backup.sqlite", "--force")
    expectNothing(in: backup.data + Data(backup.errors.utf8), "what backup says")
    expectNothing(in: try laureat.bytes("backup.sqlite"), "the backup")
  }

  func erase(_ more: String...) throws -> Command.Result {
    try laureat.run(
      ["entry", "erase", "fair/1", "--reason", "отозвано согласие", "--date", "2020-06-02", "--json"] + more)
  }

  @Test func `the person is found nowhere, whatever happened to the entry before`() throws {
    try live()
    let act = try erase()
    #expect(act.status == 0, "\(act.errors)")
    expectNothing(in: act.data, "the act")
    expectNothing(in: Data(act.errors.utf8), "the messages")
    try expectNothingInFiles()
    for arguments in [
      ["export", "applications", "--contest", "fair"], ["export", "results", "--contest", "fair"],
      ["entry", "show", "fair/1"], ["entry", "show", "fair/1", "--json"], ["entry", "list", "--json"],
      ["winner", "list", "--contest", "fair", "--json"], ["report", "year", "--year", "2020", "--json"],
    ] {
      let result = try laureat.run(arguments)
      #expect(result.status == 0, "\(arguments) \(result.errors)")
      expectNothing(in: result.data, arguments.joined(separator: " "))
    }
  }

  @Test func `the figures stay, and the chain of events holds`() throws {
    try live()
    let figures = try laureat.must("contest", "show", "fair", "--json").output
    let before = try laureat.must("entry", "show", "fair/1", "--json").json()
    _ = try erase()
    #expect(try laureat.must("contest", "show", "fair", "--json").output == figures)
    let after = try laureat.must("entry", "show", "fair/1", "--json").json()
    for key in ["registration", "id", "nomination", "status", "participants", "works", "territory", "submittedAt"] {
      #expect(after[key] == before[key])
    }
    #expect(after["applicant"] == "Участник")
    #expect(after["title"] == "Название скрыто")
    #expect(after["erased"]["reason"] == "отозвано согласие")
    #expect(after["erased"]["date"] == "2020-06-02")
    let events = try DatabaseQueue(path: laureat.store.path).read { database in
      try String.fetchAll(database, sql: "SELECT kind || ' ' || subject FROM event WHERE kind = 'entry.erase'")
    }
    #expect(events == ["entry.erase fair/1"])
  }

  @Test func `the act says what was removed and which messages still hold it`() throws {
    try live()
    let act = try erase().json()
    #expect(act["registration"] == "fair/1")
    #expect(act["reason"] == "отозвано согласие")
    #expect(act["event"].int != nil)
    let counts = Dictionary(
      uniqueKeysWithValues: act["removed"].list.map { ($0["field"].string ?? "", $0["count"].int ?? 0) })
    #expect(counts["applicant"] == 1)
    #expect(counts["contacts"] == 3)
    #expect(counts["people"] == 1)
    #expect(counts["reasons"] == 3)
    #expect(counts["protocols"] == 1)
    #expect(try #require(counts["earlierVersions"]) > 0)
    #expect(act["sentIn"].list.count == 1)
    #expect(act["sentIn"][0]["file"] == "sent.xml")
    #expect(act["receivedIn"].list.count == 2)
  }

  @Test func `an act for a person names nobody, on paper too`() throws {
    for language in ["ru", "en"] {
      let again = try ErasureTests()
      let act = try again.laureat.must(
        "entry", "erase", "fair/1", "--reason", "отозвано согласие", "--lang", language, "--format", "html")
      #expect(act.output.contains("fair/1"))
      expectNothing(in: act.data, "the act")
    }
  }

  @Test func `a dry run changes nothing`() throws {
    let result = try erase("--dry-run")
    #expect(result.status == 0)
    #expect(try result.json()["registration"] == "fair/1")
    #expect(try laureat.must("entry", "show", "fair/1").output.contains("Зарубина-Тестовая"))
  }

  @Test func `a version that arrives later does not bring the person back`() throws {
    _ = try erase()
    for document in [
      Documents.applications(Self.application(), message: 7),
      Documents.applications(Self.application(correction: 1), message: 8),
      Documents.applications(Self.application(correction: 2), message: 9),
    ] {
      let result = try laureat("import", "-", "--json", input: document)
      #expect(result.status == 1)
      #expect(try result.json()[0]["diagnostics"].map("code").contains("GC-010-0020"))
    }
    try laureat.must(
      "import", "-",
      input: Documents.results(
        Documents.result(
          "p", "<title>Дом Аграфены</title><applicant>Зарубина-Тестовая А. П.</applicant><award place=\"1\"/>")))
    try expectNothingInFiles()
  }

  @Test func `the same message again is still answered by its receipt`() throws {
    _ = try erase()
    let again = try laureat("import", "заявка Зарубиной-Тестовой.xml", "--receipt", "receipt.xml", "--json")
    #expect(again.status == 0)
    #expect(try again.json()[0]["status"] == "duplicate")
    #expect(try laureat.xmllint("receipt.xml", "receipt").status == 0)
    expectNothing(in: try laureat.bytes("receipt.xml"), "the receipt")
  }

  @Test func `a withdrawal that arrives later is taken without its reason`() throws {
    _ = try erase()
    try laureat.must(
      "import", "-",
      input: Documents.applications(Documents.withdrawal("p", reason: "Аграфена уехала"), message: 9))
    #expect(try laureat.must("entry", "show", "fair/1", "--json").json()["status"] == "withdrawn")
    try expectNothingInFiles()
  }

  @Test func `an erased entry is not edited and not erased twice`() throws {
    _ = try erase()
    let twice = try erase()
    #expect(twice.status == 1)
    #expect(twice.errors.contains("GC-010-0020"))
    #expect(twice.errors.plain.contains("2 June 2020"))
    #expect(try laureat("entry", "edit", "fair/1", "--works", "5").errors.contains("GC-010-0020"))
  }

  @Test(arguments: [
    "просьба Зарубиной-Тестовой", "по звонку с +7 900 555-44-33", "письмо с mail@example.org", "просьба Аграфены",
  ])
  func `a reason that names someone is refused`(reason: String) throws {
    let result = try laureat("entry", "erase", "fair/1", "--reason", reason)
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-010-0021"))
    #expect(try laureat.must("entry", "show", "fair/1").output.contains("Зарубина-Тестовая"))
  }

  @Test func `what is not there is refused, and a running contest is warned about`() throws {
    #expect(try laureat("entry", "erase", "fair/9", "--reason", "r").status == 1)
    #expect(try laureat("entry", "erase", "fair/1", "--reason", "r", "--date", "2999-01-01").status == 1)
    #expect(try erase().errors.contains("GC-040-0006"))
  }

  @Test func `other entries of the same person are named in the act`() throws {
    try laureat.must(
      "import", "-",
      input: Documents.applications(Self.application().replacing("id=\"p\"", with: "id=\"q\""), message: 6))
    #expect(try erase().json()["others"] == ["fair/3"])
  }

  @Test func `an organisation keeps its name and loses its contacts and leader`() throws {
    let application = Self.application(title: "Дом").replacing(
      /<applicant>.*<\/applicant>/.dotMatchesNewlines(),
      with: """
        <applicant><organisation id="school"><title>Школа № 7</title><inn>4205123459</inn><contact>
        <phone>+7 900 111-22-33</phone></contact></organisation></applicant>
        """)
    try laureat.must(
      "import", "-", input: Documents.applications(application.replacing("\"p\"", with: "\"o\""), message: 6))
    try laureat.must("entry", "erase", "fair/3", "--reason", "r")
    let shown = try laureat.must("entry", "show", "fair/3", "--json").json()
    #expect(shown["applicant"] == "Школа № 7")
    let export = try laureat.must("export", "applications", "--contest", "fair").output
    #expect(export.contains("4205123459"))
    try laureat.must("entry", "erase", "fair/1", "--reason", "r")
    try expectNothingInFiles()
  }
}
