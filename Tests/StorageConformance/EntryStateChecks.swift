import Contests
import Primitives
import Storage

extension Conformance {
  static let entryStates = [
    Check("an entry keeps every state it entered, with day and reason") { store in
      try prepare(store)
      let changes: [StatusChange<EntryStatus>] = [
        StatusChange(.returned, on: try Sample.day("2020-01-12"), reason: "нет согласия"),
        StatusChange(.registered, on: try Sample.day("2020-01-13")),
        StatusChange(.admitted, on: try Sample.day("2020-01-13")),
      ]
      try store.write { session in
        let registration = try register(try Sample.bareEntry("a"), in: session)
        let later = try Sample.instant("2020-03-05T00:00:00Z")
        for change in changes { try session.entries.apply(change, to: registration, changedAt: later) }
        let stored = try unwrap(try session.entries.find(registration))
        try expect(
          stored.history.changes, is: [StatusChange(.registered, on: try Sample.day("2020-01-11"))] + changes)
        try expect(stored.changedAt, is: later)
        try expect(try session.entries.list(EntryFilter(status: .admitted)).count, is: 1)
        try expect(try session.entries.list(EntryFilter(status: .registered)).count, is: 0)
      }
    },

    Check("a state that may not follow is refused and changes nothing") { store in
      try prepare(store)
      try store.write { session in
        let registration = try register(try Sample.bareEntry("a"), in: session)
        do {
          try session.entries.apply(
            StatusChange(.awarded, on: try Sample.day("2020-02-01")), to: registration,
            changedAt: try Sample.instant())
          try expect(false, "a registered entry was awarded")
        } catch is StatusRefusal<EntryStatus> {}
        try expect(try session.entries.find(registration)?.status, is: .registered)
        try expectRefusal(.missing("entry")) {
          try session.entries.apply(
            StatusChange(.admitted, on: try Sample.day("2020-02-01")),
            to: Registration(contest: registration.contest, number: 2), changedAt: try Sample.instant())
        }
      }
    },
  ]
}
