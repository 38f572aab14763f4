import Contests
import Primitives
import Storage

extension Conformance {
  private static func winner(
    _ entry: String, nomination: String? = "toys", place: Int? = nil, prize: String? = nil
  ) throws -> Winner {
    Winner(
      contest: try Sample.id("teplo-2020"), entry: try Sample.id(entry),
      nomination: try nomination.map { try Sample.id($0) }, place: place, prize: prize,
      minutes: ProtocolReference(number: "1", date: try Sample.day("2020-02-20")))
  }

  private static func entries(_ session: Session) throws {
    for id in ["a", "b"] {
      _ = try register(try Sample.bareEntry(id, contest: "teplo-2020", nomination: "toys"), in: session)
    }
  }

  static let winners = [
    Check("winners are listed by nomination and place, with what lists show of their entries") { store in
      try prepare(store)
      try store.write { session in
        try entries(session)
        let now = try Sample.instant()
        let special = try session.winners.record(try winner("a", nomination: "jury", prize: "За душу"), recordedAt: now)
        let second = try session.winners.record(try winner("b", place: 2), recordedAt: now)
        let first = try session.winners.record(try winner("a", place: 1), recordedAt: now)
        let all = try session.winners.list(contest: try Sample.id("teplo-2020"))
        try expect(all.map(\.id), is: [first, second, special])
        try expect(all[0].winner, is: try winner("a", place: 1))
        try expect(all[0].registration.description, is: "teplo-2020/1")
        try expect(all[0].title, is: "Горка")
        try expect(all[0].applicant, is: "Жители дома")
        try expect(all[0].nominationTitle, is: "Игрушки")
        let narrowed = try session.winners.list(
          contest: try Sample.id("teplo-2020"), nomination: try Sample.id("jury"))
        try expect(narrowed.map(\.id), is: [special])
      }
    },

    Check("the same award is given once, and again after it was revoked") { store in
      try prepare(store)
      try store.write { session in
        try entries(session)
        let now = try Sample.instant()
        let id = try session.winners.record(try winner("a", place: 1), recordedAt: now)
        try expectRefusal(.conflict) { try session.winners.record(try winner("a", place: 1), recordedAt: now) }
        let later = try Sample.instant("2020-03-05T00:00:00Z")
        try session.winners.revoke(id, reason: "ошибка", date: try Sample.day("2020-02-21"), changedAt: later)
        try expect(try session.winners.changedAt(in: try Sample.id("teplo-2020")), is: later)
        try expectRefusal(.missing("winner")) {
          try session.winners.revoke(id, reason: "ещё раз", date: try Sample.day("2020-02-21"), changedAt: later)
        }
        try session.winners.record(try winner("a", place: 1), recordedAt: now)
        let revoked = try session.winners.list(contest: try Sample.id("teplo-2020")).compactMap(\.revoked)
        try expect(revoked.map(\.reason), is: ["ошибка"])
      }
    },

    Check("what stands is handed to the rules with the people behind it, and what was revoked is not") { store in
      try prepare(store)
      try store.write { session in
        let entry = try Sample.fullEntry("a", applicant: .person(try Sample.person()))
        _ = try register(entry, in: session)
        let now = try Sample.instant()
        let gone = try session.winners.record(try winner("a", place: 2), recordedAt: now)
        try session.winners.revoke(gone, reason: "ошибка", date: try Sample.day("2020-02-21"), changedAt: now)
        try session.winners.record(try winner("a", nomination: nil, place: 1), recordedAt: now)
        let holdings = try session.winners.existing(in: entry.contest)
        try expect(holdings.count, is: 1)
        try expect(holdings[0].applicant, is: entry.applicant)
        try expect(holdings[0].people, is: entry.participants?.people ?? [])
        try expect(holdings[0].place, is: 1)
        try expect(holdings[0].nomination, is: nil)
      }
    },

    Check("an award without place and prize, or for an unknown entry, is refused") { store in
      try prepare(store)
      try store.write { session in
        try entries(session)
        try expectRefusal(.conflict) {
          try session.winners.record(try winner("a"), recordedAt: try Sample.instant())
        }
        try expectRefusal(.missing("entry")) {
          try session.winners.record(try winner("z", place: 1), recordedAt: try Sample.instant())
        }
      }
    },
  ]
}
