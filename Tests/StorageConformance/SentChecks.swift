import Contests
import Primitives
import Storage

extension Conformance {
  private static func outgoing(_ id: String, correction: Int = 0) throws -> StoredMessage {
    var message = try message(id, sender: "us", subject: "snow-2020", direction: .outgoing)
    message.correctionNumber = correction
    return message
  }

  private static func answer(_ number: Int, _ record: String?, _ status: RecordStatus = .accepted) -> Answer {
    Answer(
      number: number, record: record, status: status, registration: status == .rejected ? nil : "big/\(number)",
      reasons: status == .rejected
        ? [Answer.Reason(code: "GC-050-0002", severity: "error", ru: "нет «номинации»", en: "no such nomination")] : [])
  }

  private static func reply(
    _ sender: String, minute: Int = 0, _ status: GroupStatus, _ counts: StoredMessage.Counts
  ) throws -> Reply {
    Reply(
      sender: try Sample.id(sender), title: "Организация \(sender)",
      receivedAt: try Sample.instant("2020-03-01T18:0\(minute):00+07:00"),
      status: status, counts: counts)
  }

  private static func send(
    _ id: String, in session: Session, changed change: (inout StoredMessage) -> Void = { _ in }
  ) throws -> Int64 {
    var message = try outgoing(id)
    change(&message)
    return try session.sent.add(message).row
  }

  private static func registration(_ number: Int) throws -> Registration {
    Registration(contest: try Sample.id("snow-2020"), number: number)
  }

  static let sent = [
    Check("the same message goes out once") { store in
      try store.write { session in
        let first = try session.sent.add(try outgoing("m-1"))
        try expect(first.isNew)
        let again = try session.sent.add(try outgoing("m-1"))
        try expect(again.row, is: first.row)
        try expect(!again.isNew)
        try expect(try session.sent.find(messageID: "m-1")?.row, is: first.row)
        // What came in under the same identifier is another message.
        _ = try session.messages.begin(try message("m-2"))
        try expect(try session.sent.find(messageID: "m-2") == nil)
      }
    },

    Check("an entry is found in every message that carried it, with what was answered on it") { store in
      try prepare(store)
      try store.write { session in
        for id in ["a", "b", "c"] { _ = try register(try Sample.bareEntry(id), in: session) }
        let contest = try Sample.id("snow-2020")
        let first = try session.sent.add(try outgoing("m-1")).row
        try session.sent.add([SentRun(1...2)], of: contest, to: first)
        let second = try session.sent.add(try outgoing("m-2")).row
        try session.sent.add(
          [SentRun(1...1, correctionNumber: 3), SentRun(3...3, isWithdrawal: true)], of: contest, to: second)
        try expect(try session.sent.answer(second, by: try reply("us", .accepted, StoredMessage.Counts(accepted: 2))))
        try session.sent.add(answer(1, "a"), by: try Sample.id("us"), to: second)
        func carried(_ number: Int, _ id: String) throws -> [Dispatch] {
          try session.sent.dispatches(of: try registration(number), named: [try Sample.id(id)])
        }
        try expect(try carried(1, "a").map(\.message.messageID), is: ["m-1", "m-2"])
        try expect(try carried(1, "a").map(\.answer), is: [nil, answer(1, "a")])
        try expect(try carried(2, "b").map(\.message.messageID), is: ["m-1"])
        try expect(try carried(3, "c").map(\.message.messageID), is: ["m-2"])
        try expect(try carried(4, "d").count, is: 0)
        try expect(try session.sent.lastCorrection(of: try registration(1)), is: 3)
        try expect(try session.sent.lastCorrection(of: try registration(2)), is: 0)
        try expect(try session.sent.lastCorrection(of: try registration(3)), is: nil)
      }
    },

    Check("what went on to the next stage is known by what went out last") { store in
      try prepare(store)
      try store.write { session in
        let (contest, stage) = (try Sample.id("snow-2020"), try Sample.id("region-2020"))
        let messages = try ["m-1", "m-2"].map { id in
          var message = try outgoing(id)
          message.subject = stage.description
          return try session.sent.add(message).row
        }
        let digest = [UInt8](repeating: 7, count: 32)
        try session.sent.add(
          [SentRun(1...1, correctionNumber: 2, digest: digest), SentRun(2...2, digest: digest)], of: contest,
          to: messages[0])
        try session.sent.add([SentRun(1...1, isWithdrawal: true)], of: contest, to: messages[1])
        let last = try session.sent.last(of: contest, sentTo: stage)
        try expect(last[1], is: SentRun(1...1, correctionNumber: 2, isWithdrawal: true))
        try expect(last[2], is: SentRun(2...2, digest: digest))
        try expect(try session.sent.lastCorrection(of: try registration(1)), is: nil)
        try expect(try session.sent.last(of: contest, sentTo: contest), is: [:])
      }
    },

    Check("an erasure leaves no digest of what was sent on") { store in
      try prepare(store)
      try store.write { session in
        for id in ["a", "b"] { _ = try register(try Sample.bareEntry(id), in: session) }
        let (contest, stage) = (try Sample.id("snow-2020"), try Sample.id("region-2020"))
        var message = try outgoing("m-1")
        message.subject = stage.description
        let digest = [UInt8](repeating: 7, count: 32)
        let row = try session.sent.add(message).row
        try session.sent.add([SentRun(1...1, digest: digest), SentRun(2...2, digest: digest)], of: contest, to: row)
        let stored = try unwrap(try session.entries.find(try registration(2)))
        _ = try session.erasures.erase(
          stored, outcomes: [], named: [stored.exchangeID], on: try Sample.day("2020-06-01"), reason: "отзыв",
          actor: "clerk", at: try Sample.instant())
        let last = try session.sent.last(of: contest, sentTo: stage)
        try expect(last[1]?.digest, is: digest)
        try expect(last[2], is: SentRun(2...2))
      }
    },

    Check("entries in a row that go out alike are one run") { _ in
      var runs = SentRuns()
      for number in [1, 2, 3] { runs.add(number) }
      runs.add(4, correctionNumber: 1)
      runs.add(6, correctionNumber: 1)
      runs.add(5, isWithdrawal: true)
      try expect(
        runs.all,
        is: [
          SentRun(1...3), SentRun(4...4, correctionNumber: 1), SentRun(6...6, correctionNumber: 1),
          SentRun(5...5, isWithdrawal: true),
        ])
    },

    Check("the digest of an application tells contents apart, not versions") { _ in
      var entry = try Sample.bareEntry("a")
      let digest = try entry.contentDigest()
      entry.correctionNumber = 4
      try expect(try entry.contentDigest(), is: digest)
      entry.works = 77
      try expect(try entry.contentDigest() != digest)
    },

    Check("answers come out as they went in, and a later receipt takes the place of an earlier one") { store in
      try store.write { session in
        let row = try session.sent.add(try outgoing("m-1")).row
        let them = try Sample.id("us")
        let first = [answer(1, "a", .rejected), answer(2, nil, .unchanged)]
        let partial = try reply("us", .partial, StoredMessage.Counts(accepted: 1, rejected: 1))
        try expect(try session.sent.answer(row, by: partial))
        for answer in first { try session.sent.add(answer, by: them, to: row) }
        try expect(try session.sent.answers(to: row, by: them), is: first)
        try expect(try session.messages.find(row: row)?.isAnswered, is: true)
        try expect(try session.messages.find(row: row)?.status, is: .partial)

        try expect(
          try session.sent.answer(row, by: try reply("us", minute: 1, .accepted, StoredMessage.Counts(accepted: 1))))
        try session.sent.add(answer(1, "a", .updated), by: them, to: row)
        try expect(try session.sent.answers(to: row, by: them), is: [answer(1, "a", .updated)])
        try expect(try session.messages.list(MessageFilter(isAnswered: true)).count, is: 1)
        try expect(try session.sent.answer(row, by: partial), is: false)
        try expect(
          try session.sent.answer(row, by: try reply("us", minute: 2, .rejected, StoredMessage.Counts(rejected: 2))),
          is: false)
        try expect(try session.sent.answers(to: row, by: them).count, is: 1)
        try expectRefusal(.missing("message")) {
          _ = try session.sent.answer(99, by: partial)
        }
      }
    },

    Check("an acceptance takes the place of a refusal, whichever is older") { store in
      try store.write { session in
        let row = try session.sent.add(try outgoing("m-1")).row
        try expect(
          try session.sent.answer(row, by: try reply("us", minute: 2, .rejected, StoredMessage.Counts(rejected: 2))))
        try expect(try session.sent.answer(row, by: try reply("us", .accepted, StoredMessage.Counts(accepted: 2))))
        try expect(try session.messages.find(row: row)?.status, is: .accepted)
      }
    },

    Check("each of those who answer is kept, and only the addressee answers for the message") { store in
      try store.write { session in
        var message = try outgoing("m-1")
        message.recipient = nil
        let open = try session.sent.add(message).row
        for (name, status, counts) in [
          ("a", GroupStatus.accepted, StoredMessage.Counts(accepted: 1)),
          ("b", .rejected, StoredMessage.Counts(rejected: 1)), ("c", .duplicate, StoredMessage.Counts(accepted: 1)),
        ] {
          try expect(try session.sent.answer(open, by: try reply(name, status, counts)))
        }
        try expect(try session.sent.replies(to: open).map(\.sender.description), is: ["a", "b", "c"])
        try expect(try session.sent.replies(to: open).map(\.status), is: [.accepted, .rejected, .accepted])
        try expect(try session.messages.find(row: open)?.status, is: .partial)
        try expect(
          try session.messages.find(row: open)?.counts, is: StoredMessage.Counts(accepted: 2, rejected: 1))

        let addressed = try session.sent.add(try outgoing("m-2")).row
        try expect(
          try session.sent.answer(addressed, by: try reply("stranger", .accepted, StoredMessage.Counts(accepted: 1))))
        try expect(try session.messages.find(row: addressed)?.isAnswered, is: false)
        try expect(try session.messages.find(row: addressed)?.status, is: nil)
        try expect(try session.sent.replies()[addressed]?.count, is: 1)
      }
    },

    Check("a later message takes the place of one like it, and only of such") { store in
      try prepare(store)
      try store.write { session in
        let first = try send("m-1", in: session)
        let somebody = try Sample.id("somebody")
        let other = try send("m-2", in: session) { $0.recipient = somebody }
        let subject = try send("m-3", in: session) { $0.subject = "another" }
        let kind = try send("m-4", in: session) { $0.document = "contestAnnouncement" }
        let free = try send("m-5", in: session) { ($0.subject, $0.recipient) = (nil, nil) }
        _ = try send("m-6", in: session) { ($0.subject, $0.recipient) = (nil, nil) }
        try expect(try session.sent.superseded(), is: [])
        let second = try send("m-7", in: session)
        try expect(try session.sent.superseded(), is: [first])
        // What went to the next stage from here is not in what went there from elsewhere.
        _ = try register(try Sample.bareEntry("a"), in: session)
        try session.sent.add([SentRun(1...1)], of: try Sample.id("snow-2020"), to: second)
        let third = try send("m-8", in: session)
        try expect(try session.sent.superseded(), is: [first])
        try session.sent.add([SentRun(1...1)], of: try Sample.id("snow-2020"), to: third)
        try expect(try session.sent.superseded(), is: [first, second])
        try expect(Set([other, subject, kind, free]).isDisjoint(with: try session.sent.superseded()))
        try expect(try session.sent.runs(of: third), is: [try Sample.id("snow-2020"): [1...1]])
      }
    },

    Check("what was refused in part is known by its last correction") { store in
      try store.write { session in
        let (contest, us) = (try Sample.id("snow-2020"), try Sample.id("us"))
        func last() throws -> Int? { try session.sent.lastRefused("applications", subject: contest, recipient: us) }
        try expect(try last(), is: nil)
        for (id, correction, rejected) in [("m-1", 0, 1), ("m-2", 1, 2), ("m-3", 2, 0)] {
          let row = try session.sent.add(try outgoing(id, correction: correction)).row
          _ = try session.sent.answer(
            row, by: try reply("us", .partial, StoredMessage.Counts(rejected: rejected)))
        }
        try expect(try last(), is: 1)
        try expect(try session.sent.lastRefused("applications", subject: contest, recipient: nil), is: nil)
      }
    },
  ]
}
