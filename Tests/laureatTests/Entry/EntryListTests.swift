import Foundation
import Primitives
import Tables
import Testing

/// Lists that people look things up in, and take along.
struct EntryListTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.listed)
  }

  private func titles(_ arguments: String...) throws -> [String] {
    try laureat.run(["entry", "list", "--json"] + arguments).json().map("title").compactMap(\.string)
  }

  @Test(arguments: [
    ("скворечник", ["Скворечники для ёлки", "Дом скворечников"]),
    ("СКВОРЕЧНИКУ", ["Скворечники для ёлки", "Дом скворечников"]),
    ("скворечник дом", ["Дом скворечников"]), ("елка", ["Скворечники для ёлки"]), ("ёлками", ["Скворечники для ёлки"]),
    ("сквор", ["Скворечники для ёлки", "Дом скворечников"]), ("дом 1", ["дом 10"]),
    ("для ёл", ["Скворечники для ёлки"]),
    ("gardens", ["A garden"]), ("иод", []), ("скворечник мост", []),
    // The words may stand in the title and in the name.
    ("скворечник семёновым", ["Дом скворечников"]), ("семенов", ["Дом скворечников"]), ("№", []),
    ("", nil as [String]?),
  ])
  func `words are found in any form`(text: String, expected: [String]?) throws {
    let all = try titles()
    #expect(try titles("--text", text) == expected ?? all)
  }

  @Test func `filters narrow together`() throws {
    #expect(try titles("--age-group", "ДЕТИ") == ["Скворечники для ёлки", "дом 10"])
    #expect(try titles("--age-group", "дети", "--district", "центральный") == ["дом 10"])
    #expect(try titles("--age-group", "дет").isEmpty)
  }

  @Test(arguments: [
    ("number", ["Скворечники для ёлки", "Дом скворечников", "дом 10", "Дом 2", "A garden", "«Йод»", "Ёж"]),
    ("title", ["Дом 2", "дом 10", "Дом скворечников", "Ёж", "«Йод»", "Скворечники для ёлки", "A garden"]),
    ("submitted", ["Ёж", "«Йод»", "A garden", "Дом 2", "дом 10", "Дом скворечников", "Скворечники для ёлки"]),
    ("nomination", ["дом 10", "Ёж", "Скворечники для ёлки", "Дом скворечников", "Дом 2", "A garden", "«Йод»"]),
    ("applicant", ["Скворечники для ёлки", "дом 10", "Дом 2", "A garden", "«Йод»", "Дом скворечников", "Ёж"]),
  ])
  func `a list goes by the Russian alphabet, by days, or as the entries came`(order: String, expected: [String]) throws
  {
    #expect(try titles("--sort", order) == expected)
    let table = try laureat.must("entry", "list", "--sort", order).output.split(separator: "\n").dropFirst(2)
    #expect(zip(table, expected).allSatisfy { $0.contains($1) })
    #expect(table.count == expected.count)
  }

  private func rows(_ bytes: Data) throws -> [[Tables.Cell.Content]] {
    var rows = try TableFile(bytes: Array(bytes)).rows()
    var read: [[Tables.Cell.Content]] = []
    while let row = try rows.next() { read.append(row.cells.map(\.content)) }
    return read
  }

  @Test func `a workbook has real figures and days, and sums at its end`() throws {
    try laureat.must("entry", "list", "--text", "скворечник", "-o", "list.xlsx", "--lang", "ru")
    let rows = try rows(laureat.bytes("list.xlsx"))
    #expect(rows.count == 4)
    #expect(rows[0].contains(.text("Дата подачи")))
    #expect(rows[1].contains(.day(try #require(.init("2020-03-16")))))
    #expect(rows[1].contains(.number("3")))
    #expect(rows[3] == [.text("Всего"), .number("5")])
    let again = try laureat.bytes("list.xlsx")
    try laureat.must("entry", "list", "--text", "скворечник", "--format", "xlsx", "-o", "list.bin", "--lang", "ru")
    #expect(try laureat.bytes("list.bin") == again)
    // A pipe takes it as well.
    #expect(try laureat.must("entry", "list", "--text", "скворечник", "--format", "xlsx", "--lang", "ru").data == again)
  }

  @Test func `a table for Excel does no harm`() throws {
    try laureat.must(
      "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "=HYPERLINK(\"x\")", "--group=-5",
      "--date", "2020-03-10", "--processing-consent")
    try laureat.must("entry", "list", "-o", "list.CSV", "--lang", "ru")
    let text = try laureat.text("list.CSV")
    #expect(text.hasPrefix("\u{FEFF}Номер;Номинация;"))
    #expect(text.contains(";\"'=HYPERLINK(\"\"x\"\")\";-5;"))
    #expect(text.contains("16.03.2020"))
    try laureat.must("entry", "list", "-o", "list.xlsx")
    #expect(try rows(laureat.bytes("list.xlsx")).joined().contains(.text("=HYPERLINK(\"x\")")))
  }

  @Test func `the form is the one asked for, else that of the file's name`() throws {
    try laureat.must("entry", "list", "-o", "list.json")
    #expect(try laureat.text("list.json").hasPrefix("["))
    #expect(try laureat.must("entry", "list", "--format", "json").output == laureat.text("list.json"))
    #expect(try laureat.must("entry", "list", "--json").output == laureat.text("list.json"))
    try laureat.must("entry", "list", "-o", "list.txt")
    #expect(try laureat.text("list.txt").contains("────"))
    #expect(try laureat("entry", "list", "--json", "--format", "csv").status == 64)
    #expect(try laureat("entry", "list", "--format", "ods").status == 64)
    #expect(try laureat("entry", "list", "--sort", "size").status == 64)
  }

  @Test func `a workbook appears whole or not at all`() throws {
    #expect(try laureat("entry", "list", "-o", "none/list.xlsx").status == 73)
    try laureat.write("kept", to: "kept.xlsx")
    try laureat.must("entry", "list", "-o", "kept.xlsx")
    #expect(try rows(laureat.bytes("kept.xlsx")).count == 9)
    #expect(try laureat.names(in: ".").filter { $0.contains("kept") } == ["kept.xlsx"])
    #expect(try laureat("entry", "list", "-o", "store.sqlite", "--format", "xlsx").status == 64)
  }

  @Test func `a list of nothing is one all the same`() throws {
    try laureat.must("entry", "list", "--text", "нет такого", "-o", "none.xlsx", "--lang", "ru")
    #expect(try rows(laureat.bytes("none.xlsx")).count == 1)
    #expect(
      try laureat.must("entry", "list", "--text", "нет такого", "--format", "csv").output.split(separator: "\r\n").count
        == 1)
  }
}

extension PreparedStore {
  /// A contest with seven entries, whose titles and days sort differently.
  fileprivate static let listed = PreparedStore { laureat in
    try laureat.must("import", try laureat.write(Documents.announcement(), to: "fair.xml"))
    for (title, applicant, nomination, day, more) in [
      ("Скворечники для ёлки", "Боброва", "wood", "16", ["--age-group", "Дети", "--participants", "3"]),
      ("Дом скворечников", "Семёнов", "wood", "15", ["--participants", "2"]),
      ("дом 10", "Группа", "clay", "14", ["--age-group", "дети", "--district", "Центральный"]),
      ("Дом 2", "Группа", "wood", "13", []), ("A garden", "Группа", "wood", "12", []),
      ("«Йод»", "Группа", "wood", "11", []), ("Ёж", "Яшин", "clay", "10", []),
    ] {
      let result = try laureat.run(
        [
          "entry", "add", "--contest", "fair", "--nomination", nomination, "--title", title, "--group", applicant,
          "--date", "2020-03-\(day)", "--processing-consent",
        ] + more)
      try #require(result.status == 0, "\(result.errors)")
    }
  }
}
