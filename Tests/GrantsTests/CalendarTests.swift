import Grants
import Primitives
import Testing

struct CalendarTests {
  @Test(
    arguments: [
      ("2020-01-01", false), ("2020-01-08", false), ("2020-01-09", true), ("2020-02-23", false), ("2020-06-12", false),
      ("2020-11-04", false), ("2020-11-03", true), ("2020-07-04", false), ("2020-07-06", true),
      // The holiday fell on a weekend: the Monday after it is off.
      ("2020-02-24", false), ("2020-03-09", false), ("2021-05-03", false), ("2021-05-10", false), ("2021-06-14", false),
      ("2022-05-02", false), ("2022-06-13", false), ("2023-11-06", false),
      // Not so in January, where a decree says what becomes of it.
      ("2022-01-10", true), ("2023-01-09", true),
    ] as [(Day, Bool)])
  func `days are off by the Labour Code`(day: Day, isWorking: Bool) {
    #expect(WorkCalendar().isWorking(day) == isWorking)
  }

  @Test func `a decree makes days worked or off`() {
    let calendar = WorkCalendar(decreed: ["2021-02-20": true, "2021-02-22": false])
    #expect(calendar.isWorking("2021-02-20"))
    #expect(!calendar.isWorking("2021-02-22"))
    #expect(calendar.day(2, workingDaysAfter: "2021-02-19") == "2021-02-24")
    #expect(WorkCalendar().day(2, workingDaysAfter: "2021-02-19") == "2021-02-24")
    #expect(calendar.day(1, workingDaysAfter: "2021-02-20") == "2021-02-24")
  }

  @Test func `working days are counted from the day after`() {
    #expect(WorkCalendar().day(10, workingDaysAfter: "2020-06-30") == "2020-07-14")
    // Ten days of January holidays and weekends lie between.
    #expect(WorkCalendar().day(1, workingDaysAfter: "2020-12-31") == "2021-01-11")
    #expect(WorkCalendar().day(5, workingDaysAfter: "9999-12-29") == nil)
  }

  @Test func `days of the week are those of the calendar`() {
    #expect(
      ([("1970-01-01", 4), ("2020-02-29", 6), ("2000-01-02", 7), ("1969-12-29", 1)] as [(Day, Int)])
        .allSatisfy { $0.weekday == $1 })
  }

  @Test(
    arguments: [
      ("on:2020-07-15", "2020-07-15"), ("days:15", "2020-07-15"), ("days:4", "2020-07-06"),
      ("workingDays:10", "2020-07-14"), ("dayOfMonth:10", "2020-07-10"), ("dayOfMonth:11", "2020-07-13"),
      // Named days stand as they are, on a Sunday too.
      ("on:2020-07-05", "2020-07-05"),
    ] as [(String, Day)])
  func `a report is due by its rule`(text: String, day: Day) throws {
    let rule = try #require(DueRule(text))
    #expect(rule.description == text)
    #expect(rule.day(after: "2020-06-30", by: WorkCalendar()) == day)
  }

  @Test func `a month without the day has its last instead`() {
    #expect(DueRule.dayOfMonth(31).day(after: "2021-08-31", by: WorkCalendar()) == "2021-09-30")
    #expect(DueRule.dayOfMonth(30).day(after: "2020-12-31", by: WorkCalendar()) == "2021-02-01")
    #expect(DueRule.dayOfMonth(30).day(after: "2024-01-31", by: WorkCalendar()) == "2024-02-29")
  }

  @Test(arguments: ["", "on", "on:2020-02-30", "days:0", "days:367", "days:x", "dayOfMonth:32", "weeks:1", "days:-1"])
  func `what is no rule is not read`(text: String) {
    #expect(DueRule(text) == nil)
  }

  @Test func `a stretch is cut into calendar periods`() {
    let stretch = Period(start: "2020-02-15", end: "2021-01-10")
    #expect(
      ReportSchedule.quarter.periods(of: stretch) == [
        Period(start: "2020-02-15", end: "2020-03-31"), Period(start: "2020-04-01", end: "2020-06-30"),
        Period(start: "2020-07-01", end: "2020-09-30"), Period(start: "2020-10-01", end: "2020-12-31"),
        Period(start: "2021-01-01", end: "2021-01-10"),
      ])
    #expect(ReportSchedule.once.periods(of: stretch) == [stretch])
    #expect(ReportSchedule.month.periods(of: stretch).count == 12)
    #expect(
      ReportSchedule.year.periods(of: stretch)
        == [Period(start: "2020-02-15", end: "2020-12-31"), Period(start: "2021-01-01", end: "2021-01-10")])
    #expect(ReportSchedule.month.periods(of: Period(start: "2020-02-15", end: nil)).isEmpty)
    #expect(ReportSchedule.month.periods(of: Period(start: "2020-02-15", end: "2020-02-14")).isEmpty)
    #expect(
      ReportSchedule.month.periods(of: Period(start: "9999-12-15", end: "9999-12-31"))
        == [Period(start: "9999-12-15", end: "9999-12-31")])
  }
}

struct ObligationTests {
  private func report(_ changes: [StatusChange<ReportStatus>]) throws -> Obligation {
    Obligation(
      id: "o1", kind: .interim, period: Period(start: "2020-04-01", end: "2020-06-30"), due: .workingDays(10),
      history: try StatusHistory(changes))
  }

  @Test func `a report that comes back is corrected under the next number`() throws {
    let returned = StatusChange(ReportStatus.returned, on: "2020-07-16", reason: "нет подписи")
    let submitted = StatusChange(ReportStatus.submitted, on: "2020-07-14")
    #expect(try report([]).correctionNumber == 0)
    #expect(try report([submitted]).correctionNumber == 0)
    #expect(try report([submitted, returned]).correctionNumber == 1)
    let again = try report([submitted, returned, StatusChange(.submitted, on: "2020-07-20")])
    #expect(again.correctionNumber == 1)
    #expect(again.status(on: "2020-07-13") == .due)
    #expect(again.status(on: "2020-07-17") == .returned)
    #expect(throws: StatusRefusal<ReportStatus>.self) { try report([submitted, StatusChange(.due, on: "2020-08-01")]) }
    #expect(throws: StatusRefusal<ReportStatus>.reasonMissing(.returned)) {
      try report([submitted, StatusChange(.returned, on: "2020-08-01")])
    }
  }

  @Test func `what is owed is told as of a day`() throws {
    let project = Project.clean.with {
      $0.checkpoints = [
        Checkpoint(id: "c-1", title: "Открытие", plannedOn: "2020-07-01", actualOn: "2020-07-03", status: .met),
        Checkpoint(id: "c-2", title: "Закрытие", plannedOn: "2020-12-01"),
      ]
    }
    let reports = [
      try report([StatusChange(.submitted, on: "2020-07-20")]),
      Obligation(
        id: "o2", kind: .final, period: Period(start: "2020-03-01", end: "2020-12-31"), due: .on("2021-01-15"),
        recipient: "Учредитель"),
    ]
    let july = project.deadlines(reports, on: "2020-07-15", by: WorkCalendar())
    #expect(july.map(\.due) == ["2020-07-14", "2020-12-01", "2021-01-15"])
    #expect(july.map(\.daysLeft) == [-1, 139, 184])
    #expect(july.map(\.isOverdue) == [true, false, false])
    #expect(july.map(\.recipient) == ["Фонд", "Фонд", "Учредитель"])
    #expect(project.deadlines(reports, on: "2020-07-02", by: WorkCalendar()).map(\.due).first == "2020-07-01")
    #expect(
      project.deadlines(reports, on: "2020-07-21", by: WorkCalendar()).map(\.due) == ["2020-12-01", "2021-01-15"])
  }

  @Test func `a period out of order and a day before the end are found`() throws {
    var final = try report([])
    final.kind = .final
    final.due = .on("2020-06-30")
    #expect(final.findings(by: WorkCalendar()).map(\.code) == [GrantCode.dueBeforePeriodEnds])
    final.kind = .interim
    #expect(final.findings(by: WorkCalendar()).map(\.code) == [GrantCode.dueBeforePeriodEnds])
    final.due = .on("2020-07-01")
    #expect(final.findings(by: WorkCalendar()).isEmpty)
    final.period = Period(start: "2020-07-01", end: "2020-06-30")
    #expect(final.findings(by: WorkCalendar()).map(\.code) == [GrantCode.periodReversed])
    final.period = Period(start: "2020-07-01", end: "9999-12-30")
    final.due = .days(10)
    let findings = final.findings(by: WorkCalendar())
    #expect(findings.map(\.code) == [GrantCode.dueDayBeyondCalendar])
    for finding in findings { finding.checkStyle() }
  }
}
