import Primitives
import Storage

extension Conformance {
  static func message(
    _ id: String, document: String = "applications", sender: String = "s", subject: String? = nil,
    direction: StoredMessage.Direction = .incoming, fileName: String = "заявки.xml"
  ) throws -> StoredMessage {
    StoredMessage(
      direction: direction, document: document, subject: subject, messageID: id,
      sender: Organisation(id: try Sample.id(sender), title: sender), recipient: try Sample.id("us"),
      createdAt: try Sample.instant(),
      receivedAt: try Sample.instant("2020-03-02T00:00:00.001Z"), digest: Sample.digest, fileName: fileName,
      correctionNumber: 1)
  }

  static let exchange = [
    Check("a message comes out as it went in, with how it ended") { store in
      try store.write { session in
        let row = try session.messages.begin(try message("m-1"))
        let counts = StoredMessage.Counts(accepted: 1, updated: 2, unchanged: 3, rejected: 4, warnings: 5)
        try session.messages.finish(row, status: .partial, counts: counts, digest: Sample.digest)
        var expected = try message("m-1")
        expected.status = .partial
        expected.counts = counts
        let found = try unwrap(try session.messages.find(sender: try Sample.id("s"), messageID: "m-1"))
        try expect(found.row, is: row)
        try expect(found.message, is: expected)
      }
    },

    Check("a message uses up its identifier unless it was refused") { store in
      try store.write { session in
        for status in [GroupStatus.rejected, .rejected, .accepted] {
          let row = try session.messages.begin(try message("m-1"))
          try session.messages.finish(row, status: status, counts: StoredMessage.Counts(), digest: Sample.digest)
        }
        let found = try session.messages.find(sender: try Sample.id("s"), messageID: "m-1")
        try expect(found?.message.status, is: .accepted)
        let again = try session.messages.begin(try message("m-1"))
        try expectRefusal(.conflict) {
          try session.messages.finish(
            again, status: .acceptedWithWarnings, counts: StoredMessage.Counts(), digest: Sample.digest)
        }
        let other = try session.messages.begin(try message("m-1", sender: "t"))
        try session.messages.finish(other, status: .accepted, counts: StoredMessage.Counts(), digest: Sample.digest)
      }
    },

    Check("messages are narrowed, and the last sender of a kind of document is known") { store in
      try store.write { session in
        for (number, (document, sender, subject, status)) in [
          ("applications", "a", "c-1", GroupStatus.accepted), ("applications", "b", "c-1", .partial),
          ("applications", "c", "c-1", .rejected), ("applications", "d", "c-2", .accepted),
          ("grantPortfolio", "e", nil, .accepted),
        ].enumerated() {
          let row = try session.messages.begin(
            try message("m-\(number)", document: document, sender: sender, subject: subject))
          try session.messages.finish(row, status: status, counts: StoredMessage.Counts(), digest: Sample.digest)
        }
        _ = try session.messages.begin(try message("out", sender: "us", subject: "c-1", direction: .outgoing))
        try expect(try session.messages.lastSender(of: "applications")?.title, is: "d")
        try expect(try session.messages.lastSender(of: "grantPortfolio")?.title, is: "e")
        try expect(try session.messages.lastSender(of: "scoreSheets"), is: nil)
        try expect(try session.messages.list(MessageFilter(subject: "c-1")).count, is: 4)
        try expect(try session.messages.list(MessageFilter(direction: .outgoing)).count, is: 1)
        try expect(try session.messages.list(MessageFilter(isAnswered: true)).count, is: 0)
      }
    },

    Check("a receipt of any length comes out byte for byte") { store in
      let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try store.write { session in
        let row = try session.messages.begin(try message("m-1"))
        for start in stride(from: 0, to: bytes.count, by: 300_000) {
          try session.messages.appendReceipt(Array(bytes[start..<min(start + 300_000, bytes.count)]), to: row)
        }
        try session.messages.appendReceipt([], to: row)
        var found: [UInt8] = []
        try session.messages.receipt(of: row) { chunk in
          try expect(chunk.count <= 262_144)
          found += chunk
        }
        try expect(found == bytes)
      }
    },

    Check("organisations come out as they went in, in Russian order, and we are one of them") { store in
      try store.write { session in
        try expect(try session.organisations.ourselves(), is: nil)
        let full = try Sample.organisation()
        let bare = try Sample.bareOrganisation()
        try session.organisations.add(bare)
        try session.organisations.setOurselves(full)
        try expect(try session.organisations.list(), is: [full, bare])
        try expect(try session.organisations.find(bare.id), is: bare)
        try expect(try session.organisations.ourselves(), is: full)
        try session.organisations.setOurselves(bare)
        try expect(try session.organisations.ourselves(), is: bare)
        try expect(try session.organisations.takesKnownSendersOnly(), is: false)
        try session.organisations.setTakesKnownSendersOnly(true)
        try expect(try session.organisations.takesKnownSendersOnly(), is: true)
      }
    },
  ]
}
