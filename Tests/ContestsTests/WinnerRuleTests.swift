import Contests
import Primitives
import SeededGenerator
import Testing

private func winner(
  _ entry: Identifier = "a-1", in nomination: Identifier? = "spring", place: Int? = nil, prize: String? = nil,
  on date: Day = "2020-04-20"
) -> Winner {
  Winner(
    contest: "teplo-2020", entry: entry, nomination: nomination, place: place, prize: prize,
    minutes: ProtocolReference(number: "3", date: date))
}

private func candidate(
  _ entry: Identifier = "a-1", of nomination: Identifier? = "spring", _ status: EntryStatus = .admitted,
  participants: Set<ParticipantKey> = []
) -> Candidate {
  Candidate(entry: entry, nomination: nomination, status: status, participants: participants)
}

private func codes(
  _ winner: Winner, _ candidate: Candidate? = nil, in contest: Contest = .open, recorded: [Winner] = [],
  entries: [Identifier?: Int]? = nil
) -> [Diagnostic.Code] {
  var context = WinnerContext(contest: contest, entries: entries)
  for winner in recorded { context.record(winner) }
  let own = Candidate(entry: winner.entry, nomination: winner.nomination, status: .admitted)
  return WinnerRules.all.findings(for: winner, by: candidate ?? own, in: context).codes
}

struct WinnerRuleTests {
  private let shared = Contest.open.with { $0.rules.sharesPlaces = true }
  private let once = Contest.open.with { $0.rules.oneWinPerParticipant = true }
  private let bare = Contest.open.with { $0.nominations = [] }

  @Test func `an admitted entry may win`() {
    #expect(codes(winner(place: 1)).isEmpty)
    #expect(codes(winner(prize: "За оригинальность")).isEmpty)
    #expect(codes(winner(place: 1, prize: "Диплом I степени")).isEmpty)
    #expect(codes(winner(in: nil, place: 1), in: bare).isEmpty)
  }

  @Test(arguments: EntryStatus.allCases) func `only entries that compete win`(status: EntryStatus) {
    let expected = status.isAdmitted ? [] : [ContestCode.winnerNotAdmitted]
    #expect(codes(winner(place: 1), candidate("a-1", of: "spring", status)) == expected)
  }

  @Test(arguments: [nil, "", "  "]) func `a decision gives something`(prize: String?) {
    #expect(codes(winner(prize: prize)) == [ContestCode.placeAndPrizeMissing])
    #expect(codes(winner(place: 2, prize: prize)).isEmpty)
  }

  @Test(arguments: [0, -1, .min]) func `places count from one`(place: Int) {
    #expect(codes(winner(place: place)) == [ContestCode.placeBelowFirst])
  }

  @Test func `an entry wins where it applied, or in the jury's own nomination`() {
    #expect(codes(winner(in: "jury", prize: "Приз"), candidate(of: "spring")).isEmpty)
    #expect(codes(winner(in: "eco", place: 1), candidate(of: "spring")) == [ContestCode.wrongNomination])
    #expect(codes(winner(in: "nowhere", place: 1)) == [ContestCode.unknownNomination])
    #expect(codes(winner(in: nil, place: 1)) == [ContestCode.nominationMissing])
    #expect(codes(winner(in: "spring", place: 1), in: bare) == [ContestCode.unknownNomination])
  }

  @Test func `a place is held by as many as there are prizes for it`() {
    let first = winner("a-1", place: 2)
    let second = winner("a-2", place: 2)
    #expect(codes(second, recorded: [first]).isEmpty)
    #expect(codes(winner("a-3", place: 2), recorded: [first, second]) == [ContestCode.placeTaken])
    #expect(codes(winner("a-3", place: 2), in: shared, recorded: [first, second]).isEmpty)
    #expect(codes(winner("a-3", place: 1), recorded: [first, second]).isEmpty)
  }

  @Test func `a nomination with too few entries gives prizes, and no places`() {
    let few = Contest.open.with { $0.rules.minimumEntries = 3 }
    let void = [ContestCode.nominationVoid]
    #expect(codes(winner(place: 1), in: few, entries: ["spring": 2]) == void)
    #expect(codes(winner(place: 1), in: few, entries: [:]) == void)
    #expect(codes(winner(place: 1), in: few, entries: ["spring": 3]).isEmpty)
    #expect(codes(winner(place: 1), in: few, entries: nil).isEmpty)
    #expect(codes(winner(prize: "За оригинальность"), in: few, entries: ["spring": 2]).isEmpty)
    // What a nomination says for itself comes first; one without applications has none to count.
    let own = few.with { $0.nominations[0].minimumEntries = 2 }
    #expect(own.nominations[0].id == "spring")
    #expect(codes(winner(place: 1), in: own, entries: ["spring": 2]).isEmpty)
    #expect(codes(winner(in: "jury", place: 1), candidate(of: "spring"), in: few, entries: ["spring": 2]).isEmpty)
    let undivided = bare.with { $0.rules.minimumEntries = 3 }
    #expect(codes(winner(in: nil, place: 1), in: undivided, entries: [nil: 2]) == void)
    #expect(codes(winner(in: nil, place: 1), in: undivided, entries: [nil: 3]).isEmpty)
  }

  @Test func `a place beyond those declared is refused even where places are shared`() {
    #expect(codes(winner(place: 3)) == [ContestCode.placeWithoutPrize])
    #expect(codes(winner(place: 3), in: shared) == [ContestCode.placeWithoutPrize])
  }

  @Test func `where no places are declared each is held once`() {
    let first = winner("a-1", in: "eco", place: 7)
    #expect(codes(first).isEmpty)
    #expect(codes(winner("a-2", in: "eco", place: 7), recorded: [first]) == [ContestCode.placeTaken])
    #expect(codes(winner("a-2", in: "eco", place: 7), in: shared, recorded: [first]).isEmpty)
    #expect(codes(winner("a-2", in: "eco", place: 8), recorded: [first]).isEmpty)
  }

  @Test func `nominations without prizes of their own count the contest's each for itself`() {
    let contest = Contest.open.with { $0.prizes = [Prize(rank: 1, title: "Кубок")] }
    let first = winner("a-1", in: "eco", place: 1)
    #expect(codes(winner("a-2", in: "jury", place: 1), in: contest, recorded: [first]).isEmpty)
    #expect(codes(winner("a-2", in: "eco", place: 1), in: contest, recorded: [first]) == [ContestCode.placeTaken])
    #expect(codes(winner("a-2", in: "eco", place: 2), in: contest) == [ContestCode.placeWithoutPrize])
  }

  @Test func `a special prize is given as often as declared`() {
    let first = winner("a-1", prize: "За оригинальность")
    #expect(codes(winner("a-2", prize: "за  Оригинальность"), recorded: [first]) == [ContestCode.specialPrizeTaken])
    #expect(
      codes(winner("a-2", place: 1, prize: "За оригинальность"), recorded: [first]) == [ContestCode.specialPrizeTaken])
    #expect(codes(winner("a-2", prize: "За упорство"), recorded: [winner("a-1", prize: "За упорство")]).isEmpty)
  }

  @Test func `the prize of a place is no special prize`() {
    let contest = Contest.open.with {
      $0.nominations[1].prizes = [Prize(rank: 1, title: "Диплом", quantity: 2), Prize(title: "Диплом")]
    }
    let first = winner("a-1", in: "eco", place: 1, prize: "Диплом")
    let special = winner("a-3", in: "eco", prize: "Диплом")
    #expect(codes(winner("a-2", in: "eco", place: 1, prize: "Диплом"), in: contest, recorded: [first]).isEmpty)
    #expect(codes(special, in: contest, recorded: [first]).isEmpty)
    #expect(codes(winner("a-1", in: "eco", prize: "Диплом"), in: contest, recorded: [first]).isEmpty)
    #expect(
      codes(winner("a-4", in: "eco", prize: "Диплом"), in: contest, recorded: [special]) == [
        ContestCode.specialPrizeTaken
      ])
  }

  @Test func `the same decision again is told as that and nothing else`() {
    let place = winner(place: 1)
    let prize = winner(prize: "За оригинальность")
    #expect(codes(place, in: once, recorded: [place]) == [ContestCode.alreadyRecorded])
    #expect(codes(prize, in: once, recorded: [prize]) == [ContestCode.alreadyRecorded])
    #expect(codes(prize, recorded: [place]).isEmpty)
  }

  @Test func `an entry holds one place in a nomination`() {
    #expect(codes(winner(place: 2), recorded: [winner(place: 1)]) == [ContestCode.secondPlaceInNomination])
    #expect(codes(winner(in: "jury", place: 2), candidate(), recorded: [winner(place: 1)]).isEmpty)
  }

  @Test func `a participant wins once where the rules say so`() throws {
    let masha = try #require(ParticipantKey(Person(name: "Иванова  МАРИЯ Алёна", birthDay: "2012-05-01")))
    let again = try #require(ParticipantKey(Person(name: " иванова мария алена ", birthDay: "2012-05-01")))
    for (contest, expected) in [(once, [ContestCode.participantAlreadyWon]), (Contest.open, [])] {
      var context = WinnerContext(contest: contest)
      context.record(winner("a-1", place: 1), participants: [masha])
      let found = WinnerRules.all.findings(
        for: winner("b-1", in: "eco", place: 1), by: candidate("b-1", of: "eco", participants: [again]), in: context)
      #expect(found.codes == expected)
      #expect(!found.contains { $0.message[.russian].contains("ванова") })
      let other = WinnerRules.all.findings(
        for: winner("c-1", in: "eco", place: 1), by: candidate("c-1", of: "eco"), in: context)
      #expect(other.isEmpty)
    }
  }

  @Test func `nor does an entry win twice there`() {
    let second = winner(in: "jury", prize: "Приз")
    #expect(codes(second, candidate(), in: once, recorded: [winner(place: 1)]) == [ContestCode.participantAlreadyWon])
    #expect(codes(second, candidate(), recorded: [winner(place: 1)]).isEmpty)
  }

  @Test(arguments: [("2020-03-30", [ContestCode.protocolBeforeClosing]), ("2020-03-31", []), ("2020-05-01", [])])
  func `winners are decided when applications have closed`(date: String, expected: [Diagnostic.Code]) {
    #expect(codes(winner(place: 1, on: Day(stringLiteral: date))) == expected)
    let undated = Contest.open.with { $0.schedule = Schedule() }
    #expect(codes(winner(place: 1, on: Day(stringLiteral: date)), in: undated).isEmpty)
  }

  @Test func `whatever is accepted, no place is ever held by more than its prizes allow`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<50 {
      var context = WinnerContext(contest: .open)
      var accepted: [Winner] = []
      for _ in 0..<60 {
        let entry = Identifier(stringLiteral: "a-\(Int.random(in: 1...12, using: &generator))")
        let decision = winner(
          entry, in: Bool.random(using: &generator) ? "spring" : "eco", place: Int.random(in: 1...4, using: &generator))
        let own = candidate(entry, of: decision.nomination)
        if WinnerRules.all.findings(for: decision, by: own, in: context).isEmpty {
          context.record(decision)
          accepted.append(decision)
        }
      }
      for (share, decisions) in Dictionary(
        grouping: accepted, by: { "\($0.nomination?.description ?? ""):\($0.place ?? 0)" })
      {
        #expect(decisions.count <= (share == "spring:2" ? 2 : 1))
        #expect(share != "spring:3" && share != "spring:4")
      }
      #expect(Set(accepted.map { "\($0.entry):\($0.nomination?.description ?? "")" }).count == accepted.count)
    }
  }
}

struct ParticipantKeyTests {
  @Test func `a key survives case, spaces and ё, and both spellings of й`() throws {
    let key = try #require(ParticipantKey(Person(name: "Андрей Семёнов", birthDay: "2010-01-02")))
    let same = ["андрей семенов", "  АНДРЕЙ\u{A0}\n СЕМЁНОВ", "Андре\u{438}\u{306} Сем\u{435}\u{308}нов"]
    for name in same {
      let other = try #require(ParticipantKey(Person(name: name, birthDay: "2010-01-02")))
      #expect(other == key)
      #expect(Array(other.description.utf8) == Array(key.description.utf8))
    }
  }

  @Test func `namesakes differ by birth day, and without one there is no key`() {
    let person = Person(name: "Андрей", birthDay: "2010-01-02")
    #expect(ParticipantKey(person) != ParticipantKey(Person(name: "Андрей", birthDay: "2010-01-03")))
    #expect(ParticipantKey(Person(name: "Андрей")) == nil)
  }

  @Test func `an entry has the keys of its applicant and of those named`() throws {
    let person = Person(name: "Андрей", birthDay: "2010-01-02")
    let people = Participants(count: 3, people: [person, Person(name: "Без даты")])
    let ofSchool = Entry.clean.with { $0.participants = people }
    #expect(ofSchool.participantKeys == [ParticipantKey(.school), try #require(ParticipantKey(person))])
    let ofPerson = Entry.clean.with { $0.applicant = .person(person) }
    #expect(ofPerson.participantKeys == [try #require(ParticipantKey(person))])
    let ofGroup = Entry.clean.with { $0.applicant = .group(title: "Жители дома", contact: nil) }
    #expect(ofGroup.participantKeys.isEmpty)
    #expect(Candidate(ofSchool, status: .admitted).participants == ofSchool.participantKeys)
  }
}
