import Contests
import Primitives
import Testing

/// A contest held again.
struct NextEditionTests {
  private static let earlier = Contest.open.with { contest in
    contest.title = "Новый год 2020"
    contest.edition = "XII"
    contest.stageOf = LargerContest(id: "big-2020", title: "Большой конкурс 2020")
    contest.approvingAct = ApprovingAct(title: "О конкурсе", date: "2020-01-15")
    contest.schedule = Schedule(opens: "2020-02-29", closes: "2020-03-31")
    contest.criteria = [Criterion(id: "idea", title: "Идея", maximum: ExactDecimal(10))]
    contest.jury = [Juror(id: "j", name: "А")]
    contest.rules.tieBreaks = [.vote]
    contest.achievements = [Achievement(title: "Городки", value: ExactDecimal(81))]
    contest.extensions = "<x/>"
  }

  @Test func `what was announced goes along, and what came of it does not`() {
    let next = Self.earlier.nextEdition(id: "teplo-2021", year: 2021)
    #expect(next.id == "teplo-2021")
    #expect(next.title == "Новый год 2021")
    #expect(next.stageOf == LargerContest(title: "Большой конкурс 2021"))
    #expect(next.nominations == Self.earlier.nominations)
    #expect(next.criteria == Self.earlier.criteria)
    #expect(next.jury == Self.earlier.jury)
    #expect(next.rules == Self.earlier.rules)
    #expect(next.status == .draft)
    #expect(next.history.changes.isEmpty)
    #expect(next.achievements.isEmpty)
    #expect(next.approvingAct == nil)
    #expect(next.extensions == nil)
  }

  @Test func `days move with the year, and 29 February becomes the 28th`() {
    let next = Self.earlier.nextEdition(id: "teplo-2021", year: 2021)
    #expect(next.schedule == Schedule(opens: "2021-02-28", closes: "2021-03-31"))
    #expect(Self.earlier.nextEdition(id: "t", year: 2024).schedule.opens == "2024-02-29")
  }

  @Test(arguments: [
    ("XII", "XIII"), ("XIX", "XX"), ("IX", "X"), ("ХII", "XIII"), ("12", "13"), ("99", "100"), ("3-й", "4-й"),
    ("XXXIX городской", "XL городской"), ("12-й городской", "13-й городской"), ("12.", "13."),
    ("весна 2020", "весна 2021"),
    ("2020", "2021"), ("юбилейный", "юбилейный"), ("IIII", "IIII"), ("3D", "3D"), ("№ 5", "№ 5"), ("12020", "12021"),
  ])
  func `an edition that is numbered is the next one`(edition: String, expected: String) {
    let next = Self.earlier.with { $0.edition = edition }.nextEdition(id: "t", year: 2021)
    #expect(next.edition == expected)
  }

  @Test func `roman numbers follow one another`() {
    for (number, following) in zip(Self.romans, Self.romans.dropFirst()) {
      let next = Self.earlier.with { $0.edition = number }.nextEdition(id: "t", year: 2021)
      #expect(next.edition == following)
    }
  }

  /// In another way than the program's: digit by digit of the decimal number.
  private static let romans: [String] = (1...3999).map { number in
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    func digit(_ value: Int, _ letters: [Character]) -> String {
      String(ones[value].map { ["I": letters[0], "V": letters[1], "X": letters[2]][$0] ?? $0 })
    }
    return String(repeating: "M", count: number / 1000) + digit(number / 100 % 10, ["C", "D", "M"])
      + digit(number / 10 % 10, ["X", "L", "C"]) + ones[number % 10]
  }
}
