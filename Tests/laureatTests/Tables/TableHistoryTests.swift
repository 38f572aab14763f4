import Foundation
import TableSamples
import Testing

/// A table leaves in the store what a document would: a message, its receipt, an event, and the way back.
struct TableHistoryTests {
  let office: Office
  var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
    _ = try office.take(Documents.announcement())
  }

  private func take(_ table: String = TableImportTests.table) throws -> String {
    try laureat.write(table, to: "a.csv")
    try laureat.must("import", "a.csv", "--contest", "fair", "--receipt", "receipt.xml")
    return String(try #require(try office.json("history").list.last?["id"].int))
  }

  @Test func `an import of a table is an event of the message it made`() throws {
    _ = try take()
    let event = try #require(try office.json("history").list.last)
    #expect(event["kind"] == "import")
    let message = try #require(try office.json("message", "list").list.last)
    #expect(message["document"] == "applications")
    #expect(message["sender"] == "city")
    #expect(message["accepted"] == 2)
    #expect(event["subject"] == message["messageID"])
    #expect(try laureat("check", "receipt.xml").status == 0)
    #expect(try laureat.must("receipt", "show", "receipt.xml").output.contains("fair/1"))
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `it is taken back, and may come again`() throws {
    let before = try laureat.state()
    let event = try take()
    try laureat.must("undo", event, "--reason", "не тот файл")
    #expect(try laureat.state() == before)
    #expect(try office.json("message", "list").list.last?["status"] == "takenBack")
    _ = try take()
    #expect(try office.json("entry", "list").map("registration") == ["fair/3", "fair/4"])
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a correction in a table is taken back to the version before`() throws {
    _ = try take()
    let before = try laureat.state()
    let event = try take(
      """
      Номер;Номинация;Название;Заявитель;Дата подачи;Согласие;Исправление
      з-1;wood;Ларец;Семья Ромашкиных;10.03.2020;да;1
      """)
    #expect(try office.json("entry", "show", "fair/1")["title"] == "Ларец")
    try laureat.must("undo", event)
    #expect(try laureat.state() == before)
  }

  @Test func `what a later act builds on stays`() throws {
    let event = try take()
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
    let state = try laureat.state()
    let refused = try laureat("undo", event)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-010-0012"))
    #expect(try laureat.state() == state)
  }

  @Test func `a changed row needs the number of its correction`() throws {
    _ = try take()
    try laureat.write(TableImportTests.table.replacing("Шкатулка", with: "Ларец"), to: "b.csv")
    let changed = try laureat("import", "b.csv", "--contest", "fair", "--lang", "ru")
    #expect(changed.status == 3)
    #expect(changed.errors.contains("b.csv:2: "))
    #expect(changed.errors.contains("столбец «исправление»"))
    #expect(try office.json("entry", "show", "fair/1")["title"] == "Шкатулка")
  }

  @Test func `an erased person does not come back with the table`() throws {
    _ = try take()
    try laureat.must("entry", "erase", "fair/1", "--reason", "отзыв согласия", "--date", "2020-04-01")
    let before = try laureat.state()
    try laureat.write(TableImportTests.table + "\n", to: "b.csv")
    let again = try laureat("import", "b.csv", "--contest", "fair")
    #expect(again.status == 3)
    #expect(try laureat.state() == before)
    #expect(try laureat.must("entry", "list", "--contest", "fair").output.contains("Ромашкин") == false)
  }
}
