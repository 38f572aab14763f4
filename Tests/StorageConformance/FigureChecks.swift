import Contests
import Primitives
import Storage

extension Conformance {
  /// A contest with an entry for each count of participants given.
  private static func contest(with counts: [Int?], in session: Session) throws -> Contest {
    let contest = try Sample.fullContest()
    try session.contests.save(contest, changedAt: try Sample.instant())
    for (number, count) in counts.enumerated() {
      var entry = try Sample.bareEntry("a\(number)", contest: "teplo-2020", nomination: "toys")
      entry.participants = count.map { Participants(count: $0) }
      _ = try session.entries.register(
        entry, sender: try Sample.id("s"), on: try Sample.day("2020-01-11"), changedAt: try Sample.instant())
    }
    return contest
  }

  static let figures = [
    Check("figures that no application states are missing, not zero") { store in
      try store.write { session in
        let contest = try contest(with: [nil, nil], in: session)
        try expect(
          try session.contests.figures(of: contest).total,
          is: Figures(applications: 2, participants: nil, works: nil, winners: 0))
      }
    },

    Check("a stated zero is a figure, and applications that state nothing do not hinder the sum") { store in
      try store.write { session in
        let contest = try contest(with: [0, nil], in: session)
        try expect(try session.contests.figures(of: contest).total.participants, is: 0)
      }
    },

    Check("a contest without entries has no figures but zero applications") { store in
      try store.write { session in
        let contest = try contest(with: [], in: session)
        let figures = try session.contests.figures(of: contest)
        try expect(figures.total, is: Figures())
        try expect(figures.byNomination, is: [:])
      }
    },

    Check("withdrawn applications count nowhere") { store in
      try store.write { session in
        let contest = try contest(with: [3, 4], in: session)
        try session.entries.apply(
          StatusChange(.withdrawn, on: try Sample.day("2020-01-12"), reason: "переезд"),
          to: Registration(contest: contest.id, number: 1), changedAt: try Sample.instant())
        try expect(
          try session.contests.figures(of: contest).total, is: Figures(applications: 1, participants: 4))
      }
    },

    Check("an entry with two awards is one winner, and none once they are revoked") { store in
      try store.write { session in
        let contest = try contest(with: [1, 1, 1], in: session)
        let minutes = ProtocolReference(number: "1", date: try Sample.day("2020-02-20"))
        func award(_ entry: String, _ nomination: String, place: Int? = nil, prize: String? = nil) throws -> Int64 {
          try session.winners.record(
            Winner(
              contest: contest.id, entry: try Sample.id(entry), nomination: try Sample.id(nomination), place: place,
              prize: prize, minutes: minutes), recordedAt: try Sample.instant())
        }
        _ = try award("a0", "toys", place: 1)
        _ = try award("a0", "jury", prize: "За душу")
        _ = try award("a0", "toys", prize: "Ещё")
        let second = try award("a1", "toys", place: 2)
        var figures = try session.contests.figures(of: contest)
        try expect(figures.total.winners, is: 2)
        try expect(figures.byNomination[try Sample.id("toys")]?.winners, is: 2)
        try expect(figures.byNomination[try Sample.id("jury")], is: Figures(winners: 1))

        try session.winners.revoke(
          second, reason: "ошибка", date: try Sample.day("2020-02-21"), changedAt: try Sample.instant())
        figures = try session.contests.figures(of: contest)
        try expect(figures.total.winners, is: 1)
      }
    },
  ]
}
