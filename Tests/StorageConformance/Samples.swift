import Contests
import Grants
import Primitives

// Values to try a store with: `full` ones state everything that can be stated, `bare` ones only what must be.

enum Sample {
  static func id(_ text: String) throws -> Identifier { try unwrap(Identifier(text)) }
  static func day(_ text: String) throws -> Day { try unwrap(Day(text)) }
  static func decimal(_ text: String) throws -> ExactDecimal { try unwrap(ExactDecimal(text)) }
  static func amount(_ text: String) throws -> Amount { try unwrap(Amount(text)) }
  static func instant(_ text: String = "2020-03-01T18:00:00+07:00") throws -> Instant { try unwrap(Instant(text)) }

  static let extensions = "<extensions><x:note xmlns:x=\"urn:x\">&lt;ё&gt;</x:note></extensions>"
  static let digest = String(repeating: "0a", count: 32)

  static func contact() -> Contact {
    Contact(phone: "+7 3842 00-00-00", email: "dom@example.org", address: "Кемерово, ул. Весенняя, 17")
  }

  static func territory() throws -> Territory {
    Territory(oktmo: try OKTMO("32701000"), title: "Кемеровский городской округ")
  }

  static func organisation(_ id: String = "RU-INN-7707083893") throws -> Organisation {
    Organisation(
      id: try self.id(id), title: "Администрация «Город» 'А' \"Б\" ₽ ғ", inn: try INN("7707083893"),
      kpp: try KPP("770401001"), ogrn: try OGRN("1027700132195"), territory: try territory(), contact: contact())
  }

  static func bareOrganisation(_ id: String = "town") throws -> Organisation {
    Organisation(id: try self.id(id), title: "Т")
  }

  static func person(_ name: String = "Ёлкина Мария Петровна") throws -> Person {
    Person(
      name: name, birthDay: try day("2011-02-28"), ageGroup: "7–10 лет", institution: "МБОУ СОШ № 17",
      schoolClass: "3 Б", leader: "Сидорова А. И.", contact: contact(), representative: "Ёлкин Пётр")
  }

  static func achievement() throws -> Achievement {
    Achievement(title: "Снежные городки", value: try decimal("81.5"), unit: "шт.")
  }

  static func act() throws -> ApprovingAct {
    ApprovingAct(title: "О проведении конкурса", number: "123-р", date: try day("2019-12-01"))
  }

  // MARK: Contests

  static func bareContest(_ id: String = "snow-2020") throws -> Contest {
    Contest(id: try self.id(id), title: "Снег", year: 2020, organiser: try bareOrganisation())
  }

  static func fullContest(_ id: String = "teplo-2020") throws -> Contest {
    let prizes = [
      Prize(rank: 1, title: "I место", quantity: 2, value: Money(try amount("5000.50"))),
      Prize(title: "За душу"),
    ]
    return Contest(
      id: try self.id(id), title: "Тепло твоих рук", edition: "XII", year: 2020, level: .regional,
      organiser: try organisation(), territory: try territory(),
      programme: MunicipalProgramme(
        title: "Культура", period: Period(start: try day("2018-01-01"), end: nil), approvedOn: try day("2017-10-01")),
      approvingAct: try act(), stageOf: LargerContest(id: try self.id("big"), title: "Большой конкурс"),
      description: "О доме и тепле", eligibility: "Жители города",
      schedule: Schedule(
        opens: try day("2020-01-10"), closes: try day("2020-02-10"), judging: try day("2020-02-11"),
        results: try day("2020-02-20")),
      prizeFund: Money(try amount("9999999999999999.99"), try unwrap(Currency("EUR"))),
      nominations: [
        Nomination(
          id: try self.id("toys"), title: "Игрушки", description: "Своими руками",
          ageGroups: [AgeGroup(title: "7–10", minimumAge: 7, maximumAge: 10), AgeGroup(title: "взрослые")],
          prizes: prizes, minimumEntries: 2, passMark: try decimal("7.25")),
        Nomination(id: try self.id("jury"), title: "Специальный приз жюри", acceptsApplications: false),
        Nomination(id: try self.id("cards"), title: "Открытки"),
      ],
      prizes: prizes,
      criteria: [
        Criterion(
          id: try self.id("z"), title: "Мастерство", weight: try decimal("60"), maximum: try decimal("10"),
          nominations: [try self.id("toys")]),
        Criterion(id: try self.id("a"), title: "Замысел", maximum: try decimal("5.5")),
      ],
      jury: [
        Juror(
          id: try self.id("j2"), name: "Петров П. П.", role: .chair, post: "директор",
          nominations: [try self.id("cards")]),
        Juror(id: try self.id("j1"), name: "Яшина Я. Я."),
      ],
      rules: ContestRules(
        aggregation: .trimmedMean, tieBreaks: [.criterionOrder, .vote], sharesPlaces: true, placesByAgeGroup: true,
        oneWinPerParticipant: true, quorum: Quorum(2, of: 3), passMark: try decimal("5"), minimumEntries: 3,
        isBlind: true, publication: .full),
      achievements: [try achievement(), Achievement(title: "Клумбы", value: try decimal("325"))],
      history: try StatusHistory([
        StatusChange(.draft, on: try day("2019-12-01")), StatusChange(.open, on: try day("2020-01-10")),
        StatusChange(.cancelled, on: try day("2020-01-12"), reason: "карантин"),
      ]), extensions: extensions)
  }

  // MARK: Entries

  static func bareEntry(_ id: String, contest: String = "snow-2020", nomination: String? = nil) throws -> Entry {
    Entry(
      id: try self.id(id), contest: try self.id(contest), nomination: try nomination.map { try self.id($0) },
      title: "Горка", applicant: .group(title: "Жители дома", contact: nil), submittedAt: try instant())
  }

  static func fullEntry(_ id: String = "full", contest: String = "teplo-2020", applicant: Party) throws -> Entry {
    Entry(
      id: try self.id(id), contest: try self.id(contest), nomination: try self.id("toys"), title: "Медведь",
      description: "Из войлока", ageGroup: "7–10", applicant: applicant,
      participants: Participants(count: 3, people: [try person(), Person(name: "Ян")]), works: 2,
      leader: "Сидорова А. И.", territory: try territory(), district: "Центральный", site: "двор",
      submittedAt: try instant("1969-12-31T23:59:59.999-10:30"), correctionNumber: 4,
      processingConsent: Consent(isGiven: true, date: try day("2020-01-11")),
      publicationConsent: Consent(isGiven: false),
      attachments: [Attachment(name: "мишка.jpg", mediaType: "image/jpeg", size: 12_345_678_901, digest: digest)],
      previousStage: PreviousStage(
        contestTitle: "Школьный тур", contest: try self.id("school"), organiser: "Школа", entry: try self.id("s-1"),
        place: 1, prize: "грамота", minutes: ProtocolReference(number: "1/а", date: try day("2020-01-05"))),
      achievements: [try achievement()], extensions: extensions)
  }
}
