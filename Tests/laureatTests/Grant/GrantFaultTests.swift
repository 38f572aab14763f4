import Foundation
import TableSamples
import Testing

/// What cannot be true of a payment is told with its code and its place, whichever way it comes, and nothing is recorded.
struct GrantFaultTests {
  let laureat: Command

  /// A project with 100,000.00 awarded and 60,000.00 received from 2020-02-10 on, with January and February 2021 beyond its
  /// days; March is closed.
  init() throws {
    laureat = try Command(.garden)
    try laureat.must("grant", "close", "garden", "--from", "2020-03-01", "--to", "2020-03-31", "--date", "2020-04-10")
  }

  /// A payment with one thing wrong.
  struct Payment: CustomTestStringConvertible, Sendable {
    let fault: String
    let code: String
    /// In a table: A to F; nil for a fault of the whole row.
    var column: Character?
    /// The element in a document.
    var element = "expense"
    var status: Int32 = 1
    var date = "2020-04-01"
    var amount = "5,00"
    var line = "plants"
    var currency = "RUB"
    /// How often the payment stands there.
    var times = 1
    /// Where it is no error: papers that come late are only warned of, everywhere or in a document.
    var isWarning = false
    var isWarningInDocument = false

    var testDescription: String { fault }

    var cells: [String] { [date, amount, line, currency, "7", "ИП Ель"] }

    func xml(_ id: String) -> String {
      """
      <expense id="\(id)"><date>\(date)</date>
      <amount currency="\(currency)">\(amount.replacing(/,(\d\d)$/) { ".\($0.1)" })</amount>
      <line>\(line)</line>
      <payee>ИП Ель</payee><document number="7"/></expense>
      """
    }
  }

  static let payments = [
    Payment(
      fault: "after the project's days", code: "GC-040-0123", column: "A", element: "expense/date", date: "2021-01-15",
      isWarning: true),
    Payment(fault: "before the award", code: "GC-040-0122", column: "A", element: "expense/date", date: "2020-01-19"),
    Payment(fault: "in the future", code: "GC-040-0120", column: "A", element: "expense/date", date: "2999-01-01"),
    Payment(fault: "on an unknown line", code: "GC-050-0020", column: "C", element: "expense/line", line: "стулья"),
    Payment(fault: "beyond the balance", code: "GC-040-0102", column: "B", amount: "34999,51"),
    Payment(
      fault: "in another currency", code: "GC-040-0201", column: "D", element: "expense/amount", currency: "USD"),
    Payment(fault: "doubled", code: "GC-040-0108", column: "B", times: 2, isWarningInDocument: true),
    Payment(fault: "in a closed period", code: "GC-040-0125", column: "A", date: "2020-03-31"),
    Payment(
      fault: "of an ambiguous amount", code: "GC-030-000", column: "B", element: "expense/amount", amount: "1,300"),
  ]

  @Test(arguments: payments)
  func `a typed payment is refused`(payment: Payment) throws {
    let words = [
      "grant", "spend", "garden", "--date", payment.date, "--amount", payment.amount, "--currency", payment.currency,
      "--document", "7", "--payee", "ИП Ель",
    ]
    if payment.line != "стулья" {
      for _ in 1..<payment.times { try laureat.must(words + ["--line", payment.line]) }
    }
    let before = try laureat.state()
    let result = try laureat.run(words + ["--line", payment.line == "стулья" ? "chairs" : payment.line])
    if payment.isWarning {
      #expect(result.status == 0)
      #expect(result.errors.contains(payment.code))
      return
    }
    // What is not even an amount, or names what no document could, is a mistake of the command line.
    let isUsage = payment.amount == "1,300"
    #expect(result.status == (isUsage ? 64 : 1), "\(result.errors)")
    #expect(isUsage || result.errors.contains(payment.code), "\(result.errors)")
    #expect(result.errors.contains("→"), "no advice: \(result.errors)")
    #expect(try laureat.state() == before)
  }

  private static let header = ["дата", "сумма", "статья", "валюта", "номер документа", "получатель"]

  @Test(arguments: payments, ["csv", "xlsx"])
  func `a row of a table is refused with its cell`(payment: Payment, form: String) throws {
    let sound = ["2020-04-02", "6,00", "plants", "RUB", "8", "ИП Ель"]
    let rows = [Self.header, sound] + Array(repeating: payment.cells, count: payment.times)
    let file = "spent.\(form)"
    let bytes =
      form == "csv"
      ? Data(rows.map { $0.map { "\"\($0)\"" }.joined(separator: ";") }.joined(separator: "\n").utf8)
      : Data(try workbook(rows: rows.map { $0.map { .text($0) } }))
    try bytes.write(to: laureat.folder.appending(path: file))
    let before = try laureat.state()
    let result = try laureat("grant", "expense", "import", "garden", file)
    #expect(result.errors.contains(payment.code), "\(result.errors)")
    let row = 2 + payment.times
    let column = payment.column.map { Int($0.asciiValue ?? 65) - 64 }
    let place = column.map { form == "csv" ? ":\(row):\($0)" : "\(payment.column ?? "A")\(row)" } ?? ":\(row)"
    #expect(result.errors.contains(place), "\(place) in \(result.errors)")
    if payment.isWarning {
      #expect(result.status == 0)
      return
    }
    #expect(result.status == 1 || result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("→"), "no advice: \(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test(arguments: payments)
  func `a payment in a document is refused with its line and column`(payment: Payment) throws {
    let ids = (0..<payment.times).map { "x\($0)" }
    let movements = Documents.movementsInOrder + "\n" + ids.map(payment.xml).joined(separator: "\n")
    let document = Documents.portfolio(
      Documents.project(movements: movements).replacing(">стулья<", with: ">chairs<"), message: 77)
    let before = try laureat.state()
    let result = try laureat.run(["import", "-", "--json"], input: document)
    let found = try result.json()[0]["diagnostics"].list.first { $0["code"].string?.hasPrefix(payment.code) == true }
    let finding = try #require(found, "\(result.output)")
    let isWarning = payment.isWarning || payment.isWarningInDocument
    #expect(finding["severity"] == .string(isWarning ? "warning" : "error"))
    #expect(try #require(finding["line"].int) > 1)
    #expect(try #require(finding["column"].int) > 0)
    #expect(try #require(finding["path"].string).replacing(/\[\d+\]/, with: "").hasSuffix(payment.element))
    #expect(isWarning == (result.status == 0))
    if !isWarning { #expect(try laureat.state() == before) }
  }

  // MARK: Money that comes in

  @Test func `more than was awarded does not come in, typed or in a document`() throws {
    let before = try laureat.state()
    let typed = try laureat("grant", "receive", "garden", "--amount", "40000,01", "--date", "2020-05-12")
    #expect(typed.status == 1)
    #expect(typed.errors.contains("GC-040-0100"))
    let planned = try laureat("grant", "instalment", "add", "garden", "--amount", "40000,01", "--date", "2020-06-01")
    #expect(planned.status == 1)
    #expect(planned.errors.contains("GC-040-0109"))
    let more = """
      <instalment id="i2"><receivedOn>2020-05-12</receivedOn><received currency="RUB">40000.01</received></instalment>
      """
    let document = Documents.portfolio(
      Documents.project(movements: Documents.movementsInOrder.replacing("<expense", with: more + "<expense")),
      message: 78)
    let result = try laureat.run(["import", "-", "--json"], input: document)
    let finding = try result.json()[0]["diagnostics"].first("code", "GC-040-0100")
    #expect(finding["severity"] == "error")
    #expect(finding["line"] != .null)
    #expect(try laureat.state() == before)
  }
}
