import Contests
import Primitives
import Testing

struct ContestRuleTests {
  private func findings(_ change: (inout Contest) -> Void = { _ in }) -> [Diagnostic] {
    ContestRulebook.all.findings(in: Contest.open.with(change))
  }

  @Test func `a contest in order has no findings`() {
    #expect(findings().isEmpty)
  }

  @Test func `identifiers are unique among their kind`() {
    let criterion = Criterion(id: "spring", title: "Красота", maximum: ExactDecimal(10))
    let juror = Juror(id: "spring", name: "И. Иванов")
    #expect(
      findings {
        $0.criteria = [criterion]; $0.jury = [juror]
      }.isEmpty)
    let found = findings {
      $0.criteria = [criterion, criterion]
      $0.jury = [juror, juror]
      $0.nominations.append(Nomination(id: "eco", title: "Ещё"))
    }
    #expect(found.codes == Array(repeating: ContestCode.doubledIdentifier, count: 3))
    #expect(found.compactMap(\.field) == ["nomination[4]", "criterion[2]", "juror[2]"])
    #expect(found.allSatisfy { $0.record == "teplo-2020" })
  }

  @Test func `where the chair's vote decides, a jury that is named has a chair`() {
    func codes(_ roles: Juror.Role...) -> [Diagnostic.Code] {
      findings {
        $0.rules.tieBreaks = [.criterionOrder, .chair]
        $0.jury = roles.enumerated().map { Juror(id: $0 == 0 ? "a" : "b", name: "Ж", role: $1) }
      }.codes
    }
    #expect(codes().isEmpty)
    #expect(codes(.member, .chair).isEmpty)
    #expect(codes(.member, .deputy) == [ContestCode.chairMissing])
    #expect(findings { $0.jury = [Juror(id: "a", name: "Ж")] }.isEmpty)
  }

  @Test func `criteria and jurors refer to nominations there are`() {
    let found = findings {
      $0.criteria = [Criterion(id: "c", title: "К", maximum: ExactDecimal(5), nominations: ["eco", "ecco"])]
      $0.jury = [Juror(id: "j", name: "Ж", nominations: ["spring", "sprung"])]
    }
    #expect(found.codes == [ContestCode.unknownNomination, ContestCode.unknownNomination])
    #expect(found.compactMap(\.field) == ["criterion[1]/nomination", "juror[1]/nomination"])
  }

  @Test(arguments: [
    (Schedule(), 0), (Schedule(opens: "2020-03-01", closes: "2020-03-01"), 0),
    (Schedule(opens: "2020-03-02", closes: "2020-03-01"), 1), (Schedule(opens: "2020-03-02", results: "2020-03-01"), 1),
    (Schedule(opens: "2020-03-04", closes: "2020-03-03", judging: "2020-03-02", results: "2020-03-01"), 3),
    (Schedule(closes: "2020-03-04", judging: "2020-03-05", results: "2020-03-05"), 0),
  ]) func `the days are in order`(schedule: Schedule, count: Int) {
    let found = findings { $0.schedule = schedule }
    #expect(found.codes == Array(repeating: ContestCode.scheduleOutOfOrder, count: count))
  }

  @Test func `a programme does not end before it starts`() {
    func programme(_ start: Day, _ end: Day) -> [Diagnostic.Code] {
      findings { $0.programme = MunicipalProgramme(title: "П", period: Period(start: start, end: end)) }.codes
    }
    #expect(programme("2020-01-01", "2022-12-31").isEmpty)
    #expect(programme("2022-01-01", "2020-12-31") == [ContestCode.programmePeriodReversed])
  }

  private func criteria(_ weights: [(String?, [Identifier])]) -> [Criterion] {
    weights.enumerated().map { index, criterion in
      Criterion(
        id: Identifier(stringLiteral: "c\(index)"), title: "К", weight: criterion.0.flatMap { ExactDecimal($0) },
        maximum: ExactDecimal(10), nominations: criterion.1)
    }
  }

  @Test func `weights total a hundred exactly`() {
    #expect(findings { $0.criteria = criteria([(nil, []), (nil, [])]) }.isEmpty)
    #expect(findings { $0.criteria = criteria([("33.3333", []), ("33.3333", []), ("33.3334", [])]) }.isEmpty)
    let short = findings { $0.criteria = criteria([("33.3333", []), ("33.3333", []), ("33.3333", [])]) }
    #expect(short.codes == [ContestCode.weightsNotHundred])
    #expect(short.first?.message[.english].contains("99.9999") == true)
  }

  @Test func `where one criterion has a weight all have one`() {
    #expect(findings { $0.criteria = criteria([("100", []), (nil, [])]) }.codes == [ContestCode.weightMissing])
  }

  @Test func `weights total a hundred in each nomination`() {
    let split: [(String?, [Identifier])] = [("40", []), ("60", ["spring", "jury"]), ("60", ["eco"])]
    #expect(findings { $0.criteria = criteria(split) }.isEmpty)
    let uneven: [(String?, [Identifier])] = [("40", []), ("60", ["spring", "jury"]), ("50", ["eco"])]
    let found = findings { $0.criteria = criteria(uneven) }
    #expect(found.codes == [ContestCode.weightsNotHundred])
    #expect(found.first?.message[.russian].contains("«Экодомик»") == true)
    // Nobody is scored where the jury gives a prize of its own.
    let unjudged: [(String?, [Identifier])] = [("40", []), ("60", ["spring"]), ("60", ["eco"])]
    #expect(findings { $0.criteria = criteria(unjudged) }.isEmpty)
  }

  @Test func `prizes are within the fund of their currency`() throws {
    let dollar = try #require(Currency("USD"))
    func codes(_ fund: Int128, _ prizes: [Prize]) -> [Diagnostic.Code] {
      findings {
        $0.prizeFund = Money(Amount(minorUnits: fund)); $0.prizes = prizes
      }.codes
    }
    let prizes = [
      Prize(rank: 1, title: "I", value: Money(Amount(minorUnits: 100))),
      Prize(rank: 2, title: "II", quantity: 3, value: Money(Amount(minorUnits: 50))),
      Prize(rank: 3, title: "III", value: Money(Amount(minorUnits: 1_000_000), dollar)), Prize(title: "Грамота"),
    ]
    #expect(codes(250, prizes).isEmpty)
    #expect(codes(249, prizes) == [ContestCode.prizesBeyondFund])
    #expect(findings { $0.prizes = prizes }.isEmpty)
    let many = Prize(title: "Приз", quantity: 999_999_999, value: Money(.maximum))
    #expect(codes(1, Array(repeating: many, count: 100)) == [ContestCode.prizesBeyondFund])
  }

  @Test func `the youngest age is not above the oldest`() {
    let found = findings {
      $0.nominations[1].ageGroups = [
        AgeGroup(title: "a", minimumAge: 7, maximumAge: 7), AgeGroup(title: "b", minimumAge: 8, maximumAge: 7),
      ]
    }
    #expect(found.codes == [ContestCode.ageLimitsReversed])
    #expect(found.first?.field == "nomination[2]/ageGroup[2]")
  }

  @Test func `a jury has one chair at most`() {
    func codes(_ roles: [Juror.Role]) -> [Diagnostic.Code] {
      findings {
        $0.jury = roles.enumerated().map {
          Juror(id: Identifier(stringLiteral: "j\($0.offset)"), name: "Ж", role: $0.element)
        }
      }.codes
    }
    #expect(codes([.member, .deputy, .secretary]).isEmpty)
    #expect(codes([.chair, .member]).isEmpty)
    #expect(codes([.chair, .member, .chair]) == [ContestCode.secondChair])
  }

  @Test func `titles of the contest and its nominations say something`() {
    let found = findings {
      $0.title = String(repeating: "я", count: 141)
      $0.nominations[1].description = "экодомик"
    }
    #expect(found.codes == [ContestCode.titleTooLong, ContestCode.titleRepeatsDescription])
    #expect(found.compactMap(\.field) == ["title", "nomination[2]/description"])
    #expect(!found.hasErrors)
  }
}
