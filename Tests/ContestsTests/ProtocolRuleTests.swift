import Contests
import Primitives
import Testing

struct ProtocolRuleTests {
  private func codes(of contest: Contest? = nil, _ change: (inout ResultsProtocol) -> Void) -> [Diagnostic.Code] {
    var minutes = ResultsProtocol(
      number: "3", date: "2020-04-20", contestTitle: "Тепло твоих рук", organiser: .city, level: .municipal, year: 2020)
    change(&minutes)
    let found = ProtocolRules.all.findings(in: minutes, of: contest)
    #expect(found.allSatisfy { $0.record == "3" })
    return found.codes
  }

  private func attendance(_ present: Int, of jury: Int) -> [ResultsProtocol.Attendance] {
    (0..<jury).map { ResultsProtocol.Attendance(name: "Ж", role: .member, isPresent: $0 < present) }
  }

  @Test func `minutes that say little have no findings`() {
    #expect(codes { _ in }.isEmpty)
  }

  @Test(
    arguments: [
      (412, 400, 12, true), (412, 400, 11, false), (nil, 400, 12, true), (412, nil, 12, true), (412, 400, nil, true),
    ] as [(Int?, Int?, Int?, Bool)])
  func `received is admitted and refused together`(received: Int?, admitted: Int?, rejected: Int?, agree: Bool) {
    let found = codes {
      $0.received = received
      $0.admitted = admitted
      $0.rejected = rejected
    }
    #expect(found == (agree ? [] : [ContestCode.countsDisagree]))
  }

  @Test(arguments: [(4, true), (3, false), (6, true), (0, false)])
  func `a quorum is reached`(present: Int, isReached: Bool) {
    let expected = isReached ? [] : [ContestCode.quorumNotReached]
    let own = codes {
      $0.quorum = Quorum(2, of: 3)
      $0.attendance = attendance(present, of: 6)
    }
    #expect(own == expected)
    let contest = Contest.open.with { $0.rules.quorum = Quorum(2, of: 3) }
    #expect(codes(of: contest) { $0.attendance = attendance(present, of: 6) } == expected)
    #expect(codes { $0.attendance = attendance(present, of: 6) }.isEmpty)
    #expect(codes(of: contest) { _ in }.isEmpty)
  }

  @Test(arguments: [(2, true), (1, false)])
  func `the secretary, there or not, makes no quorum`(present: Int, isReached: Bool) {
    for secretaryIsThere in [true, false] {
      let found = codes {
        $0.quorum = Quorum(2, of: 3)
        $0.attendance = attendance(present, of: 3)
        $0.attendance.append(.init(name: "С", role: .secretary, isPresent: secretaryIsThere))
      }
      #expect(found == (isReached ? [] : [ContestCode.quorumNotReached]))
    }
    #expect(
      codes {
        $0.quorum = Quorum(2, of: 3)
        $0.attendance = [.init(name: "С", role: .secretary)]
      }.isEmpty)
  }

  @Test(arguments: [
    (ContestRules.TieBreak.criterionOrder, nil, true), (.chair, nil, false), (.vote, " ", false),
    (.vote, "5 : 2", true),
  ]) func `what the chair or a vote decided is explained`(
    method: ContestRules.TieBreak, reason: String?, isExplained: Bool
  ) {
    let found = codes { $0.tieDecisions = [.init(method: method, entries: ["a-1", "a-2"], reason: reason)] }
    #expect(found == (isExplained ? [] : [ContestCode.tieWithoutReason]))
  }

  @Test(arguments: [("2020-03-30", 1), ("2020-03-31", 0)])
  func `a protocol is dated when applications have closed`(date: String, count: Int) {
    let minutes = ResultsProtocol(
      number: "3", date: Day(stringLiteral: date), contestTitle: "Тепло твоих рук", organiser: .city, level: .municipal,
      year: 2020)
    let found = ProtocolRules.all.findings(in: minutes, of: .open)
    #expect(found.codes == Array(repeating: ContestCode.protocolBeforeClosing, count: count))
    #expect(found.allSatisfy { $0.field == "@date" })
    #expect(ProtocolRules.all.findings(in: minutes).isEmpty)
  }

  @Test(arguments: [("2020-04-19", [ContestCode.dayInFuture]), ("2020-04-20", []), ("2020-04-21", [])])
  func `a protocol is not dated after today`(today: String, expected: [Diagnostic.Code]) {
    let minutes = ResultsProtocol(
      number: "3", date: "2020-04-20", contestTitle: "Тепло твоих рук", organiser: .city, level: .municipal, year: 2020)
    let found = ProtocolRules.all(today: Day(stringLiteral: today)).findings(in: minutes)
    #expect(found.codes == expected)
    #expect(found.allSatisfy { $0.field == "@date" && $0.message.russian.contains("20.04.2020") })
  }

  @Test func `a refusal has a reason and no award`() {
    func codes(_ result: ProtocolResult) -> [Diagnostic.Code] { ResultRules.all.findings(in: result).codes }
    #expect(codes(ProtocolResult(id: "a-1", awards: [.init(place: 1)])).isEmpty)
    #expect(codes(ProtocolResult(id: "a-1", isAdmitted: false, reason: "подана дважды")).isEmpty)
    #expect(codes(ProtocolResult(id: "a-1", isAdmitted: false, reason: " ")) == [ContestCode.refusalWithoutReason])
    #expect(
      codes(ProtocolResult(id: "a-1", isAdmitted: false, awards: [.init(place: 1)]))
        == [ContestCode.refusalWithoutReason, ContestCode.refusedWithAward])
  }
}
