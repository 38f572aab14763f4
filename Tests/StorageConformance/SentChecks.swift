import Contests
import Primitives
import Storage

extension Conformance {
  private static func outgoing(_ id: String, correction: Int = 0) throws -> StoredMessage {
    var message = try message(id, sender: "us", subject: "snow-2020", direction: .outgoing)
    message.correctionNumber = correction
    return message
  }

  private static func answer(_ number: Int, _ record: String?, _ status: Answer.Status = .accepted) -> Answer {
    Answer(
      number: number, record: record, status: status, registration: status == .rejected ? nil : "big/\(number)",
      reasons: status == .rejected
        ? [Answer.Reason(code: "GC-050-0002", severity: "error", ru: "нет «номинации»", en: "no such nomination")] : [])
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
        try session.sent.add([1...2], of: contest, to: first)
        let second = try session.sent.add(try outgoing("m-2")).row
        try session.sent.add([1...1, 3...3], of: contest, to: second)
        try session.sent.answer(second, status: .accepted, counts: StoredMessage.Counts(accepted: 2))
        try session.sent.add(answer(1, "a"), to: second)
        func carried(_ number: Int, _ id: String) throws -> [Dispatch] {
          try session.sent.dispatches(of: try registration(number), named: [try Sample.id(id)])
        }
        try expect(try carried(1, "a").map(\.message.messageID), is: ["m-1", "m-2"])
        try expect(try carried(1, "a").map(\.answer), is: [nil, answer(1, "a")])
        try expect(try carried(2, "b").map(\.message.messageID), is: ["m-1"])
        try expect(try carried(3, "c").map(\.message.messageID), is: ["m-2"])
        try expect(try carried(4, "d").count, is: 0)
        try session.events.append("export", message: first, at: try Sample.instant())
        try expect(try session.sent.lastEvent(carrying: try registration(2)), is: 1)
        try expect(try session.sent.lastEvent(carrying: try registration(3)), is: nil)
      }
    },

    Check("answers come out as they went in, and a later receipt takes the place of an earlier one") { store in
      try store.write { session in
        let row = try session.sent.add(try outgoing("m-1")).row
        let first = [answer(1, "a", .rejected), answer(2, nil, .unchanged)]
        try session.sent.answer(row, status: .partial, counts: StoredMessage.Counts(accepted: 1, rejected: 1))
        for answer in first { try session.sent.add(answer, to: row) }
        try expect(try session.sent.answers(to: row), is: first)
        try expect(try session.messages.find(row: row)?.isAnswered, is: true)
        try expect(try session.messages.find(row: row)?.status, is: .partial)

        try session.sent.answer(row, status: .accepted, counts: StoredMessage.Counts(accepted: 1))
        try session.sent.add(answer(1, "a", .updated), to: row)
        try expect(try session.sent.answers(to: row), is: [answer(1, "a", .updated)])
        try expect(try session.messages.list(MessageFilter(isAnswered: true)).count, is: 1)
        try expectRefusal(.missing("message")) {
          try session.sent.answer(99, status: .accepted, counts: StoredMessage.Counts())
        }
      }
    },

    Check("what was refused in part is known by its last correction") { store in
      try store.write { session in
        let (contest, us) = (try Sample.id("snow-2020"), try Sample.id("us"))
        func last() throws -> Int? { try session.sent.lastRefused("applications", subject: contest, recipient: us) }
        try expect(try last(), is: nil)
        for (id, correction, rejected) in [("m-1", 0, 1), ("m-2", 1, 2), ("m-3", 2, 0)] {
          let row = try session.sent.add(try outgoing(id, correction: correction)).row
          try session.sent.answer(row, status: .partial, counts: StoredMessage.Counts(rejected: rejected))
        }
        try expect(try last(), is: 1)
        try expect(try session.sent.lastRefused("applications", subject: contest, recipient: nil), is: nil)
      }
    },
  ]
}
