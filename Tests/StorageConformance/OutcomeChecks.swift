import Contests
import Primitives
import Storage

extension Conformance {
  private static func outcome(_ id: String = "r-1", contest: String? = "big") throws -> Outcome {
    Outcome(
      id: try Sample.id(id), contest: LargerContest(id: try contest.map { try Sample.id($0) }, title: "Большой"),
      organiser: try Sample.organisation(), level: .regional, nomination: "Лучший двор", entry: "Горка",
      application: try Sample.id("a-1"), territory: try Sample.territory(), place: 2, outOf: 34, prize: "диплом",
      submitted: 5, selected: 1, decidedOn: try Sample.day("2020-12-31"), protocolNumber: "7", note: "жюри хвалило",
      achievements: [try Sample.achievement()], extensions: Sample.extensions)
  }

  static let outcomes = [
    Check("an outcome comes out as it went in, and the same again changes nothing") { store in
      let bare = Outcome(
        id: try Sample.id("r-2"), contest: LargerContest(title: "Конкурс"), organiser: try Sample.bareOrganisation(),
        level: .national, decidedOn: try Sample.day("2019-01-01"))
      try store.write { session in
        let now = try Sample.instant()
        try expect(try session.outcomes.add(try outcome(), changedAt: now), is: .added)
        try expect(try session.outcomes.add(bare, changedAt: now), is: .added)
        try expect(try session.outcomes.add(bare, changedAt: now), is: .unchanged)
        try expect(try session.outcomes.list(), is: [bare, try outcome()])
        var changed = try outcome()
        changed.place = 1
        try expect(try session.outcomes.add(changed, changedAt: now), is: .updated)
        try expect(try session.outcomes.list(), is: [bare, changed])
      }
    },

    Check("outcomes of one identifier in several contests stand side by side") { store in
      try store.write { session in
        for contest in ["big", "other", nil] {
          try session.outcomes.add(try outcome(contest: contest), changedAt: try Sample.instant())
        }
        try expect(try session.outcomes.list().count, is: 3)
      }
    },

    Check("outcomes are narrowed by the year of the decision, territory and application") { store in
      try store.write { session in
        var bare = try outcome("r-2")
        bare.decidedOn = try Sample.day("2021-01-01")
        bare.territory = nil
        bare.application = nil
        for outcome in [try outcome(), bare] { try session.outcomes.add(outcome, changedAt: try Sample.instant()) }
        try expect(try session.outcomes.list(year: 2020), is: [try outcome()])
        try expect(try session.outcomes.list(year: 2021), is: [bare])
        try expect(try session.outcomes.list(territory: "327"), is: [try outcome()])
        try expect(try session.outcomes.list(application: try Sample.id("a-1")), is: [try outcome()])
      }
    },
  ]
}
