import Primitives
import Reports
import Testing

struct CSVTests {
  private func row(_ fields: [CSV.Field], _ language: Language = .russian) -> String {
    String(decoding: CSV.bytes([fields], language).dropFirst(3), as: UTF8.self)
  }

  @Test func `it begins with a byte order mark and ends lines in CR LF`() {
    let bytes = CSV.bytes([[.text("а")], [.text("б")]], .russian)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == "а\r\nб\r\n")
  }

  @Test func `amounts have no grouping, and a comma in Russian`() throws {
    let amount = CSV.Field.amount(try Fixture.amount("1300000.50"))
    #expect(row([amount, .count(15012), .day(try Fixture.day("2020-03-01"))]) == "1300000,50;15012;01.03.2020\r\n")
    #expect(
      row([amount, .count(15012), .day(try Fixture.day("2020-03-01"))], .english) == "1300000.50,15012,2020-03-01\r\n")
  }

  @Test func `separators, quotes and line breaks are quoted`() {
    #expect(
      row([.text("а;б"), .text("\"в\""), .text("г\nд"), .text("е,ё")]) == "\"а;б\";\"\"\"в\"\"\";\"г\nд\";е,ё\r\n")
    #expect(row([.text("а;б"), .text("е,ё")], .english) == "а;б,\"е,ё\"\r\n")
  }

  @Test(arguments: ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "--1", "-"])
  func `a text that a spreadsheet would calculate stays a text`(text: String) {
    #expect(row([.text(text)]).trimmed(of: "\"").hasPrefix("'"))
  }

  @Test(arguments: ["-5", "+7,5", "-1300000.50", "Кемерово", "5-я школа", ""])
  func `a number with a sign and an ordinary text are left alone`(text: String) {
    #expect(row([.text(text)]) == text + "\r\n")
  }

  @Test func `a negative amount stays a number`() throws {
    #expect(row([.amount(.zero - (try Fixture.amount("200.00")))]) == "-200,00\r\n")
  }

  @Test func `the funder's table has one row per project and as many cells as titles`() throws {
    let text = String(decoding: try Fixture.funderReport().csv(.russian).dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.split(separator: ";", omittingEmptySubsequences: false).count == 16 })
    #expect(lines[1].contains(";RUB;1300000,00;0,00;0,00;0,00;0,00;0,00"))
    #expect(lines[2].contains(";RUB;700000,00;600000,00;400000,00;600000,00;400000,00;200000,00;Что сделано: "))
  }
}

extension String {
  fileprivate func trimmed(of character: Character) -> Substring {
    drop { $0 == character }
  }
}
