import Foundation
import Testing

/// Applications from the tables of the office.
struct TableImportTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml")
  }

  @discardableResult
  private func take(_ table: String, _ options: String..., name: String = "a.csv") throws -> Command.Result {
    try laureat.write(table, to: name)
    return try laureat.run(["import", name, "--contest", "fair"] + options)
  }

  private func entries() throws -> Value { try laureat.must("entry", "list", "--contest", "fair", "--json").json() }

  static let table = """
    Номер;Номинация;Название;Заявитель;Дата подачи;Количество участников;Согласие
    з-1;wood;Шкатулка;Семья Ромашкиных;10.03.2020;3;да
    з-2;Глина;Кувшин;Семья Васильковых;2020-03-11;;да
    """

  // MARK: What is taken

  @Test(arguments: [
    Data(table.utf8), table.data(using: .windowsCP1251) ?? Data(), table.data(using: .utf16) ?? Data(),
    Data([0xEF, 0xBB, 0xBF]) + Data(table.replacing("\n", with: "\r\n").utf8),
    Data(table.replacing(";", with: "\t").utf8), Data(table.replacing(";", with: ",").utf8),
  ])
  func `a table is taken as the office saves it`(bytes: Data) throws {
    try bytes.write(to: laureat.folder.appending(path: "a.csv"))
    let verdict = try laureat.must("import", "a.csv", "--contest", "fair", "--json").json()[0]
    #expect(verdict["document"] == "applications")
    #expect(verdict["status"] == "accepted")
    #expect(verdict["accepted"] == 2)
    let entries = try entries()
    #expect(entries.map("id") == ["з-1", "з-2"])
    #expect(entries.map("nomination") == ["wood", "clay"])
    #expect(entries[0]["applicant"] == "Семья Ромашкиных")
    #expect(entries[0]["participants"] == 3)
    #expect(entries[1]["participants"] == .null)
    #expect(entries[1]["submittedAt"] == "2020-03-11T12:00:00Z")
  }

  @Test func `columns are found by their English names too, in any order and spelling`() throws {
    let table = """
      Applicant,"  TITLE ",Nomination,ID,Submitted,Processing  consent
      Smith,Box,wood,e-1,2020-03-10,yes
      """
    #expect(try take(table).status == 0)
    #expect(try entries().map("id") == ["e-1"])
  }

  @Test func `the same file again changes nothing, and gives the same receipt`() throws {
    try take(Self.table, "--receipt", "first.xml")
    let before = try laureat.state()
    let again = try take(Self.table, "--receipt", "second.xml", "--json")
    #expect(again.status == 0)
    #expect(try again.json()[0]["status"] == "duplicate")
    #expect(try laureat.state() == before)
    #expect(try laureat.bytes("first.xml") == laureat.bytes("second.xml"))
    #expect(try laureat("check", "first.xml").status == 0)
  }

  @Test func `a row without a number is known again as long as it says the same`() throws {
    let table = "Номинация;Название;Заявитель;Дата подачи\nwood;Шкатулка;Ромашкины;10.03.2020\n"
    try take(table)
    let more = try take("wood;Ларец;Васильковы;11.03.2020\n".inserted(after: table), "--json").json()[0]
    #expect(more["unchanged"] == 1)
    #expect(more["accepted"] == 1)
    #expect(try entries().list.count == 2)
  }

  @Test func `who applies is told by the columns`() throws {
    let table = """
      id;title;nomination;submitted;applicant;organisation;inn;birth day;people;school;phone
      a;Ваза;wood;2020-03-10;Анна;;;01.02.2010;;Школа № 1;+7 900 000-00-00
      b;Ваза;wood;2020-03-10;;Дом творчества;4205123459;;Аня, 5 лет;;
      c;Ваза;wood;2020-03-10;Вера;Лицей;;;;;
      """
    let result = try take(table)
    #expect(result.status == 0, "\(result.errors)")
    let shown = try ["a", "b", "c"].map {
      try laureat.must("export", "applications", "--contest", "fair", input: $0).output
    }
    #expect(shown[0].contains("<birthDay>2010-02-01</birthDay>"))
    #expect(shown[0].contains("<institution>Школа № 1</institution>"))
    #expect(shown[0].contains("id=\"RU-INN-4205123459\""))
    #expect(shown[0].contains("<institution>Лицей</institution>"))
  }

  @Test func `a table is known by its content and not by its name`() throws {
    #expect(try take(Self.table, name: "a.xml").status == 0)
    try laureat.write(Documents.applications(Documents.application("x")), to: "b.csv")
    #expect(try laureat("import", "b.csv", "--contest", "fair").status == 0)
    #expect(try entries().list.count == 3)
  }

  @Test func `a table comes through standard input`() throws {
    try laureat.must("import", "-", "--contest", "fair", input: Self.table)
    #expect(try entries().list.count == 2)
  }

  @Test func `a pipe is told by what comes through it, whatever it is called`() throws {
    try laureat.write(Self.table, to: "a.csv")
    try laureat.write(Documents.applications(Documents.application("x")), to: "b.xml")
    for (file, count) in [("a.csv", 2), ("b.xml", 1)] {
      for name in ["-", "/dev/stdin"] {
        let piped = try laureat.shell("cat \(file) | $laureat import \(name) --contest fair --dry-run --json")
        #expect(try piped.json()[0]["accepted"] == .init(integerLiteral: count), "\(file) \(name): \(piped.errors)")
      }
    }
    let plain = try laureat.shell("cat b.xml | $laureat import /dev/stdin --json")
    #expect(try plain.json()[0]["accepted"] == 1)
  }

  @Test func `without a contest a table is known by its columns, unless its name says that it is none`() throws {
    try laureat.write(Self.table, to: "a.csv")
    try laureat.write(Self.table, to: "b.xml")
    try (Self.table.data(using: .utf16) ?? Data()).write(to: laureat.folder.appending(path: "c.txt"))
    #expect(try laureat("check", "a.csv").status == 0)
    #expect(try laureat("check", "c.txt").status == 0)
    #expect(try laureat("check", "b.xml").errors.contains("GC-020-0021"))
  }

  @Test func `a day for all rows may be named`() throws {
    let table = "id;title;nomination;applicant\na;Ваза;wood;Анна\n"
    #expect(try take(table).errors.contains("GC-020-0046"))
    #expect(try take(table, "--submitted", "2020-03-05").status == 0)
    #expect(try entries()[0]["submittedAt"] == "2020-03-05T12:00:00Z")
  }

  @Test func `a dry run leaves the store as it was`() throws {
    let before = try laureat.state()
    #expect(try take(Self.table, "--dry-run").status == 0)
    #expect(try laureat.state() == before)
  }

  @Test func `a table is checked without a store`() throws {
    try laureat.write(Self.table, to: "a.csv")
    let check = try laureat("check", "a.csv", "--json")
    #expect(check.status == 0)
    #expect(try check.json()[0]["accepted"] == 2)
    let together = try laureat("check", "a.csv", "announcement.xml", "--contest", "fair")
    #expect(together.status == 0)
    try laureat.write(Self.table.replacing("wood", with: "stone"), to: "b.csv")
    #expect(try laureat("check", "b.csv", "announcement.xml", "--contest", "fair").status == 3)
  }

  // MARK: What is refused

  /// A table that is refused as a whole, the code and place that say why.
  @Test(arguments: [
    ("Номер;Название;Заявитель;Дата подачи;Райн\n1;Ваза;Анна;2020-03-10;x\n", "GC-020-0044", "a.csv:1:5"),
    ("Номер;Название;Заявитель;Дата подачи\n1;Ваза;Анна;2020-03-10;x\n", "GC-020-0044", "a.csv:2:5"),
    ("Номер;Название;Название работы;Заявитель;Дата подачи\n", "GC-020-0045", "a.csv:1:3"),
    ("Номер;Номинация;Дата подачи\n1;wood;2020-03-10\n", "GC-020-0046", "a.csv:1"),
    ("Анна;Ваза;2020-03-10\nВера;Ваза;2020-03-10\n", "GC-020-0043", "a.csv:1"),
    ("id;title;applicant;submitted\n1;=A1;Анна;2020-03-10\n", "GC-020-0048", "a.csv:2:2"),
    ("id;title;applicant;submitted\n1;\"Ваза;Анна;2020-03-10\n", "GC-020-0051", "a.csv:2:2"),
    ("id;title;applicant;submitted\n", "GC-020-0003", "a.csv"),
  ])
  func `a table that is none of applications is refused as a whole`(
    table: String, code: String, place: String
  ) throws {
    let before = try laureat.state()
    let result = try take(table)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(result.errors.contains("\(place):"), "\(result.errors)")
    #expect(result.errors.contains("→"))
    #expect(try laureat.state() == before)
  }

  @Test func `unknown columns are left out when that is asked for`() throws {
    let table = Self.table.split(separator: "\n").enumerated()
      .map { $0 == 0 ? "\($1);Примечание" : "\($1);=1+1" }.joined(separator: "\n")
    #expect(try take(table).status == 65)
    #expect(try take(table, "--ignore-unknown-columns").status == 0)
    #expect(try entries().list.count == 2)
  }

  @Test func `a table of many columns of others is read by those that are known`() throws {
    let table = "a;b;c;d;e;f;Название;Заявитель;Дата подачи;Номинация\n1;2;3;4;5;6;Ваза;Анна;2020-03-10;wood\n"
    #expect(try take(table).errors.contains("GC-020-0043"))
    #expect(try take(table, "--ignore-unknown-columns").status == 0)
  }

  @Test func `every bad cell is named by its row and column, and the other rows are taken`() throws {
    let table = """
      id;nomination;title;applicant;submitted;participants;inn;consent
      a b;wood;Ваза;Анна;2020-03-10;1;;да
      c;wood;;Анна;2020-03-10;1;;да
      d;wood;Ваза;Анна;вчера;1;;да
      e;wood;Ваза;Анна;2020-03-10;много;;да
      f;wood;Ваза;Дом;2020-03-10;1;4205123450;да
      g;wood;Ваза;Анна;2020-03-10;1;;возможно
      h;stone;Ваза;Анна;2020-03-10;1;;да
      i;wood;Ваза;Анна;2020-04-10;1;;да
      j;wood;Ваза;Анна;2020-03-10;1;;да
      j;wood;Ваза;Анна;2020-03-10;1;;да
      """
    let result = try take(table, "--json")
    #expect(result.status == 3)
    let verdict = try result.json()[0]
    #expect(verdict["accepted"] == 1)
    #expect(verdict["rejected"] == 9)
    let found = verdict["diagnostics"].list.map { "\($0["line"].int ?? 0):\($0["column"].int ?? 0)" }
    #expect(Set(found).isSuperset(of: ["2:1", "3:3", "4:5", "5:6", "6:7", "7:8", "8:2", "9:5"]), "\(found)")
    #expect(verdict["diagnostics"].list.contains { $0["code"] == "GC-040-0240" && $0["line"] == 11 })
    #expect(try entries().map("id") == ["j"])
  }

  @Test func `a cell of no-break spaces is an empty one`() throws {
    let result = try take("id;title;applicant;submitted\na;\u{A0};Анна;2020-03-10\n")
    #expect(result.status == 65)
    #expect(result.errors.contains("a.csv:2:2: "), "\(result.errors)")
    #expect(result.errors.contains("GC-030-0002"))
  }

  @Test func `one bad row refuses the table when that is asked for`() throws {
    let before = try laureat.state()
    let result = try take(Self.table.replacing("10.03.2020", with: "10.04.2020"), "--all-or-nothing")
    #expect(result.status == 1)
    #expect(try laureat.state() == before)
  }

  @Test func `a table needs a contest, and one that is there`() throws {
    try laureat.write(Self.table, to: "a.csv")
    let nameless = try laureat("import", "a.csv")
    #expect(nameless.status == 65)
    #expect(nameless.errors.contains("GC-020-0052"))
    let unknown = try laureat("import", "a.csv", "--contest", "other")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("GC-050-0001"))
  }

  @Test func `what people wrote is not repeated in messages`() throws {
    let table = """
      id;nomination;title;applicant;submitted;phone;inn
      Иванова Мария;wood;Ваза;\(String(repeating: "Иванова", count: 100));2020-03-10;+79131234567;1
      """
    let result = try take(table)
    #expect(result.status == 65)
    for value in ["Иванов", "Мария", "9131234567"] { #expect(!result.errors.contains(value), "\(result.errors)") }
  }
}

extension String {
  fileprivate func inserted(after text: String) -> String { text + self }
}
