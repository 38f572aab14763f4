import Contests
import Primitives
import Testing

struct EntryRuleTests {
  private func findings(_ change: (inout Entry) -> Void = { _ in }) -> [Diagnostic] {
    EntryRules.all.findings(in: Entry.clean.with(change), of: .open)
  }

  @Test func `an entry in order has no findings`() {
    #expect(findings().isEmpty)
  }

  @Test func `a finding names the entry and speaks both languages`() {
    for finding in findings({ $0.submittedAt = "2020-04-01T00:00:00+07:00" }) {
      #expect(finding.record == "a-1")
      #expect(finding.field == "submittedAt")
      #expect(finding.message[.russian].contains("31.03.2020"))
      #expect(finding.message[.english].replacing("\u{A0}", with: " ").contains("31 March 2020"))
      #expect(finding.advice != nil)
    }
  }

  @Test(arguments: [
    ("2020-02-29T23:59:59+07:00", [ContestCode.submittedEarly]), ("2020-03-01T00:00:00+07:00", []),
    ("2020-03-31T23:59:59+07:00", []), ("2020-04-01T00:00:00+07:00", [ContestCode.submittedLate]),
  ]) func `the day of submission lies within the announced days`(submittedAt: String, codes: [Diagnostic.Code]) throws {
    let entry = Entry.clean.with { $0.submittedAt = Instant(stringLiteral: submittedAt) }
    #expect(SubmittedInTime().findings(in: entry, of: .open).codes == codes)
    let always = Contest.open.with { $0.schedule = Schedule() }
    #expect(SubmittedInTime().findings(in: entry, of: always).isEmpty)
  }

  @Test func `a nomination is one of the contest's`() {
    let rule = NominationIsKnown()
    let without = Contest.open.with { $0.nominations = [] }
    let nowhere = Entry.clean.with { $0.nomination = "nowhere" }
    let none = Entry.clean.with { $0.nomination = nil }
    #expect(rule.findings(in: .clean, of: .open).isEmpty)
    #expect(rule.findings(in: none, of: without).isEmpty)
    #expect(rule.findings(in: nowhere, of: .open).codes == [ContestCode.unknownNomination])
    #expect(rule.findings(in: nowhere, of: without).codes == [ContestCode.unknownNomination])
    #expect(rule.findings(in: none, of: .open).codes == [ContestCode.nominationMissing])
  }

  @Test func `the jury's own nomination takes no applications`() {
    #expect(findings { $0.nomination = "jury" }.codes == [ContestCode.nominationTakesNoApplications])
  }

  @Test(arguments: [
    ([ContestStatus](), [ContestCode.contestNotAnnounced]), ([.announced], []), ([.open], []), ([.open, .closed], []),
    ([.open, .judging], []), ([.open, .completed], [ContestCode.contestFinished]),
    ([.open, .cancelled], [ContestCode.contestFinished]), ([.open, .unsuccessful], [ContestCode.contestFinished]),
  ]) func `a contest takes applications from announcement to end`(statuses: [ContestStatus], codes: [Diagnostic.Code]) {
    let contest = Contest.open.with { $0.history = Contest.history(statuses) }
    #expect(ContestTakesApplications().findings(in: .clean, of: contest).codes == codes)
  }

  @Test(arguments: [(2, []), (3, []), (1, [ContestCode.countBelowNames])])
  func `as many take part as are named`(count: Int, codes: [Diagnostic.Code]) {
    let people = [Person(name: "А", birthDay: "2012-01-01"), Person(name: "Б", birthDay: "2012-01-01")]
    #expect(findings { $0.participants = Participants(count: count, people: people) }.codes == codes)
    #expect(CountCoversNames().findings(in: Entry.clean.with { $0.participants = nil }, of: .open).isEmpty)
  }

  @Test(arguments: ["7–10 лет", "7-10  ЛЕТ", " 7—10 лет", "11+"])
  func `an age group is known whatever dash it is written with`(group: String) {
    #expect(findings { $0.ageGroup = group }.isEmpty)
  }

  @Test func `an age group the nomination does not declare is refused`() {
    #expect(findings { $0.ageGroup = "12–14 лет" }.codes == [ContestCode.unknownAgeGroup])
    #expect(
      findings {
        $0.nomination = "eco"; $0.ageGroup = "12–14 лет"
      }.isEmpty)
  }

  @Test func `a missing age group is warned of unless ages are told otherwise`() {
    let missing = findings { $0.ageGroup = nil }
    #expect(missing.codes == [ContestCode.ageGroupMissing])
    #expect(!missing.hasErrors)
    let born = Participants(count: 1, people: [Person(name: "А", birthDay: "2011-05-01")])
    #expect(
      findings {
        $0.ageGroup = nil; $0.participants = born
      }.isEmpty)
    let grouped = Participants(count: 1, people: [Person(name: "А", ageGroup: "11+")])
    #expect(
      findings {
        $0.ageGroup = nil; $0.participants = grouped
      }.isEmpty)
    #expect(
      findings {
        $0.ageGroup = nil; $0.nomination = "eco"
      }.isEmpty)
  }

  @Test(
    arguments: [
      // Submitted on 2020-03-10; the groups are 7 to 10 full years, and 11 and more.
      (["2010-01-01"], "7–10 лет"), (["2010-01-01", "2011-01-01"], "7–10 лет"), (["2009-03-10"], "11+"),
      (["2009-03-11"], "7–10 лет"), (["2010-01-01", "2000-01-01"], nil), (["2019-01-01"], nil), ([], nil),
    ] as [([Day], String?)])
  func `an age group follows from birth days where all give the same`(born: [Day], group: String?) {
    let people = born.map { Person(name: "А", birthDay: $0) }
    let entry = Entry.clean.with {
      $0.ageGroup = nil; $0.participants = Participants(count: 3, people: people)
      // Whoever brings the children is not of their age.
      if !people.isEmpty { $0.applicant = .person(Person(name: "Б", birthDay: "1980-01-01")) }
    }
    #expect(entry.grouped(in: .open).ageGroup == group)
    #expect(AgeGroupIsKnown().findings(in: entry, of: .open).isEmpty == (group != nil || born == ["2019-01-01"]))
  }

  @Test func `an age group is kept under its announced title, and one that is none stays`() {
    func kept(_ group: String) -> String? { Entry.clean.with { $0.ageGroup = group }.grouped(in: .open).ageGroup }
    #expect(kept("7-10  ЛЕТ") == "7–10 лет")
    #expect(kept("взрослые") == "взрослые")
  }

  @Test(arguments: [
    // Submitted on 2020-03-10; the group is 7 to 10 full years.
    ("2013-03-10", true), ("2013-03-11", false), ("2009-03-11", true), ("2009-03-10", false), ("2021-01-01", false),
  ]) func `the age is that of the day of submission`(birthDay: String, fits: Bool) {
    let person = Person(name: "А", birthDay: Day(stringLiteral: birthDay))
    let found = findings { $0.applicant = .person(person) }
    #expect(found.codes == (fits ? [] : [ContestCode.ageOutsideGroup]))
    #expect(!found.hasErrors)
  }

  @Test func `without a stated group any group of the nomination will do`() {
    func codes(_ birthDay: Day) -> [Diagnostic.Code] {
      findings {
        $0.ageGroup = nil; $0.applicant = .person(Person(name: "А", birthDay: birthDay))
      }.codes
    }
    #expect(codes("2000-01-01").isEmpty)
    #expect(codes("2016-01-01") == [ContestCode.ageOutsideGroup])
  }

  @Test func `consent is given; refused it refuses the entry, unsaid it is asked for`() {
    let refused = findings { $0.processingConsent = Consent(isGiven: false) }
    #expect(refused.codes == [ContestCode.consentRefused])
    #expect(refused.hasErrors)
    let unsaid = findings { $0.processingConsent = nil }
    #expect(unsaid.codes == [ContestCode.consentMissing])
    #expect(!unsaid.hasErrors)
  }

  @Test func `a title is short and not repeated as the description`() {
    #expect(findings { $0.title = String(repeating: "я", count: 140) }.isEmpty)
    #expect(findings { $0.title = String(repeating: "я", count: 141) }.codes == [ContestCode.titleTooLong])
    #expect(findings { $0.description = "птичий  дом " }.codes == [ContestCode.titleRepeatsDescription])
    #expect(findings { $0.description = "Птичий дом из старых досок" }.isEmpty)
  }

  @Test(arguments: [
    ("Птичий дом", false), ("IT-технологии", false), ("Webдизайн", false), ("Дом №5a", false), ("CO2 и мы", false),
    ("3D принтер", false), ("Птичий дoм", true), ("Cкворечник", true), ("cкорo", true), ("Сovid", true), ("Ёлкa", true),
  ]) func `a word that mixes look-alike letters is warned of`(title: String, isMixed: Bool) {
    let found = findings { $0.title = title }
    #expect(found.codes == (isMixed ? [ContestCode.lookAlikeLetters] : []))
    #expect(!found.hasErrors)
  }

  @Test(arguments: [
    "Звоните +7 (903) 123-45-67", "тел. 8 903 123-45-67", "89031234567", "8(38456)5-12-34", "903 123 45 67",
    "8\u{A0}903\u{A0}123\u{A0}45\u{A0}67", "Пишите на ivanova.m@mail.ru!", "иванова@почта.рф", "СНИЛС 112-233-445 95",
    "паспорт 3204 123456", "паспорт 32 04 123456", "+79031234567",
  ]) func `telephone numbers, addresses and document numbers do not belong into texts`(text: String) {
    #expect(findings { $0.description = text }.codes == [ContestCode.personalDataInText])
    #expect(findings { $0.title = text }.codes == [ContestCode.personalDataInText])
  }

  @Test(arguments: [
    "Домик 20 × 30 × 40 см", "2019-2020 учебный год", "1 300 000 рублей", "ИНН 4205123459", "ОГРН 1027700132195",
    "12.03.2020 в 10:00", "клей @ гвозди", "школа №7 (5-12)", "10 000 000 000", "Цена: 1 234 567 890,00", "a@b",
    "@кошка.рф",
  ]) func `sums, years and registration numbers do`(text: String) {
    #expect(findings { $0.description = text }.isEmpty)
  }

  @Test func `no message quotes what a person is called or reached by`() {
    let person = Person(name: "Иванова Мария", birthDay: "1990-01-01", contact: Contact(phone: "+79031234567"))
    let found = EntryRules.all.findings(
      in: Entry.clean.with {
        $0.title = "Cкворечник Ивановой +79031234567"
        $0.description = $0.title
        $0.applicant = .person(person)
        $0.participants = Participants(count: 0, people: [person])
        $0.processingConsent = nil
        $0.submittedAt = "2020-04-01T00:00:00+07:00"
      }, of: .open)
    #expect(found.count >= 6)
    for text in found.flatMap({ [$0.message[.russian], $0.message[.english], $0.advice?[.russian] ?? ""] }) {
      #expect(!text.contains("Иванов") && !text.contains("7903") && !text.contains("1990"))
    }
  }
}
