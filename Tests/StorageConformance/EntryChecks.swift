import Contests
import Primitives
import Storage

extension Conformance {
  static func register(
    _ entry: Entry, sender: String = "s", message: Int64? = nil, in session: Session
  ) throws -> Registration {
    try session.entries.register(
      entry, sender: try Sample.id(sender), message: message, on: try Sample.day("2020-01-11"),
      changedAt: try Sample.instant())
  }

  /// A store with the sample contests.
  static func prepare(_ store: Store) throws {
    try store.write { session in
      try session.contests.save(try Sample.fullContest(), changedAt: try Sample.instant())
      try session.contests.save(try Sample.bareContest(), changedAt: try Sample.instant())
    }
  }

  static let entries = [
    Check("entries of every kind of applicant come out as they went in") { store in
      try prepare(store)
      let applicants: [Party] = [
        .organisation(try Sample.organisation()), .organisation(try Sample.bareOrganisation()),
        .person(try Sample.person()), .person(Person(name: "Ян")), .person(Person(name: "Ян", contact: Contact())),
        .group(title: "Семья", contact: Sample.contact()), .group(title: "Двор", contact: nil),
      ]
      for (number, applicant) in applicants.enumerated() {
        let entry = try Sample.fullEntry("full-\(number)", applicant: applicant)
        let registration = try store.write { try register(entry, in: $0) }
        let stored = try unwrap(try store.read { try $0.entries.find(registration) })
        try expect(stored.entry, is: entry)
        try expect(stored.registration.description, is: "teplo-2020/\(number + 1)")
        try expect(stored.exchangeID, is: entry.id)
        try expect(stored.sender, is: try Sample.id("s"))
        try expect(stored.changedAt, is: try Sample.instant())
        try expect(
          stored.history, is: try StatusHistory([StatusChange(.registered, on: try Sample.day("2020-01-11"))]))
      }
    },

    Check("an entry that states only what it must comes out as it went in") { store in
      try prepare(store)
      var entry = try Sample.bareEntry("bare")
      try store.write { _ = try register(entry, in: $0) }
      try expect(try store.read { try $0.entries.list().map(\.entry) }, is: [entry])
      entry.id = try Sample.id("empty")
      entry.territory = Territory()
      entry.participants = Participants(count: 0)
      let empty = entry
      let registration = try store.write { try register(empty, in: $0) }
      try expect(try store.read { try $0.entries.find(registration)?.entry }, is: empty)
    },

    Check("numbers run on within each contest, over transactions, and none is lost to a refused entry") { store in
      try prepare(store)
      try store.write { session in
        try expect(try register(try Sample.bareEntry("a"), in: session).number, is: 1)
        let again = try session.entries.registerIfNew(
          try Sample.bareEntry("a"), sender: try Sample.id("s"), on: try Sample.day("2020-01-11"),
          changedAt: try Sample.instant())
        try expect(again, is: nil)
        try expect(try register(try Sample.bareEntry("b"), in: session).number, is: 2)
        let other = try Sample.bareEntry("a", contest: "teplo-2020", nomination: "toys")
        try expect(try register(other, in: session).number, is: 1)
      }
      try store.write { try expect(try register(try Sample.bareEntry("c"), in: $0).number, is: 3) }
    },

    Check("a sender's identifier is taken once in a contest") { store in
      try prepare(store)
      try store.write { _ = try register(try Sample.bareEntry("a"), in: $0) }
      try expectRefusal(.conflict) { try store.write { _ = try register(try Sample.bareEntry("a"), in: $0) } }
      try expect(try store.read { try $0.entries.list().count }, is: 1)
    },

    Check("entries of one identifier from several senders are told apart in exports") { store in
      try prepare(store)
      let long = String(repeating: "ё", count: 64)
      try store.write { session in
        _ = try register(try Sample.bareEntry("7"), sender: "a", in: session)
        // A name that the second namesake would otherwise get.
        _ = try register(try Sample.bareEntry("7.2"), sender: "a", in: session)
        _ = try register(try Sample.bareEntry("7"), sender: "b", in: session)
        _ = try register(try Sample.bareEntry("7"), sender: "c", in: session)
        _ = try register(try Sample.bareEntry(long), sender: "a", in: session)
        _ = try register(try Sample.bareEntry(long), sender: "b", in: session)
      }
      try store.read { session in
        let contest = try Sample.id("snow-2020")
        let shortened = String(long.prefix(62)) + ".2"
        try expect(
          try session.entries.list().map(\.exchangeID.description), is: ["7", "7.2", "7.3", "7.4", long, shortened])
        let second = try session.entries.find(contest: contest, exchangeID: try Sample.id("7.3"))
        try expect(second?.sender, is: try Sample.id("b"))
        try expect(second?.entry.id, is: try Sample.id("7"))
        let third = try session.entries.find(
          contest: contest, sender: try Sample.id("c"), id: try Sample.id("7"))
        try expect(third?.registration.number, is: 4)
        try expect(
          try session.entries.find(contest: contest, sender: try Sample.id("d"), id: try Sample.id("7")), is: nil)
      }
    },

    Check("a correction replaces what was said and keeps number, sender and states") { store in
      try prepare(store)
      let first = try Sample.fullEntry(applicant: .organisation(try Sample.organisation()))
      var second = try Sample.bareEntry("full", contest: "teplo-2020", nomination: "cards")
      second.correctionNumber = 5
      let corrected = second
      try store.write { session in
        let registration = try register(first, in: session)
        let later = try Sample.instant("2020-03-05T00:00:00Z")
        try session.entries.replace(registration, with: corrected, changedAt: later)
        let stored = try unwrap(try session.entries.find(registration))
        try expect(stored.entry, is: corrected)
        try expect(stored.status, is: .registered)
        try expect(stored.sender, is: try Sample.id("s"))
        try expect(try session.entries.changedAt(in: first.contest), is: later)
        try expectRefusal(.missing("entry")) {
          try session.entries.replace(
            Registration(contest: first.contest, number: 99), with: corrected, changedAt: later)
        }
      }
    },

    Check("an entry of an unknown contest or nomination is refused") { store in
      try prepare(store)
      try expectRefusal(.missing("contest")) {
        try store.write { _ = try register(try Sample.bareEntry("a", contest: "unknown"), in: $0) }
      }
      try expectRefusal(.conflict) {
        try store.write { _ = try register(try Sample.bareEntry("a", nomination: "unknown"), in: $0) }
      }
    },

    Check("entries are found by nomination, district and age group, ё as е, in any case") { store in
      try prepare(store)
      try store.write { session in
        for (id, nomination, district, ageGroup) in [
          ("1", "toys", "Центральный", "Взрослые"), ("2", "cards", "Ленинский", "Ребёнок"),
          ("3", "cards", "ЦЕНТРАЛЬНЫЙ", "ребенок"),
        ] {
          var entry = try Sample.bareEntry(id, contest: "teplo-2020", nomination: nomination)
          entry.district = district
          entry.ageGroup = ageGroup
          _ = try register(entry, in: session)
        }
        _ = try register(try Sample.bareEntry("4"), in: session)
        func found(_ filter: EntryFilter) throws -> [String] {
          try session.entries.list(filter).map(\.entry.id.description)
        }
        let contest = try Sample.id("teplo-2020")
        try expect(try found(EntryFilter()), is: ["4", "1", "2", "3"])
        try expect(try found(EntryFilter(contest: contest)), is: ["1", "2", "3"])
        try expect(try found(EntryFilter(contest: contest, nomination: try Sample.id("cards"))), is: ["2", "3"])
        try expect(try found(EntryFilter(district: "центральный")), is: ["1", "3"])
        try expect(try found(EntryFilter(district: "центральныи")), is: [])
        try expect(try found(EntryFilter(ageGroup: "РЕБЁНОК")), is: ["2", "3"])
        try expect(try found(EntryFilter(contest: try Sample.id("none"))), is: [])
      }
    },

    Check("twenty thousand entries are taken in and handed over in the order of registration") { store in
      try prepare(store)
      try store.write { session in
        for number in 1...20_000 {
          // Not in the order of the identifiers.
          _ = try register(try Sample.bareEntry("e\(number * 7919 % 20_000)"), in: session)
        }
      }
      var next = 1
      try store.read { session in
        try session.entries.each(in: try Sample.id("snow-2020")) { stored in
          try expect(stored.registration.number, is: next)
          try expect(stored.entry.id.description, is: "e\(next * 7919 % 20_000)")
          next += 1
        }
      }
      try expect(next, is: 20_001)
    },
  ]
}
