import Contests
import Primitives
import Storage

extension Conformance {
  /// Takes in an entry that says all of a person, and corrects it.
  private static func takeIn(_ store: Store) throws -> Registration {
    try prepareNoted(store)
    return try store.write { session in
      let row = try session.messages.begin(
        try message("m-1", subject: "teplo-2020", fileName: "заявка Ёлкиной.xml"))
      var entry = try Sample.fullEntry(applicant: .person(try Sample.person()))
      let registration = try session.entries.register(
        entry, sender: try Sample.id("s"), message: row, on: try Sample.day("2020-03-02"),
        changedAt: try Sample.instant())
      try session.messages.finish(row, status: .accepted, counts: StoredMessage.Counts(), digest: Sample.digest)
      try session.events.append("import", message: row, digest: Sample.digest, at: try Sample.instant())
      entry.title = "Дом Ёлкиной Марии"
      entry.correctionNumber += 1
      try session.entries.replace(registration, with: entry, message: nil, changedAt: try Sample.instant())
      try session.entries.apply(
        StatusChange(.returned, on: try Sample.day("2020-03-03"), reason: "звонили Ёлкиным"), to: registration,
        changedAt: try Sample.instant())
      try session.events.append("entry.edit", remark: "просила Мария Ёлкина", at: try Sample.instant())
      return registration
    }
  }

  @discardableResult
  private static func erase(_ registration: Registration, in store: Store, reason: String = "отзыв") throws
    -> ErasureAct
  {
    try store.write { session in
      let stored = try unwrap(try session.entries.find(registration))
      return try session.erasures.erase(
        stored, outcomes: [], named: [stored.exchangeID], on: try Sample.day("2020-06-01"), reason: reason,
        actor: "clerk", at: try Sample.instant())
    }
  }

  private static func expectRefusal(
    of registration: Registration, in store: Store, reason: String = "отзыв", _ expected: ErasureRefusal
  ) throws {
    do {
      try erase(registration, in: store, reason: reason)
    } catch let refusal as ErasureRefusal {
      return try expect(refusal, is: expected)
    }
    throw Mismatch(description: "\(registration) was erased")
  }

  static let erasure = [
    Check("an erasure leaves figures and states, and nothing of the person") { store in
      let registration = try takeIn(store)
      let before = try unwrap(try store.read { try $0.entries.find(registration) })
      let act = try erase(registration, in: store)
      let after = try unwrap(try store.read { try $0.entries.find(registration) })
      try expect(after.entry.participants, is: Participants(count: 3))
      try expect(after.entry.works, is: before.entry.works)
      try expect(after.entry.nomination, is: before.entry.nomination)
      try expect(after.entry.submittedAt, is: before.entry.submittedAt)
      try expect(after.history.changes.map(\.status), is: before.history.changes.map(\.status))
      try expect(after.history.changes.last?.reason, is: Neutral.text)
      try expect(after.entry.applicant.title, is: Neutral.participant)
      try expect(after.entry.title, is: Neutral.title)
      try expect(!String(describing: after).contains("лкин"), "the name")
      try expect(act.removed[.applicant], is: 1)
      try expect(act.removed[.people], is: 2)
      try expect(act.removed[.reasons], is: 2)
      try expect(act.removed[.fileNames], is: 1)
      try expect(act.broughtBy.map(\.messageID), is: ["m-1"])
      try expect(try store.read { try $0.messages.list().map(\.message.fileName) }, is: [nil])
      try expect(try store.read { try $0.events.list().compactMap(\.remark) }, is: [Neutral.text])
      try expect(try store.read { try $0.erasures.find(registration) }, is: act.erasure)
    },

    Check(
      "no row of any table keeps what was erased",
      tampering: { store, engine in
        let registration = try takeIn(store)
        try erase(registration, in: store)
        try store.compact()
        for column in [
          "before FROM change", "title FROM entry", "applicant FROM entry", "people FROM entry",
          "reason FROM entry_status", "file_name FROM message", "remark FROM event_remark",
        ] {
          try engine.read { connection in
            try connection.rows("SELECT \(column)") { row in
              let text = row.text(0) ?? ""
              try expect(!text.lowercased().contains("лкин"), column)
              try expect(!text.contains("2011-02-28"), column)
            }
          }
        }
        try expect(try store.faults(), is: [])
        try expect(try store.read { try $0.events.verify().faults }, is: [])
      }),

    Check("what was erased is neither erased again nor brought back") { store in
      let registration = try takeIn(store)
      let act = try erase(registration, in: store)
      try expectRefusal(of: registration, in: store, .already(act.erasure))
      for event in [Int64(2), 3] {
        do {
          _ = try store.write { session in
            try Undo(event, in: session).run(reason: nil, actor: nil, at: try Sample.instant())
          }
          try expect(false, "event \(event) was taken back")
        } catch let refusal as UndoRefusal {
          try expect(refusal, is: .erased)
        }
      }
    },

    Check("a reason that names the person is refused, and nothing is erased") { store in
      let registration = try takeIn(store)
      let before = try store.read { try $0.entries.find(registration) }
      for reason in ["просьба Ёлкиной", "звонок +7 900 111-22-33"] {
        try expectRefusal(of: registration, in: store, reason: reason, .reasonIsPersonal)
      }
      try expect(try store.read { try $0.entries.find(registration) }, is: before)
      try expect(try store.read { try $0.erasures.find(registration) }, is: nil)
    },

    Check("other entries of the same person stay and are named") { store in
      let registration = try takeIn(store)
      let other = try store.write { session in
        try session.entries.register(
          try Sample.fullEntry("other", applicant: .person(try Sample.person())), sender: try Sample.id("s"),
          on: try Sample.day("2020-03-02"), changedAt: try Sample.instant())
      }
      try expect(try erase(registration, in: store).others, is: [other])
      try expect(
        try store.read { try $0.entries.find(other)?.entry.applicant.title }, is: try Sample.person().name)
    },
  ]

  static let pseudonyms = [
    Check("pseudonyms are begun once, and last") { store in
      try expect(try store.read { try $0.pseudonyms.find() == nil })
      let person = try Sample.person()
      let first = try store.write { try $0.pseudonyms.begin(actor: "clerk", at: try Sample.instant()) }
      let again = try store.write { try $0.pseudonyms.begin(actor: "clerk", at: try Sample.instant()) }
      let found = try unwrap(try store.read { try $0.pseudonyms.find() })
      try expect(
        [again.name(of: person), found.name(of: person)], is: [first.name(of: person), first.name(of: person)])
      try expect(try store.read { try $0.events.list().map(\.kind) }, is: ["pseudonyms.begin"])
    },

    Check("a pseudonym is the same however a name is typed, and tells namesakes apart") { store in
      let pseudonyms = try store.write { try $0.pseudonyms.begin(actor: nil, at: try Sample.instant()) }
      let person = try Sample.person("Ёлкина Мария")
      try expect(pseudonyms.name(of: try Sample.person("ЕЛКИНА  мария")), is: pseudonyms.name(of: person))
      var namesake = person
      namesake.birthDay = try Sample.day("2012-02-28")
      try expect(pseudonyms.name(of: namesake) != pseudonyms.name(of: person))
      try expect(pseudonyms.name("Ёлкина Мария") != pseudonyms.name(of: person))
    },

    Check("another key gives other pseudonyms") { store in
      let names = try (0..<2).map { _ in
        try store.write(dryRun: true) { session in
          try session.pseudonyms.begin(actor: nil, at: try Sample.instant()).name("Ёлкина Мария")
        }
      }
      try expect(names[0] != names[1])
    },
  ]
}
