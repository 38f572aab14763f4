import Foundation
import Primitives
import Tables
import Testing

/// The report to a funder as a workbook.
struct FunderWorkbookTests {
  let laureat: Command

  /// A project with 100,000.00 awarded, 60,000.00 received and 25,000.50 spent on the line `plants`.
  init() throws {
    laureat = try Command(.garden)
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "500")
    try laureat.must(
      "grant", "spend", "garden", "--amount", "120", "--date", "2020-05-06", "--line", "tools", "--payee", "=ООО",
      "--document", "77")
    try laureat.must(
      "grant", "spend", "garden", "--amount", "70,25", "--date", "2020-05-07", "--line", "tools", "--own")
    try laureat.must("grant", "indicator", "add", "garden", "--title", "Деревьев", "--unit", "шт", "--planned", "40")
    try laureat.must("grant", "indicator", "set", "garden", "n1", "--actual", "38,5", "--reason", "заморозки")
    try laureat.must(
      "grant", "checkpoint", "add", "garden", "--title", "Открытие", "--planned", "2020-09-01")
  }

  private func rows(_ sheet: String) throws -> [[Tables.Cell]] {
    var rows = try TableFile(bytes: Array(laureat.bytes("report.xlsx")), sheet: sheet).rows()
    var read: [[Tables.Cell]] = []
    while let row = try rows.next() { read.append(row.cells) }
    return read
  }

  private func report(_ arguments: String...) throws {
    try laureat.must(
      ["report"] + arguments + ["--year", "2020", "--format", "xlsx", "-o", "report.xlsx", "--lang", "ru"])
  }

  /// The numbers of a column by their letters, as the sheet has them.
  private func numbers(_ rows: ArraySlice<[Tables.Cell]>, _ column: Int) -> [Decimal] {
    rows.joined().filter { $0.place.column == column }.compactMap { cell in
      guard case .number(let digits) = cell.content else { return nil }
      return Decimal(string: digits)
    }
  }

  @Test(arguments: [["grant", "garden"], ["funder", "fund"]])
  func `every total is a formula whose value is the sum of the rows above`(subject: [String]) throws {
    try report(subject[0], subject[1])
    for (sheet, columns) in [
      ("Финансовая часть", [2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15]), ("Реестр расходов", [7, 8]),
    ] {
      let rows = try rows(sheet)
      let last = try #require(rows.last)
      for column in columns {
        let total = try #require(last.first { $0.place.column == column })
        #expect(total.hasFormula)
        #expect(numbers(rows.suffix(1), column) == [numbers(rows.dropLast(), column).reduce(0, +)])
      }
    }
  }

  /// A second project of the funder, of which 55.00 of the grant and 5.00 of its own are spent without a budget.
  private func withoutBudget() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must(
      "grant", "create", "--id", "yard", "--title", "Двор", "--funder", "fund", "--grantee", "school", "--awarded",
      "100", "--status",
      "planned",
      "--date", "2020-01-01")
    for status in ["applied", "awarded"] { try laureat.must("grant", "status", "yard", status, "--date", "2020-01-02") }
    try laureat.must("grant", "receive", "yard", "--amount", "90", "--date", "2020-01-10")
    try laureat.must("grant", "spend", "yard", "--amount", "55", "--date", "2020-02-10")
    try laureat.must("grant", "spend", "yard", "--amount", "5", "--date", "2020-02-11", "--own")
  }

  @Test func `what a project without a budget spent is in the totals`() throws {
    try withoutBudget()
    try report("funder", "fund")
    let budget = try rows("Финансовая часть")
    let row = try #require(budget.first { $0.first?.content == .text("Двор") })
    #expect(row.contains { $0.content == .text("Расходы без статьи") })
    #expect(row.contains { $0.content == .text("смета не введена") })
    // Spent of the grant is the same here and among the movements of money.
    let heads = try #require(budget.first)
    let spent = try #require(heads.first { $0.content == .text("Грант: освоено") }?.place.column)
    let money = try rows("Движение средств гранта")
    let moved = try #require(money.first?.first { $0.content == .text("Освоено с начала проекта") }?.place.column)
    let total = try #require(numbers(budget.suffix(1), spent).last)
    #expect(total == Decimal(string: "25175.5"))
    #expect(numbers(money.suffix(1), moved).last == total)
  }

  @Test(arguments: ["text", "html"])
  func `the financial part of a project without a budget is what it spent`(format: String) throws {
    try withoutBudget()
    let page = try laureat.must("report", "grant", "yard", "--year", "2020", "--format", format, "--lang", "ru").output
    for words in ["Финансовая часть", "Расходы без статьи", "смета не введена", "60,00"] {
      #expect(page.plain.contains(words), "\(page)")
    }
  }

  @Test(arguments: [["grant", "garden"], ["funder", "fund"]])
  func `what is left of the grant is a formula of what there was, came and went`(subject: [String]) throws {
    try report(subject[0], subject[1])
    let money = try rows("Движение средств гранта")
    #expect(money.count == 2)
    let digits = ["0", "60000", "25120.5", "0", "34879.5", "60000", "25120.5", "0"]
    for (column, digits) in zip(2..., digits) {
      #expect(numbers(money[1...], column) == [Decimal(string: digits) ?? .nan])
    }
    #expect(money[1].filter(\.hasFormula).map(\.place.column) == [6])
  }

  @Test(arguments: [["grant", "garden"], ["funder", "fund"]])
  func `a part is headed once on the first sheet`(subject: [String]) throws {
    try report(subject[0], subject[1])
    let titles = try rows("Сводка").compactMap { row -> String? in
      guard row.count == 1, case .text(let text) = row[0].content else { return nil }
      return text
    }
    #expect(titles.contains("Движение средств гранта") && titles.contains("Таблицы"))
    #expect(titles.contains("Отдельный лист: «Движение средств гранта»"))
    #expect(Set(titles).count == titles.count)
  }

  @Test func `what the first sheet says it says once, and days are days`() throws {
    try laureat.must("grant", "edit", "garden", "--co-financing", "150,50")
    try report("grant", "garden")
    let cells = try rows("Сводка").map { $0.map(\.content) }
    let term = try #require(cells.first { $0.first == .text("Срок проекта") })
    #expect(
      try term.dropFirst() == [.day(#require(Day("2020-02-01"))), .day(#require(Day("2020-12-31")))], "\(term)")
    #expect(cells.first { $0.first == .text("Софинансирование") }?.last == .number("150.5"))
    let words = cells.compactMap { row -> String? in
      guard row.count == 2, case .text(let text) = row[1], text.contains("рубл") else { return nil }
      return text
    }
    #expect(words.count == 4 && Set(words).count == 4, "\(words)")
  }

  @Test func `the register has the line, the day, the payee and the document of each expense`() throws {
    try report("grant", "garden")
    let rows = try rows("Реестр расходов").map { $0.map(\.content) }
    #expect(rows.count == 5)
    let bought = try #require(rows.first { $0.contains(.text("77")) })
    #expect(bought.first == .text("Инструмент"))
    #expect(bought.contains(.day(try #require(Day("2020-05-06")))))
    #expect(bought.contains(.text("=ООО")))
    #expect(bought.contains(.number("120")))
  }

  @Test func `indicators and checkpoints have their sheets`() throws {
    try report("funder", "fund")
    let indicator = try #require(try rows("Показатели").last).map(\.content)
    #expect(
      indicator == [
        .text("Деревьев"), .text("шт"), .number("40"), .number("38.5"), .number("-1.5"), .text("заморозки"),
      ])
    let checkpoint = try #require(try rows("Контрольные точки").last).map(\.content)
    #expect(checkpoint.prefix(2) == [.text("Открытие"), .day(try #require(Day("2020-09-01")))])
  }

  @Test func `the same report is the same file`() throws {
    try report("grant", "garden")
    let first = try laureat.bytes("report.xlsx")
    try report("grant", "garden")
    #expect(try laureat.bytes("report.xlsx") == first)
  }
}
