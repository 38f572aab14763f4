import Grants
import Primitives
import Storage

extension Conformance {
  static let books = [
    Check("periods are closed and opened again, project by project") { store in
      let (first, second) = (try Sample.bareProject("p-1"), try Sample.bareProject("p-2"))
      try store.write { session in
        for project in [first, second] { try session.projects.save(project, changedAt: try Sample.instant()) }
        let closed = ClosedPeriod(
          id: try session.books.nextClosedPeriodID(of: first.id),
          period: Period(start: try Sample.day("2020-01-01"), end: try Sample.day("2020-03-31")),
          closedOn: try Sample.day("2020-04-10"))
        try expect(closed.id.description, is: "p1")
        try session.books.close(closed, of: first.id)
        try expect(try session.books.closedPeriods(of: first.id).periods, is: [closed])
        try expect(try session.books.closedPeriods(of: second.id).periods, is: [])
        try expect(try session.books.projectsWithClosedPeriods(), is: [first.id])
        try expect(try session.books.nextClosedPeriodID(of: first.id).description, is: "p2")
        // A project that is saved again keeps them.
        try session.projects.save(first, changedAt: try Sample.instant())
        try expect(try session.books.closedPeriods(of: first.id).periods, is: [closed])
        try session.books.reopen(closed.id, of: first.id)
        try expect(try session.books.closedPeriods(of: first.id).periods, is: [])
        try expect(try session.books.projectsWithClosedPeriods(), is: [])
        try expectRefusal(.missing("project")) { _ = try session.books.closedPeriods(of: try Sample.id("none")) }
      }
    },

    Check("a report that is owed comes out as it went in, and is brought to its new state") { store in
      let project = try Sample.bareProject()
      try store.write { session in
        try session.projects.save(project, changedAt: try Sample.instant())
        var report = Obligation(
          id: try Sample.id("o1"), kind: .interim,
          period: Period(start: try Sample.day("2020-01-01"), end: try Sample.day("2020-03-31")),
          due: .workingDays(10), recipient: "Управление финансов", note: "с приложениями")
        let later = Obligation(
          id: try Sample.id("a"), kind: .final,
          period: Period(start: try Sample.day("2020-01-01"), end: try Sample.day("2020-12-31")),
          due: .on(try Sample.day("2021-01-15")))
        for obligation in [later, report] { try session.books.save(obligation, of: project.id) }
        try expect(try session.books.obligations(of: project.id), is: [report, later])
        try expect(try session.books.nextObligationID(of: project.id).description, is: "o3")
        report.history = try StatusHistory([
          StatusChange(.submitted, on: try Sample.day("2020-04-10")),
          StatusChange(.returned, on: try Sample.day("2020-04-14"), reason: "нет подписи"),
        ])
        report.due = .dayOfMonth(15)
        report.note = nil
        try session.books.save(report, of: project.id)
        try expect(try session.books.obligations(of: project.id), is: [report, later])
        try session.books.removeObligation(report.id, of: project.id)
        try expect(try session.books.obligations(of: project.id), is: [later])
      }
    },

    Check("the decreed days of a year take the place of those known of it") { store in
      try store.write { session in
        let (worked, off, next) = (
          try Sample.day("2021-02-20"), try Sample.day("2021-02-22"), try Sample.day("2022-03-07")
        )
        try session.books.replace([worked: true, off: false], of: 2021)
        try session.books.replace([next: false], of: 2022)
        try expect(try session.books.calendar().decreed, is: [worked: true, off: false, next: false])
        try session.books.replace([off: true], of: 2021)
        try expect(try session.books.calendar().decreed, is: [off: true, next: false])
      }
    },
  ]
}
