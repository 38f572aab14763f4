import Contests
import Primitives
import Storage

extension Conformance {
  private struct Interrupted: Error {}

  static let transactions = [
    Check("a dry run tells what would be and changes nothing") { store in
      try prepare(store)
      let registration = try store.write(dryRun: true) { session in
        _ = try register(try Sample.bareEntry("a"), in: session)
        return try register(try Sample.bareEntry("b"), in: session)
      }
      try expect(registration.number, is: 2)
      try expect(try store.read { try $0.entries.list() }, is: [])
      try store.write { try expect(try register(try Sample.bareEntry("a"), in: $0).number, is: 1) }
    },

    Check("what throws in the middle leaves nothing behind") { store in
      try prepare(store)
      do {
        try store.write { session in
          for number in 1...1000 { _ = try register(try Sample.bareEntry("e\(number)"), in: session) }
          try session.contests.setAchievements(
            [try Sample.achievement()], of: try Sample.id("snow-2020"), changedAt: try Sample.instant())
          throw Interrupted()
        }
        try expect(false, "nothing was thrown")
      } catch is Interrupted {}
      try store.read { session in
        try expect(try session.entries.list(), is: [])
        try expect(try session.contests.find(try Sample.id("snow-2020")), is: try Sample.bareContest())
      }
    },

    Check("a reader sees one state while another writes") { store in
      try prepare(store)
      try store.write { session in
        _ = try register(try Sample.bareEntry("a"), in: session)
        try expect(try store.read { try $0.entries.list().count }, is: 0)
      }
      try expect(try store.read { try $0.entries.list().count }, is: 1)
    },

    Check("instants order as moments do and keep their offset") { store in
      try prepare(store)
      // One hour later, though its text comes first.
      let earlier = try Sample.instant("2020-03-01T23:00:00+14:00")
      let later = try Sample.instant("2020-03-01T00:00:00-10:00")
      try store.write { session in
        for (id, instant) in [("a", later), ("b", earlier)] {
          _ = try session.entries.register(
            try Sample.bareEntry(id), sender: try Sample.id("s"), on: try Sample.day("2020-03-01"), changedAt: instant)
        }
        try expect(try session.entries.changedAt(in: try Sample.id("snow-2020")), is: later)
        try expect(try session.entries.changedAt(in: try Sample.id("teplo-2020")), is: nil)
      }
    },
  ]
}
