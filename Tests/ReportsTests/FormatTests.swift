import Primitives
import Reports
import Testing

struct FormatTests {
  @Test(arguments: [
    ("1300000.50", "1 300 000,50 ₽", "1,300,000.50 RUB"), ("0.00", "0,00 ₽", "0.00 RUB"),
    ("0.05", "0,05 ₽", "0.05 RUB"), ("999.99", "999,99 ₽", "999.99 RUB"), ("1000.00", "1 000,00 ₽", "1,000.00 RUB"),
    ("9999999999999999.99", "9 999 999 999 999 999,99 ₽", "9,999,999,999,999,999.99 RUB"),
  ])
  func `money is grouped and keeps together`(exchange: String, russian: String, english: String) throws {
    let amount = try Fixture.amount(exchange)
    #expect(Format.money(amount, .rouble, .russian) == russian.replacing(" ", with: "\u{A0}"))
    #expect(Format.money(amount, .rouble, .english) == english.replacing(" ", with: "\u{A0}"))
  }

  @Test func `a negative balance has a minus sign, not a hyphen`() throws {
    let amount = Amount.zero - (try Fixture.amount("1300.50"))
    #expect(Format.amount(amount, .russian) == "−1\u{A0}300,50")
    #expect(Format.amount(amount, .english) == "−1,300.50")
  }

  @Test func `a foreign currency is named by its code`() throws {
    let euro = try #require(Currency("EUR"))
    #expect(Format.money(try Fixture.amount("5.00"), euro, .russian) == "5,00\u{A0}EUR")
  }

  @Test(arguments: [
    (0, "0", "0"), (1125, "1125", "1,125"), (15012, "15\u{A0}012", "15,012"),
    (1_234_567, "1\u{A0}234\u{A0}567", "1,234,567"), (-15012, "−15\u{A0}012", "−15,012"),
  ])
  func `whole numbers are grouped, in Russian from five digits`(value: Int, russian: String, english: String) {
    #expect(Format.number(value, .russian) == russian)
    #expect(Format.number(value, .english) == english)
  }

  @Test func `a decimal takes the sign of the language`() throws {
    let value = try #require(ExactDecimal("15012.5"))
    #expect(Format.decimal(value, .russian) == "15\u{A0}012,5")
    #expect(Format.decimal(value, .english) == "15,012.5")
  }

  @Test func `a day is short in a table and spelt out in a document`() throws {
    let day = try Fixture.day("2025-03-01")
    #expect(Format.day(day, .table, .russian) == "01.03.2025")
    #expect(Format.day(day, .document, .russian) == "1\u{A0}марта\u{A0}2025\u{A0}г.")
    #expect(Format.day(day, .table, .english) == "1\u{A0}Mar\u{A0}2025")
    #expect(Format.day(day, .document, .english) == "1\u{A0}March\u{A0}2025")
  }

  @Test(arguments: [
    ("2020-01-01", "2020-12-31", "за 2020 год", "for the year 2020"),
    (
      "2020-01-01", "2020-03-31", "за период с 1 января по 31 марта 2020 г.",
      "for the period from 1 January 2020 to 31 March 2020"
    ),
    (
      "2019-10-01", "2020-03-31", "за период с 1 октября 2019 г. по 31 марта 2020 г.",
      "for the period from 1 October 2019 to 31 March 2020"
    ),
  ])
  func `a period is named the way an office names it`(start: String, end: String, russian: String, english: String)
    throws
  {
    let period = Period(start: try Fixture.day(start), end: try Fixture.day(end))
    #expect(Format.period(period, .russian).replacing("\u{A0}", with: " ") == russian)
    #expect(Format.period(period, .english).replacing("\u{A0}", with: " ") == english)
  }

  @Test(arguments: [
    (0, "0 заявок"), (1, "1 заявка"), (2, "2 заявки"), (5, "5 заявок"), (11, "11 заявок"), (12, "12 заявок"),
    (14, "14 заявок"), (21, "21 заявка"), (22, "22 заявки"), (25, "25 заявок"), (101, "101 заявка"),
    (111, "111 заявок"), (112, "112 заявок"), (412, "412 заявок"), (1121, "1121 заявка"),
  ])
  func `a counted noun takes its Russian form`(count: Int, text: String) {
    #expect(Noun.applications.counted(count, .russian) == text.replacing(" ", with: "\u{A0}"))
  }

  @Test func `the nouns of the reports are declined`() {
    #expect(Noun.participants.counted(1125, .russian) == "1125\u{A0}участников")
    #expect(Noun.winners.counted(81, .russian) == "81\u{A0}победитель")
    #expect(Noun.works.counted(1, .english) == "1\u{A0}work")
  }

  @Test func `a title that brings its quotation marks gets no others`() {
    #expect(Format.quoted("Рука помощи", .russian) == "«Рука помощи»")
    #expect(Format.quoted("«Рука помощи»", .russian) == "«Рука помощи»")
    #expect(Format.quoted("Отчёт «за год»", .russian) == "«Отчёт „за год“»")
    #expect(Format.quoted("Helping hand", .english) == "“Helping hand”")
  }

  @Test func `a moment keeps the clock it was written by`() throws {
    let moment = try #require(Instant("2020-03-05T23:59:30+07:00"))
    #expect(Format.moment(moment, .russian) == "05.03.2020, 23:59")
  }

  @Test func `titles sort without regard to quotation marks, case and ё`() {
    let titles = ["«Яблоко»", "ёлка", "Ель", "«арбуз»"]
    #expect(titles.sorted { $0.sortKey < $1.sortKey } == ["«арбуз»", "ёлка", "Ель", "«Яблоко»"])
  }
}
