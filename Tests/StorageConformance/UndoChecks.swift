import Contests
import Grants
import Primitives
import Storage

extension Conformance {
  /// A store with the sample contests, which were made by an event of their own.
  static func prepareNoted(_ store: Store) throws {
    try prepare(store)
    try store.write { _ = try $0.events.append("contest.create", at: try Sample.instant()) }
  }

  /// Changes the store and notes it as an event.
  @discardableResult
  private static func act(
    _ kind: String, in store: Store, message: Int64? = nil, _ body: (Session) throws -> Void
  ) throws -> Int64 {
    try store.write { session in
      try body(session)
      return try session.events.append(kind, message: message, at: try Sample.instant())
    }
  }

  @discardableResult
  private static func undo(_ event: Int64, in store: Store) throws -> Undone {
    try store.write { session in
      try Undo(event, in: session).run(reason: "ошибка", actor: "clerk", at: try Sample.instant())
    }
  }

  private static func expectRefusal(of event: Int64, in store: Store, _ expected: UndoRefusal) throws {
    do {
      try undo(event, in: store)
    } catch let refusal as UndoRefusal {
      return try expect(refusal, is: expected)
    }
    throw Mismatch(description: "event \(event) was taken back")
  }

  private static func event(_ id: Int64, in store: Store) throws -> Event {
    try unwrap(try store.read { try $0.events.find(id) })
  }

  static let undo = [
    Check("what an act changed, added and removed is again as it was") { store in
      try prepareNoted(store)
      let registration = try store.write { session in
        let registration = try register(try Sample.bareEntry("a"), in: session)
        try session.events.append("entry.add", at: try Sample.instant())
        return registration
      }
      let before = try store.read { try $0.entries.find(registration) }
      let edited = try act("entry.edit", in: store) { session in
        var entry = try unwrap(before).entry
        entry.works = 12
        try session.entries.replace(
          registration, with: entry, message: nil, changedAt: try Sample.instant("2020-05-05T00:00:00Z"))
        try session.entries.apply(
          StatusChange(.admitted, on: try Sample.day("2020-05-05")), to: registration,
          changedAt: try Sample.instant("2020-05-05T00:00:00Z"))
      }
      let undone = try undo(edited, in: store)
      try expect(undone.event.id, is: edited)
      try expect(undone.removed + undone.restored > 0)
      try expect(try store.read { try $0.entries.find(registration) }, is: before)
      try expect(try event(undone.by, in: store).subject, is: String(edited))
      try expect(try event(undone.by, in: store).remark, is: "ошибка")
      try expectRefusal(of: edited, in: store, .takenBackAlready)
    },

    Check("what a message brought goes with it, and its numbers are not given again") { store in
      try prepareNoted(store)
      let row = try store.write { session in
        let row = try session.messages.begin(try message("m-1"))
        for id in ["a", "b"] {
          _ = try session.entries.register(
            try Sample.bareEntry(id), sender: try Sample.id("s"), message: row, on: try Sample.day("2020-03-02"),
            changedAt: try Sample.instant())
        }
        try session.messages.finish(row, status: .accepted, counts: StoredMessage.Counts(), digest: Sample.digest)
        try session.events.append("import", message: row, digest: Sample.digest, at: try Sample.instant())
        return row
      }
      let event = try unwrap(try store.read { try $0.events.list().last?.id })
      try expect(try undo(event, in: store).removed, is: 2)
      try expect(try store.read { try $0.entries.list() }, is: [])
      try expect(try store.read { try $0.messages.find(row: row)?.isTakenBack }, is: true)
      // It may come again.
      try expect(try store.read { try $0.messages.find(sender: try Sample.id("s"), messageID: "m-1") == nil })
      try store.write { try expect(try register(try Sample.bareEntry("a"), in: $0).number, is: 3) }
    },

    Check("what something later builds on stays, and that is named") { store in
      try prepareNoted(store)
      let first = try act("entry.add", in: store) { _ = try register(try Sample.bareEntry("a"), in: $0) }
      let second = try act("entry.admitted", in: store) { session in
        let registration = try unwrap(try session.entries.list().first).registration
        try session.entries.apply(
          StatusChange(.admitted, on: try Sample.day("2020-05-05")), to: registration,
          changedAt: try Sample.instant())
      }
      try expectRefusal(of: first, in: store, .neededBy([try event(second, in: store)]))
      try undo(second, in: store)
      try undo(first, in: store)
      try expect(try store.read { try $0.entries.list() }, is: [])
      try expect(try store.read { try $0.events.verify().faults }, is: [])
    },

    Check("what is unknown, changed nothing or lasts is refused") { store in
      try expectRefusal(of: 7, in: store, .unknown)
      let empty = try act("entry.edit", in: store) { _ in }
      try expectRefusal(of: empty, in: store, .notUndoable(kind: "entry.edit"))
      for kind in ["undo", "entry.erase", "export", "receipt", "backup", "pseudonyms.begin"] {
        let event = try act(kind, in: store) { try $0.organisations.add(try Sample.bareOrganisation()) }
        try expectRefusal(of: event, in: store, .notUndoable(kind: kind))
      }
    },

    Check("a refusal changes nothing") { store in
      try prepareNoted(store)
      let first = try act("entry.add", in: store) { _ = try register(try Sample.bareEntry("a"), in: $0) }
      try act("entry.edit", in: store) { session in
        let stored = try unwrap(try session.entries.list().first)
        var entry = stored.entry
        entry.works = 1
        try session.entries.replace(
          stored.registration, with: entry, message: nil, changedAt: try Sample.instant())
      }
      let before = try store.read { (try $0.entries.list(), try $0.events.list()) }
      do { try undo(first, in: store) } catch is UndoRefusal {}
      try expect(try store.read { try $0.entries.list() }, is: before.0)
      try expect(try store.read { try $0.events.list() }, is: before.1)
    },

    Check("a movement in a period closed since is not taken back before the period is opened") { store in
      var project = try Sample.bareProject()
      _ = try act("grant.create", in: store) { try $0.projects.save(project, changedAt: try Sample.instant()) }
      project.expenses = [
        Expense(id: try Sample.id("e1"), date: try Sample.day("2020-03-10"), amount: try Sample.amount("5.00"))
      ]
      let spending = project
      let spent = try act("grant.spend", in: store) {
        try $0.projects.save(spending, changedAt: try Sample.instant())
      }
      func close(_ start: String, _ end: String) throws -> Int64 {
        try act("grant.close", in: store) { session in
          try session.books.close(
            ClosedPeriod(
              id: try session.books.nextClosedPeriodID(of: spending.id),
              period: Period(start: try Sample.day(start), end: try Sample.day(end)),
              closedOn: try Sample.day("2020-07-01")), of: spending.id)
        }
      }
      _ = try close("2020-04-01", "2020-06-30")
      let closing = try close("2020-01-01", "2020-03-31")
      try expectRefusal(of: spent, in: store, .neededBy([try event(closing, in: store)]))
      _ = try act("grant.reopen", in: store) { try $0.books.reopen(try Sample.id("p2"), of: spending.id) }
      try undo(spent, in: store)
      try expect(try store.read { try $0.projects.find(spending.id)?.expenses }, is: [])
    },
  ]
}
