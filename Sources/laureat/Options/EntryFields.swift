import ArgumentParser
import Contests
import Exchange
import Grants
import Primitives
import Storage

/// What `entry add` and `entry edit` say about an entry; what is not given stays as it is.
struct EntryFields: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "Nomination."), valueName: "id"))
  var nomination: Identifier?

  @Option(
    help: ArgumentHelp(local(ru: "Название работы или проекта.", en: "Title of the work or project.")),
    transform: TypedText.line)
  var title: String?

  @Option(help: ArgumentHelp(local(ru: "Описание.", en: "Description.")), transform: TypedText.long)
  var description: String?

  @Option(
    help: ArgumentHelp(local(ru: "Заявитель — гражданин.", en: "The applicant, a person.")), transform: TypedText.line)
  var person: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Дата рождения заявителя-гражданина.", en: "Birth day of the applicant, a person."), valueName: dayForm)
  )
  var birthDay: Day?

  @Option(
    help: ArgumentHelp(local(ru: "Заявитель — группа, семья, жители дома.", en: "The applicant, a group.")),
    transform: TypedText.line)
  var group: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Заявитель — организация (id из organisation list).", en: "The applicant, an organisation by id."),
      valueName: "id"))
  var organisation: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Возрастная группа.", en: "Age group.")), transform: TypedText.short)
  var ageGroup: String?

  @Option(help: ArgumentHelp(local(ru: "Сколько участников.", en: "Number of participants.")))
  var participants: Int?

  @Option(
    name: .customLong("participant"),
    help: ArgumentHelp(
      local(
        ru:
          "Участник поимённо и, если известна, дата рождения: «Имя, \(dayForm)»; можно несколько раз. Уже названному допишется дата, остальное останется как было.",
        en:
          "A participant by name, with the birth day where known: Name, \(dayForm); repeatable. Whoever is named already gets the day, and all else stays."
      ),
      valueName: "name"))
  var people: [TypedPerson] = []

  @Option(help: ArgumentHelp(local(ru: "Сколько работ.", en: "Number of works.")))
  var works: Int?

  @Option(help: ArgumentHelp(local(ru: "Руководитель.", en: "Leader.")), transform: TypedText.line)
  var leader: String?

  @Option(help: ArgumentHelp(local(ru: "Район.", en: "District.")), transform: TypedText.line)
  var district: String?

  @Option(
    help: ArgumentHelp(local(ru: "Где находится работа.", en: "Where the work stands.")), transform: TypedText.line)
  var site: String?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(local(ru: "Согласие на обработку данных.", en: "Consent to the processing of data.")))
  var processingConsent: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(local(ru: "Согласие на публикацию.", en: "Consent to publication.")))
  var publicationConsent: Bool?

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp(local(ru: "Приложить файл; можно несколько раз.", en: "Attach a file; may be repeated.")),
    completion: .file())
  var files: [String] = []

  func validate() throws {
    if [person, group, organisation?.description].compactMap({ $0 }).count > 1 {
      throw ValidationError(
        local(
          ru: "назовите одного заявителя: --person, --group или --organisation",
          en: "name one applicant: --person, --group or --organisation"))
    }
    guard birthDay == nil || group == nil && organisation == nil else {
      throw ValidationError(
        local(
          ru: "--birth-day — дата рождения гражданина (--person); участников называют с датой рождения: --participant",
          en: "--birth-day goes with a person (--person); participants are named with theirs: --participant"))
    }
    guard [participants, works].allSatisfy({ (0...999_999_999).contains($0 ?? 0) }) else {
      throw ValidationError(local(ru: "числа — от 0 до 999 999 999", en: "numbers lie between 0 and 999,999,999"))
    }
  }

  func apply(to entry: inout Entry, in session: Session) throws {
    if let nomination { entry.nomination = nomination }
    if let title { entry.title = title }
    if let description { entry.description = description }
    if let applicant = try applicant(in: session) { entry.applicant = entry.applicant.renamed(to: applicant) }
    if let birthDay { entry.applicant = try entry.applicant.born(on: birthDay) }
    if let ageGroup { entry.ageGroup = ageGroup }
    if participants != nil || !people.isEmpty {
      var named = entry.participants ?? Participants(count: 0)
      try named.name(people.map(\.person))
      if let participants { named.count = participants }
      entry.participants = named
    }
    if let works { entry.works = works }
    if let leader { entry.leader = leader }
    if let district { entry.district = district }
    if let site { entry.site = site }
    if let processingConsent { entry.processingConsent = Consent(isGiven: processingConsent) }
    if let publicationConsent { entry.publicationConsent = Consent(isGiven: publicationConsent) }
  }

  func applicant(in session: Session) throws -> Party? {
    if let person { return .person(Person(name: person)) }
    if let group { return .group(title: group, contact: nil) }
    guard let organisation else { return nil }
    guard let found = try session.organisations.find(organisation) else {
      throw Failure.refused(
        ExchangeCode.unknownSender,
        LocalizedText(
          ru: "организация \(organisation) не записана", en: "the organisation \(organisation) is not known"),
        advice: LocalizedText(ru: "запишите её: laureat organisation add", en: "add it: laureat organisation add"))
    }
    return .organisation(found)
  }
}

extension Party {
  /// - Throws: ``Failure`` where the applicant is no person.
  fileprivate func born(on day: Day) throws -> Party {
    guard case .person(var person) = self else {
      throw Failure.usage(
        LocalizedText(
          ru: "заявитель — не гражданин, даты рождения у него нет",
          en: "the applicant is no person and has no birth day"
        ),
        advice: LocalizedText(
          ru: "участников называют с датой рождения: --participant \"Имя, \(dayForm)\"",
          en: "participants are named with theirs: --participant \"Name, \(dayForm)\""))
    }
    person.birthDay = day
    return .person(person)
  }
}
