import Primitives
import Testing

struct DayTests {
  @Test func `every day from 1900 to 2100 has its number and its text, without a gap`() throws {
    var number = try #require(Day("1900-01-01")).daysSince1970
    var previous: Day?
    while let day = Day(daysSince1970: number), day.year <= 2100 {
      if day.daysSince1970 != number || Day(day.description) != day { Issue.record("\(day) does not come back") }
      if let previous, previous >= day { Issue.record("\(day) is not after \(previous)") }
      previous = day
      number += 1
    }
    #expect(previous?.description == "2100-12-31")
    #expect(number - (Day("1900-01-01")?.daysSince1970 ?? 0) == 201 * 365 + 49)
  }

  @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2020-12-20", 18_616)])
  func `days count from 1970`(text: String, number: Int) {
    #expect(Day(text)?.daysSince1970 == number)
    #expect(Day(daysSince1970: number)?.description == text)
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"]) func `the first and the last year come back`(text: String) throws {
    let day = try #require(Day(text))
    #expect(Day(daysSince1970: day.daysSince1970) == day)
  }

  @Test(arguments: [-719_163, 2_932_897, .min, .max]) func `beyond them there is no day`(number: Int) {
    #expect(Day(daysSince1970: number) == nil)
  }

  @Test(arguments: [
    "2019-02-29", "1900-02-29", "2100-02-29", "2020-02-30", "2020-04-31", "2020-13-01", "2020-00-10", "2020-01-00",
    "2020-01-32", "0000-01-01",
  ]) func `the calendar has no such day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: ["2020-02-29", "2000-02-29", "2020-12-31"]) func `the calendar has this day`(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "", "2020", "2020-1-1", "20.12.2020", "2020/12/20", "2020-12-20Z", "2020-12-20T00:00:00Z", " 2020-12-20",
    "+2020-12-2", "-020-12-20", "٢٠٢٠-١٢-٢٠", "12020-12-20",
  ]) func `nothing else is a day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a year begins and ends on its days`() {
    #expect(Day.firstDay(of: 2020).description == "2020-01-01")
    #expect(Day.lastDay(of: 2020).description == "2020-12-31")
    #expect(Day.firstDay(of: -5).year == 1)
    #expect(Day.lastDay(of: 10_000).year == 9999)
  }

  @Test func `Russian offices write day, month, year`() {
    #expect(Day("2020-12-02")?.dotted == "02.12.2020")
  }
}

struct PeriodTests {
  private let year = Period(year: 2020)

  @Test(arguments: [
    ("2019-12-31", false), ("2020-01-01", true), ("2020-12-31", true), ("2021-01-01", false),
  ]) func `both ends belong to a period`(text: String, isInside: Bool) throws {
    #expect(year.contains(try #require(Day(text))) == isInside)
  }

  @Test func `an open end is no limit`() throws {
    let day = try #require(Day("2020-06-01"))
    #expect(Period(start: nil, end: nil).contains(day))
    #expect(Period(start: day, end: nil).contains(.lastDay(of: 9999)))
    #expect(!Period(start: nil, end: day).contains(.lastDay(of: 2020)))
  }

  @Test func `a period is in order unless it ends before it starts`() {
    #expect(year.isInOrder)
    #expect(Period(start: .lastDay(of: 2020), end: .lastDay(of: 2020)).isInOrder)
    #expect(Period(start: .lastDay(of: 2020), end: nil).isInOrder)
    #expect(!Period(start: .lastDay(of: 2020), end: .firstDay(of: 2020)).isInOrder)
  }
}
