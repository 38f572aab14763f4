import Contests
import Primitives
import Testing

struct LifecycleTests {
  @Test(arguments: [
    (ContestStatus.draft, "announced cancelled open"),
    (.announced, "cancelled closed completed judging open unsuccessful"),
    (.open, "cancelled closed completed judging unsuccessful"),
    (.closed, "cancelled completed judging open unsuccessful"),
    (.judging, "cancelled completed unsuccessful"), (.completed, ""), (.cancelled, ""), (.unsuccessful, ""),
  ]) func `a contest goes forward and ends`(status: ContestStatus, successors: String) {
    #expect(status.successors.map(\.rawValue).sorted().joined(separator: " ") == successors)
    #expect(status.isFinal == successors.isEmpty)
  }

  @Test(arguments: [
    (EntryStatus.submitted, "registered returned withdrawn"), (.registered, "admitted notAdmitted returned withdrawn"),
    (.returned, "registered withdrawn"), (.admitted, "awarded notAdmitted participated underReview withdrawn"),
    (.notAdmitted, "admitted"), (.underReview, "awarded participated withdrawn"), (.participated, "awarded"),
    (.awarded, "participated"), (.withdrawn, ""),
  ]) func `an entry is admitted, judged and awarded`(status: EntryStatus, successors: String) {
    #expect(status.successors.map(\.rawValue).sorted().joined(separator: " ") == successors)
  }

  @Test func `ends that harm somebody need a reason`() {
    #expect(ContestStatus.allCases.filter(\.needsReason) == [.cancelled, .unsuccessful])
    #expect(EntryStatus.allCases.filter(\.needsReason) == [.notAdmitted, .withdrawn, .returned])
  }

  @Test func `entries compete from admission on`() {
    #expect(EntryStatus.allCases.filter(\.isAdmitted) == [.admitted, .underReview, .awarded, .participated])
  }

  @Test func `histories begin as draft and submitted`() {
    #expect(ContestStatus.initial == .draft)
    #expect(EntryStatus.initial == .submitted)
  }

  @Test func `a contest stands as its history ends`() {
    #expect(Contest.open.status == .open)
    #expect(Contest.open.with { $0.history = StatusHistory() }.status == .draft)
  }
}

struct ContestTests {
  @Test func `a nomination without prizes of its own gives those of the contest`() {
    let contest = Contest.open.with { $0.prizes = [Prize(rank: 1, title: "Кубок")] }
    #expect(contest.prizes(in: "spring").count == 3)
    #expect(contest.prizes(in: "eco").map(\.title) == ["Кубок"])
    #expect(contest.prizes(in: nil).map(\.title) == ["Кубок"])
    #expect(contest.nomination("nowhere") == nil)
  }

  @Test func `a special prize of the contest is given in every nomination, whatever places it announces of its own`() {
    let contest = Contest.open.with {
      $0.prizes = [Prize(rank: 1, title: "Кубок"), Prize(title: "Приз города"), Prize(title: "приз  зрителей")]
    }
    let own = contest.nomination("spring")?.prizes ?? []
    #expect(contest.prizes(in: "spring") == own + [Prize(title: "Приз города"), Prize(title: "приз  зрителей")])
    let replaced = contest.with { $0.nominations[0].prizes.append(Prize(title: "Приз зрителей", quantity: 3)) }
    #expect(replaced.prizes(in: "spring").map(\.title).suffix(2) == ["Приз зрителей", "Приз города"])
  }
}

struct RegistrationTests {
  @Test(arguments: [("teplo-2020/1", 1), ("teplo-2020/412", 412), ("Зима/999999999", 999_999_999)])
  func `a registration number is the contest and a number`(text: String, number: Int) throws {
    let registration = try #require(Registration(text))
    #expect(registration.number == number)
    #expect(registration.description == text)
  }

  @Test(arguments: [
    "", "/", "teplo", "teplo/", "/1", "teplo/0", "teplo/-1", "teplo/+1", "teplo/01", "teplo/1/2", "teplo/1 ",
    "te plo/1", "teplo/1000000000", "teplo/9223372036854775807",
    "teplo/٣", "teplo/99999999999999999999",
  ]) func `nothing else is one`(text: String) {
    #expect(Registration(text) == nil)
  }

  @Test func `they are ordered by contest, then by number and not by digits`() throws {
    let sorted = try ["a/2", "a/10", "b/1"].map { try #require(Registration($0)) }
    #expect(sorted.reversed().sorted() == sorted)
  }
}

struct QuorumTests {
  @Test(arguments: ["1/2", "2/3", "1/1", "99/99"]) func `a quorum is a fraction of the jury`(text: String) {
    #expect(Quorum(text)?.description == text)
  }

  @Test(arguments: ["", "2", "0/3", "4/3", "2/0", "-1/2", "1/100", "a/b", "1/2/3", "0.5"])
  func `nothing else is a quorum`(text: String) {
    #expect(Quorum(text) == nil)
  }

  @Test(arguments: [
    (Quorum(2, of: 3), 4, 6, true), (Quorum(2, of: 3), 3, 6, false), (Quorum(1, of: 2), 3, 5, true),
    (Quorum(1, of: 2), 2, 5, false), (Quorum(1, of: 1), 5, 5, true), (Quorum(1, of: 1), 4, 5, false),
  ]) func `it is reached without rounding`(quorum: Quorum?, present: Int, jury: Int, isReached: Bool) {
    #expect(quorum?.isReached(by: present, of: jury) == isReached)
  }
}
