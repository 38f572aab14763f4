import Contests
import Primitives
import Storage

extension Conformance {
  private static func minutes() throws -> ResultsProtocol {
    ResultsProtocol(
      number: "1", date: try Sample.day("2020-02-20"), contest: try Sample.id("teplo-2020"),
      contestTitle: "Тепло твоих рук", organiser: try Sample.organisation(), level: .municipal, year: 2020,
      attendance: [
        ResultsProtocol.Attendance(
          juror: try Sample.id("j1"), name: "Яшина", role: .secretary, post: "методист", isPresent: false),
        ResultsProtocol.Attendance(name: "Петров", role: .chair),
      ],
      quorum: Quorum(1, of: 2), received: 3, admitted: 2, rejected: 1,
      decisions: [
        ResultsProtocol.Decision(nomination: try Sample.id("toys"), outcome: .decided, withheld: [1, 3]),
        ResultsProtocol.Decision(nomination: nil, outcome: .noWinner),
        ResultsProtocol.Decision(nomination: try Sample.id("cards"), outcome: .tooFewEntries, note: "мало"),
      ],
      tieDecisions: [
        ResultsProtocol.TieDecision(
          nomination: try Sample.id("toys"), method: .vote, entries: [try Sample.id("b"), try Sample.id("a")],
          reason: "3:2")
      ],
      approvingAct: try Sample.act(), nominations: try Sample.fullContest().nominations,
      prizes: try Sample.fullContest().prizes,
      signatories: [ResultsProtocol.Signatory(name: "Петров", post: "директор")],
      achievements: [try Sample.achievement()], scoresDigest: Sample.digest, extensions: Sample.extensions)
  }

  private static func result(_ id: String) throws -> ProtocolResult {
    ProtocolResult(
      id: try Sample.id(id), nomination: try Sample.id("toys"), nominationTitle: "Игрушки", ageGroup: "7–10 лет",
      title: "Медведь",
      applicant: "Ян", territory: try Sample.territory(), isAdmitted: false, reason: "поздно",
      total: try Sample.decimal("9.3333"),
      scores: [
        .init(
          juror: try Sample.id("j1"),
          marks: [.init(criterion: try Sample.id("idea"), points: try Sample.decimal("7.5"))],
          total: try Sample.decimal("7.5"), digest: Sample.digest)
      ], sharedParticipants: [1, 3], hasWonBefore: true,
      earlierPlaces: [
        .init(place: 1, minutes: "0"),
        .init(
          nomination: try Sample.id("jury"), place: 2, minutes: "1",
          revocation: .init(date: try Sample.day("2020-02-21"), ground: .declined)),
        .init(
          place: nil, prize: "Приз", minutes: "1",
          revocation: .init(date: try Sample.day("2020-02-21"), ground: .other)),
      ], outOf: 10, submitted: 3, selected: 2, note: "хорошо",
      achievements: [try Sample.achievement()], extensions: Sample.extensions)
  }

  static let protocols = [
    Check("a protocol comes out as it went in, and saved again is brought to its new state") { store in
      try prepare(store)
      let contest = try Sample.id("teplo-2020")
      let bare = ResultsProtocol(
        number: "1", date: try Sample.day("2020-02-20"), contestTitle: "Т", organiser: try Sample.bareOrganisation(),
        level: .national, year: 2020)
      for minutes in [try minutes(), bare] {
        try store.write { session in
          try session.protocols.save(minutes, contest: contest, imported: true, changedAt: try Sample.instant())
          let stored = try unwrap(try session.protocols.find(contest: contest, number: "1"))
          try expect(stored.minutes, is: minutes)
          try expect(stored.isImported)
          try expect(stored.changedAt, is: try Sample.instant())
          try expect(try session.protocols.list(contest: contest), is: [stored])
        }
      }
    },

    Check("results come out with the awards that still stand, in the order of registration") { store in
      try prepare(store)
      let contest = try Sample.id("teplo-2020")
      try store.write { session in
        for id in ["b", "a", "c"] {
          _ = try register(try Sample.bareEntry(id, contest: "teplo-2020", nomination: "toys"), in: session)
        }
        try session.protocols.save(try minutes(), contest: contest, imported: false, changedAt: try Sample.instant())
        let bare = ProtocolResult(id: try Sample.id("b"))
        for result in [try result("a"), bare] {
          try session.protocols.saveResult(result, contest: contest, number: "1")
        }
        for (nomination, prize) in [("toys", "первый"), ("jury", "второй"), ("toys", "третий")] {
          let id = try session.winners.record(
            Winner(
              contest: contest, entry: try Sample.id("a"), nomination: try Sample.id(nomination), prize: prize,
              minutes: try minutes().reference), recordedAt: try Sample.instant())
          if prize == "третий" {
            try session.winners.revoke(
              id, reason: "ошибка", date: try Sample.day("2020-02-21"), changedAt: try Sample.instant())
          }
        }
        var awarded = try result("a")
        awarded.awards = [
          ProtocolResult.Award(prize: "первый"),
          ProtocolResult.Award(nomination: try Sample.id("jury"), prize: "второй"),
        ]
        var found: [ProtocolResult] = []
        try session.protocols.eachResult(contest: contest, number: "1") { registration, result in
          try expect(registration.number, is: found.count + 1)
          found.append(result)
        }
        try expect(found, is: [bare, awarded])
      }
    },

    Check("the proof of a received protocol comes out as it went in, until another takes its place") { store in
      try prepare(store)
      let contest = try Sample.id("teplo-2020")
      try store.write { session in
        let registration = try register(
          try Sample.bareEntry("a", contest: "teplo-2020", nomination: "toys"), in: session)
        let sheet = ScoreSheet(
          id: try Sample.id("s"), juror: try Sample.id("j1"), entry: try Sample.id("a"),
          date: try Sample.day("2020-02-01"),
          // As a person types it, with what JSON has to escape.
          marks: try [("idea", "8"), ("«\\\"»", "7.25")].map {
            .init(criterion: try Sample.id($0), points: try Sample.decimal($1))
          }, remark: "ярко", extensions: "<m:seal xmlns:m=\"urn:m\">1</m:seal>")
        let recusal = Recusal(
          id: try Sample.id("r"), juror: try Sample.id("j2"), entry: try Sample.id("a"),
          date: try Sample.day("2020-02-02"), reason: "родня", extensions: "<m:seal xmlns:m=\"urn:m\">2</m:seal>")
        try expectRefusal(.missing("protocol")) {
          try session.protocols.save(sheet, contest: contest, number: "1")
        }
        try session.protocols.save(try minutes(), contest: contest, imported: true, changedAt: try Sample.instant())
        try session.protocols.save(sheet, contest: contest, number: "1")
        try session.protocols.save(recusal, contest: contest, number: "1")
        let proof = ReceivedProof(
          sheets: [.init(registration: registration, sheet: sheet)],
          recusals: [.init(registration: registration, recusal: recusal)])
        try expect(try session.protocols.receivedProof(contest: contest, number: "1"), is: proof)
        try expect(try session.judging.sheets(of: contest), is: [])
        try session.protocols.forgetProof(contest: contest, number: "1")
        try expect(try session.protocols.receivedProof(contest: contest, number: "1"), is: ReceivedProof())
      }
    },

    Check("decided entries that no protocol speaks of are told") { store in
      try prepare(store)
      let contest = try Sample.id("teplo-2020")
      try store.write { session in
        try session.protocols.save(try minutes(), contest: contest, imported: false, changedAt: try Sample.instant())
        for (id, status) in [("a", EntryStatus.admitted), ("b", .notAdmitted), ("c", .admitted), ("d", nil)] {
          let registration = try register(
            try Sample.bareEntry(id, contest: "teplo-2020", nomination: "toys"), in: session)
          guard let status else { continue }
          try session.entries.apply(
            StatusChange(status, on: try Sample.day("2020-02-01"), reason: "поздно"), to: registration,
            changedAt: try Sample.instant())
        }
        try session.protocols.saveResult(ProtocolResult(id: try Sample.id("a")), contest: contest, number: "1")
        var found: [String] = []
        try session.entries.eachWithoutResult(in: contest) { found.append($0.entry.id.description) }
        try expect(found, is: ["b", "c"])
      }
    },

    Check("a result of an unknown protocol or entry is refused") { store in
      try prepare(store)
      let contest = try Sample.id("teplo-2020")
      try store.write { session in
        try expectRefusal(.missing("protocol")) {
          try session.protocols.saveResult(ProtocolResult(id: try Sample.id("a")), contest: contest, number: "1")
        }
        try session.protocols.save(try minutes(), contest: contest, imported: false, changedAt: try Sample.instant())
        try expectRefusal(.missing("entry")) {
          try session.protocols.saveResult(ProtocolResult(id: try Sample.id("a")), contest: contest, number: "1")
        }
      }
    },
  ]
}
