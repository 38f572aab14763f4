import Primitives
import Storage

extension Conformance {
  private static func chain(in session: Session) throws {
    for kind in ["contest.create", "entry.add", "winner.record"] {
      try session.events.append(kind, subject: "c-1", at: try Sample.instant())
    }
  }

  static let events = [
    Check("events are kept in order, with all that they say") { store in
      try store.write { session in
        let row = try session.messages.begin(try message("m-1"))
        let first = try session.events.append(
          "import", subject: "c-1", detail: "{}", actor: "clerk", message: row, digest: Sample.digest,
          at: try Sample.instant())
        let second = try session.events.append(
          "winner.record", subject: "c-1/1", remark: "по просьбе", at: try Sample.instant())
        try expect(try session.events.list().map(\.id), is: [first, second])
        let event = try unwrap(try session.events.list(subject: "c-1").first)
        try expect(event.message, is: row)
        try expect(event.actor, is: "clerk")
        try expect(event.at, is: try Sample.instant())
        try expect(event.digest?.count, is: 32)
        try expect(event.remark, is: nil)
        try expect(try session.events.find(second)?.remark, is: "по просьбе")
        try expect(try session.events.find(3), is: nil)
      }
    },

    Check("each event holds the hash of the one before it") { store in
      try store.write { try chain(in: $0) }
      let events = try store.read { try $0.events.list() }
      try expect(events.map(\.previous), is: [nil, events[0].hash, events[1].hash])
      let verdict = try store.read { try $0.events.verify() }
      try expect(verdict.faults, is: [])
      try expect(verdict.events, is: 3)
      try expect(verdict.unchained, is: 0)
      try expect(verdict.head, is: events[2].hash)
    },

    Check("a remark is no part of the chain") { store in
      let hashes = try [String?("так"), nil].map { remark in
        try store.write(dryRun: true) { session in
          try session.events.append("undo", remark: remark, at: try Sample.instant())
          return try session.events.list().last?.hash
        }
      }
      try expect(hashes[0], is: hashes[1])
    },

    Check(
      "an event is neither changed nor deleted",
      tampering: { store, engine in
        try store.write { try chain(in: $0) }
        for statement in ["UPDATE event SET subject = 'c-2' WHERE id = 2", "DELETE FROM event WHERE id = 2"] {
          do {
            try engine.write { _ = try $0.run(statement) }
            try expect(false, statement)
          } catch is StoreError {}
        }
        try expect(try store.read { try $0.events.verify().faults }, is: [])
      }),

    Check(
      "an event put in without its hash shows, and so does a number left out",
      tampering: { store, engine in
        try store.write { try chain(in: $0) }
        try engine.write { connection in
          _ = try connection.run(
            """
            INSERT INTO event (id, at, kind, subject, previous, hash)
            SELECT 5, at, kind, subject, previous, hash FROM event WHERE id = 3
            """)
        }
        try expect(try store.read { try $0.events.verify().faults }, is: [.missing(4), .changed(5)])
      }),

    Check(
      "an event of another chain shows",
      tampering: { store, engine in
        // Sound in itself, but it follows something else.
        let other = try store.write(dryRun: true) { session in
          try session.events.append("funder.add", at: try Sample.instant())
          try session.events.append("entry.add", at: try Sample.instant())
          return try unwrap(try session.events.find(2))
        }
        try store.write { _ = try $0.events.append("contest.create", at: try Sample.instant()) }
        try engine.write { connection in
          _ = try connection.run(
            "INSERT INTO event (id, at, kind, previous, hash) SELECT 2, at, 'entry.add', ?, ? FROM event WHERE id = 1",
            [.blob(try unwrap(other.previous)), .blob(try unwrap(other.hash))])
        }
        try expect(try store.read { try $0.events.verify().faults }, is: [.broken(2)])
      }),

    Check(
      "a message that is no longer the one taken in shows",
      tampering: { store, engine in
        try store.write { session in
          let row = try session.messages.begin(try message("m-1"))
          try session.messages.finish(row, status: .accepted, counts: StoredMessage.Counts(), digest: Sample.digest)
          try session.events.append("import", message: row, digest: Sample.digest, at: try Sample.instant())
        }
        try expect(try store.read { try $0.events.verify().faults }, is: [])
        let digest = String(repeating: "0b", count: 32)
        try engine.write { _ = try $0.run("UPDATE message SET digest = ?", [.text(digest)]) }
        try expect(try store.read { try $0.events.verify().faults }, is: [.otherMessage(1)])
      }),
  ]
}
