import Contests
import Primitives
import Storage

extension Conformance {
  static let contests = [
    Check("a contest that states everything comes out as it went in") { store in
      let contest = try Sample.fullContest()
      try store.write { try $0.contests.save(contest, changedAt: try Sample.instant()) }
      try expect(try store.read { try $0.contests.find(contest.id) }, is: contest)
      try expect(try store.read { try $0.contests.changedAt(of: contest.id) }, is: try Sample.instant())
    },

    Check("a contest that states only what it must comes out as it went in") { store in
      let contest = try Sample.bareContest()
      try store.write { try $0.contests.save(contest, changedAt: try Sample.instant()) }
      try expect(try store.read { try $0.contests.find(contest.id) }, is: contest)
      try expect(try store.read { try $0.contests.find(try Sample.id("other")) }, is: nil)
    },

    Check("a contest saved again is brought to its new state and keeps its entries") { store in
      let full = try Sample.fullContest()
      var later = try Sample.bareContest("teplo-2020")
      later.nominations = [full.nominations[2], full.nominations[0]]
      try store.write { session in
        try session.contests.save(full, changedAt: try Sample.instant())
        _ = try session.entries.register(
          try Sample.bareEntry("a", contest: "teplo-2020", nomination: "cards"), sender: try Sample.id("s"),
          on: try Sample.day("2020-01-11"), changedAt: try Sample.instant())
        try session.contests.save(later, changedAt: try Sample.instant())
        try expect(try session.contests.find(full.id), is: later)
        try expect(try session.entries.list().count, is: 1)
      }
    },

    Check("a nomination that entries stand in cannot be taken away") { store in
      var contest = try Sample.fullContest()
      try store.write { session in
        try session.contests.save(contest, changedAt: try Sample.instant())
        _ = try session.entries.register(
          try Sample.bareEntry("a", contest: "teplo-2020", nomination: "cards"), sender: try Sample.id("s"),
          on: try Sample.day("2020-01-11"), changedAt: try Sample.instant())
      }
      contest.nominations.removeLast()
      let smaller = contest
      try expectRefusal(.conflict) {
        try store.write { try $0.contests.save(smaller, changedAt: try Sample.instant()) }
      }
    },

    Check("contests are listed by year, then in Russian order, and narrowed by year, territory and state") { store in
      try store.write { session in
        for (id, title, year, oktmo) in [
          ("1", "Ель", 2021, "32701000"), ("2", "арбуз", 2021, "32737000"), ("3", "Ёжик", 2021, "50701000"),
          ("4", "Ягода", 2020, "32701000"),
        ] {
          var contest = try Sample.bareContest(id)
          contest.title = title
          contest.year = year
          contest.territory = Territory(oktmo: try OKTMO(oktmo))
          try session.contests.save(contest, changedAt: try Sample.instant())
        }
        func titles(_ filter: ContestStore.Filter) throws -> [String] {
          try session.contests.list(filter).map(\.title)
        }
        try expect(try titles(ContestStore.Filter()), is: ["Ягода", "арбуз", "Ёжик", "Ель"])
        try expect(try titles(ContestStore.Filter(year: 2021, territory: "32")), is: ["арбуз", "Ель"])
        try expect(try titles(ContestStore.Filter(status: .completed)), is: [])
      }
    },

    Check("a contest enters states in their order only") { store in
      let contest = try Sample.bareContest()
      try store.write { session in
        try session.contests.save(contest, changedAt: try Sample.instant())
        let later = try Sample.instant("2020-03-02T00:00:00Z")
        try session.contests.apply(
          StatusChange(.announced, on: try Sample.day("2020-03-02")), to: contest.id, changedAt: later)
        try expect(try session.contests.find(contest.id)?.status, is: .announced)
        try expect(try session.contests.changedAt(of: contest.id), is: later)
        do {
          try session.contests.apply(
            StatusChange(.draft, on: try Sample.day("2020-03-03")), to: contest.id, changedAt: later)
          try expect(false, "an announced contest became a draft")
        } catch is StatusRefusal<ContestStatus> {}
      }
    },

    Check("achievements of a contest are replaced as a whole") { store in
      let contest = try Sample.fullContest()
      try store.write { session in
        try session.contests.save(contest, changedAt: try Sample.instant())
        let achievements = [Achievement(title: "Ёлки", value: try Sample.decimal("3"))]
        try session.contests.setAchievements(achievements, of: contest.id, changedAt: try Sample.instant())
        try expect(try session.contests.find(contest.id)?.achievements, is: achievements)
      }
    },
  ]
}
