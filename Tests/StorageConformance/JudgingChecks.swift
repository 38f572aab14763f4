import Contests
import Primitives
import Storage

extension Conformance {
  private static func sheet(_ juror: String, on entry: String, _ points: Int32, remark: String? = nil) throws
    -> ScoreSheet
  {
    ScoreSheet(
      id: try Sample.id("s-\(juror)"), juror: try Sample.id(juror), entry: try Sample.id(entry),
      date: try Sample.day("2020-04-01"),
      marks: [.init(criterion: try Sample.id("idea"), points: ExactDecimal(points))], remark: remark)
  }

  static let judging = [
    Check("sheets and recusals come back as they were put in") { store in
      try prepare(store)
      try store.write { session in
        let registrations = try ["a", "b"].map { try register(try Sample.bareEntry($0), in: session) }
        let contest = try Sample.id("snow-2020")
        func save(_ sheet: ScoreSheet) throws -> Saved {
          try session.judging.save(sheet, contest: contest, changedAt: try Sample.instant())
        }
        let first = try sheet("j2", on: "a", 8, remark: "ярко")
        try expect(try save(first), is: .added)
        try expect(try save(first), is: .unchanged)
        let other = try sheet("j1", on: "a", 3)
        try expect(try save(other), is: .added)
        var mended = try sheet("j2", on: "a", 7)
        mended.extensions = "<m:seal xmlns:m=\"urn:m\">1</m:seal>"
        try expect(try save(mended), is: .updated)
        try expect(try save(mended), is: .unchanged)
        try expect(try session.judging.sheets(of: contest), is: [other, mended])
        try expect(try session.judging.hasSheet(of: try Sample.id("j1"), on: registrations[0]))
        try expect(try !session.judging.hasSheet(of: try Sample.id("j1"), on: registrations[1]))

        let recusal = Recusal(
          id: try Sample.id("r"), juror: try Sample.id("j1"), entry: try Sample.id("b"),
          date: try Sample.day("2020-03-30"), reason: "родственник",
          extensions: "<m:seal xmlns:m=\"urn:m\">2</m:seal>")
        func save(_ recusal: Recusal) throws -> Saved {
          try session.judging.save(recusal, contest: contest, changedAt: try Sample.instant())
        }
        try expect(try save(recusal), is: .added)
        try expect(try save(recusal), is: .unchanged)
        try expect(try session.judging.recusals(of: contest), is: [recusal])
        try expectRefusal(.missing("entry")) { _ = try save(try sheet("j1", on: "nobody", 1)) }
      }
    },

    Check("decisions between equals come back in their order, one for each set of equals") { store in
      try prepare(store)
      try store.write { session in
        for entry in ["a", "b", "c"] { _ = try register(try Sample.bareEntry(entry), in: session) }
        let contest = try Sample.id("snow-2020")
        func save(_ decision: ResultsProtocol.TieDecision, _ day: String = "2020-04-02") throws -> Saved {
          try session.judging.save(
            decision, contest: contest, date: try Sample.day(day), changedAt: try Sample.instant())
        }
        let first = try tie(.vote, "b", "a")
        try expect(try save(first), is: .added)
        try expect(try save(first), is: .unchanged)
        let other = try tie(.chair, "c", "a", "b", reason: "техника исполнения")
        try expect(try save(other), is: .added)
        // The same equals in another order are the same set; in another nomination they are not.
        let again = try tie(.chair, "a", "b", reason: "раньше подана")
        try expect(try save(again, "2020-04-03"), is: .updated)
        try expect(try session.judging.tieDecisions(of: contest), is: [again, other])
        try expect(
          try session.judging.storedTieDecisions(of: contest).map(\.date),
          is: [try Sample.day("2020-04-03"), try Sample.day("2020-04-02")])
        var elsewhere = again
        elsewhere.nomination = try Sample.id("toys")
        try expect(try save(elsewhere), is: .added)

        func remove(_ entries: String...) throws -> Bool {
          try session.judging.removeTieDecision(
            between: try entries.map(Sample.id), in: nil, contest: contest)
        }
        try expect(try remove("b", "a"))
        try expect(try !remove("a", "b"))
        try expect(try session.judging.tieDecisions(of: contest), is: [other, elsewhere])
        try expectRefusal(.missing("entry")) { _ = try save(try tie(.vote, "a", "nobody")) }
      }
    },

    Check("who judges what comes back as it was put in") { store in
      try prepare(store)
      try store.write { session in
        for entry in ["a", "b"] { _ = try register(try Sample.bareEntry(entry), in: session) }
        let contest = try Sample.id("snow-2020")
        func assignment(_ juror: String, _ entry: String) throws -> Assignment {
          Assignment(juror: try Sample.id(juror), entry: try Sample.id(entry))
        }
        func assign(_ assignment: Assignment) throws -> Saved {
          try session.judging.assign(assignment, contest: contest, changedAt: try Sample.instant())
        }
        try expect(try session.judging.assignments(of: contest), is: [])
        let given = [try assignment("j2", "a"), try assignment("j1", "b"), try assignment("j2", "b")]
        for assignment in given.reversed() { try expect(try assign(assignment), is: .added) }
        try expect(try assign(given[0]), is: .unchanged)
        try expect(try session.judging.assignments(of: contest), is: given)
        try expect(try session.judging.assignments(of: try Sample.id("teplo-2020")), is: [])
        try expect(try session.judging.unassign(given[1], contest: contest))
        try expect(try !session.judging.unassign(given[1], contest: contest))
        try expect(try session.judging.assignments(of: contest), is: [given[0], given[2]])
        let stranger = try assignment("j1", "nobody")
        try expectRefusal(.missing("entry")) { _ = try assign(stranger) }
      }
    },

    Check("the jury ends its work, and may go on") { store in
      try prepare(store)
      try store.write { session in
        let contest = try Sample.id("snow-2020")
        try expect(try session.judging.closing(of: contest), is: nil)
        try expect(try !session.judging.reopen(contest: contest))
        for closing in [
          JudgingClosing(date: try Sample.day("2020-04-02"), reason: "болезнь", missing: 3),
          JudgingClosing(date: try Sample.day("2020-04-05")),
        ] {
          try session.judging.close(closing, contest: contest, changedAt: try Sample.instant())
          try expect(try session.judging.closing(of: contest), is: closing)
        }
        try expect(try session.judging.closing(of: try Sample.id("teplo-2020")), is: nil)
        try expect(try session.judging.reopen(contest: contest))
        try expect(try session.judging.closing(of: contest), is: nil)
        let closing = JudgingClosing(date: try Sample.day("2020-04-02"))
        try expectRefusal(.missing("contest")) {
          try session.judging.close(closing, contest: try Sample.id("nowhere"), changedAt: try Sample.instant())
        }
      }
    },

    Check("what the jury decided is taken back, and holds what it is about") { store in
      try prepareNoted(store)
      let contest = try Sample.id("snow-2020")
      let added = try noted("entry.add", in: store) { session in
        for entry in ["a", "b"] { _ = try register(try Sample.bareEntry(entry), in: session) }
      }
      let first = try tie(.vote, "a", "b")
      let decided = try noted("jury.tie", in: store) { session in
        try session.judging.save(
          first, contest: contest, date: try Sample.day("2020-04-02"), changedAt: try Sample.instant())
      }
      let changed = try noted("jury.tie", in: store) { session in
        try session.judging.save(
          try tie(.chair, "b", "a", reason: "замысел"), contest: contest, date: try Sample.day("2020-04-03"),
          changedAt: try Sample.instant())
      }
      let removed = try noted("jury.tie", in: store) { session in
        try session.judging.removeTieDecision(between: first.entries, in: nil, contest: contest)
      }
      try takeBack(removed, in: store)
      try takeBack(changed, in: store)
      try expect(try store.read { try $0.judging.tieDecisions(of: contest) }, is: [first])
      try expectNeeded(added, by: decided, in: store)
      try takeBack(decided, in: store)
      try expect(try store.read { try $0.judging.tieDecisions(of: contest) }, is: [])

      let assigned = try noted("jury.assign", in: store) { session in
        try session.judging.assign(
          Assignment(juror: try Sample.id("j1"), entry: try Sample.id("a")), contest: contest,
          changedAt: try Sample.instant())
      }
      try expectNeeded(added, by: assigned, in: store)
      try takeBack(assigned, in: store)
      try expect(try store.read { try $0.judging.assignments(of: contest) }, is: [])
      try takeBack(added, in: store)
    },

    Check("the end of the jury's work holds the contest, and a juror's work holds the juror") { store in
      let contest = try Sample.id("fair")
      let created = try noted("contest.create", in: store) { session in
        try session.contests.save(try Sample.bareContest("fair"), changedAt: try Sample.instant())
      }
      let closed = try noted("jury.close", in: store) { session in
        try session.judging.close(
          JudgingClosing(date: try Sample.day("2020-04-02")), contest: contest, changedAt: try Sample.instant())
      }
      try expectNeeded(created, by: closed, in: store)
      try takeBack(closed, in: store)
      try expect(try store.read { try $0.judging.closing(of: contest) }, is: nil)

      let added = try noted("jury.add", in: store) { session in
        var contest = try Sample.bareContest("fair")
        contest.jury = [Juror(id: try Sample.id("j1"), name: "Петров")]
        try session.contests.save(contest, changedAt: try Sample.instant())
        _ = try register(try Sample.bareEntry("a", contest: "fair"), in: session)
      }
      try expectNeeded(created, by: added, in: store)
      let scored = try noted("import", in: store) { session in
        try session.judging.save(try sheet("j1", on: "a", 5), contest: contest, changedAt: try Sample.instant())
      }
      try expectNeeded(added, by: scored, in: store)
      try takeBack(scored, in: store)
      try takeBack(added, in: store)
      try takeBack(created, in: store)
      try expect(try store.read { try $0.contests.find(contest) }, is: nil)
    },

    Check("an erasure takes the names out of what the jury decided, and leaves the decisions") { store in
      try prepareNoted(store)
      let contest = try Sample.id("teplo-2020")
      let assignment = Assignment(juror: try Sample.id("j1"), entry: try Sample.id("a"))
      let registration = try store.write { session in
        func register(_ id: String, _ name: String) throws -> Registration {
          try session.entries.register(
            try Sample.fullEntry(id, applicant: .person(Person(name: name))), sender: try Sample.id("s"),
            on: try Sample.day("2020-03-02"), changedAt: try Sample.instant())
        }
        let registration = try register("a", "Ёлкина Мария Петровна")
        _ = try register("b", "Сосновый Пётр")
        return registration
      }
      try noted("jury", in: store) { session in
        for reason in ["за Ёлкину Марию все", "за Марию Ёлкину председатель"] {
          try session.judging.save(
            try tie(.chair, "a", "b", reason: reason), contest: contest, date: try Sample.day("2020-04-02"),
            changedAt: try Sample.instant())
        }
        try session.judging.assign(assignment, contest: contest, changedAt: try Sample.instant())
        try session.judging.close(
          JudgingClosing(date: try Sample.day("2020-04-02"), reason: "Ёлкина Мария болела", missing: 1),
          contest: contest, changedAt: try Sample.instant())
      }
      try noted("jury.reopen", in: store) { try $0.judging.reopen(contest: contest) }
      try noted("jury.close", in: store) { session in
        try session.judging.close(
          JudgingClosing(date: try Sample.day("2020-04-03"), reason: "Ёлкина Мария болеет", missing: 1),
          contest: contest, changedAt: try Sample.instant())
      }
      try store.write { session in
        _ = try session.erasures.erase(
          try unwrap(try session.entries.find(registration)), outcomes: [], named: [try Sample.id("a")],
          on: try Sample.day("2020-06-01"), reason: "отзыв", actor: "clerk", at: try Sample.instant())
      }
      try store.read { session in
        try expect(
          try session.judging.tieDecisions(of: contest), is: [try tie(.chair, "a", "b", reason: Neutral.text)])
        try expect(try session.judging.closing(of: contest)?.reason, is: Neutral.text)
        try expect(try session.judging.assignments(of: contest), is: [assignment])
      }
    },
  ]

  private static func tie(
    _ method: ContestRules.TieBreak, _ entries: String..., reason: String? = nil
  ) throws -> ResultsProtocol.TieDecision {
    ResultsProtocol.TieDecision(method: method, entries: try entries.map(Sample.id), reason: reason)
  }

  /// Changes the store and notes it as an event.
  @discardableResult
  private static func noted(_ kind: String, in store: Store, _ body: (Session) throws -> Void) throws -> Int64 {
    try store.write { session in
      try body(session)
      return try session.events.append(kind, at: try Sample.instant())
    }
  }

  private static func takeBack(_ event: Int64, in store: Store) throws {
    _ = try store.write { session in
      try Undo(event, in: session).run(reason: nil, actor: nil, at: try Sample.instant())
    }
  }

  private static func expectNeeded(_ event: Int64, by others: Int64..., in store: Store) throws {
    do {
      try takeBack(event, in: store)
    } catch let refusal as UndoRefusal {
      let events = try store.read { session in try others.compactMap { try session.events.find($0) } }
      return try expect(refusal, is: .neededBy(events))
    }
    throw Mismatch(description: "event \(event) was taken back")
  }
}
