import Contests
import Primitives
import Reports

/// What an entry says of a field, as it is shown.
enum EntryValue {
  case text(String)
  case count(Int)
  case day(Day)
  case flag(Bool)
  /// One of a few, by its code.
  case term(String, LocalizedText)

  /// - Returns: Nil where the entry does not say it.
  init?(of field: ApplicationColumn, in entry: Entry, contest: Contest?) {
    switch field {
    case .nomination:
      guard let id = entry.nomination else { return nil }
      let title = contest?.nomination(id)?.title ?? id.description
      self = .term(id.description, LocalizedText(ru: title, en: title))
    case .submitted: self = .day(entry.submittedAt.day)
    case .birthDay:
      guard let day = entry.applicant.person?.birthDay else { return nil }
      self = .day(day)
    case .participants, .works, .correction:
      guard let count = Self.count(field, entry) else { return nil }
      self = .count(count)
    case .processingConsent, .publicationConsent:
      let consent = field == .processingConsent ? entry.processingConsent : entry.publicationConsent
      guard let consent else { return nil }
      self = .flag(consent.isGiven)
    case .kind: self = Self.kind(entry.applicant)
    default:
      guard let text = Self.text(field, entry) else { return nil }
      self = .text(text)
    }
  }

  private static func count(_ field: ApplicationColumn, _ entry: Entry) -> Int? {
    switch field {
    case .participants: entry.participants?.count
    case .works: entry.works
    default: entry.correctionNumber
    }
  }

  private static func kind(_ applicant: Party) -> EntryValue {
    switch applicant {
    case .person: .term("person", LocalizedText(ru: "гражданин", en: "person"))
    case .organisation: .term("organisation", LocalizedText(ru: "организация", en: "organisation"))
    case .group: .term("group", LocalizedText(ru: "коллектив", en: "group"))
    }
  }

  private static func text(_ field: ApplicationColumn, _ entry: Entry) -> String? {
    let organisation = entry.applicant.organisation
    let learners = [entry.applicant.person].compactMap { $0 } + (entry.participants?.people ?? [])
    return switch field {
    case .id: entry.id.description
    case .title: entry.title
    case .description: entry.description
    case .applicant: entry.applicant.title
    case .organisation: organisation?.title ?? entry.applicant.person?.institution
    case .inn: organisation?.inn?.description
    case .kpp: organisation?.kpp?.description
    case .ogrn: organisation?.ogrn?.description
    case .phone: entry.applicant.contact?.phone
    case .email: entry.applicant.contact?.email
    case .address: entry.applicant.contact?.address
    case .ageGroup: entry.ageGroup
    case .people: entry.participants?.names
    case .leader: entry.leader
    case .institution: learners.lazy.compactMap(\.institution).first
    case .schoolClass: learners.lazy.compactMap(\.schoolClass).first
    case .territory: entry.territory?.oktmo?.description ?? entry.territory?.title
    case .district: entry.district
    case .site: entry.site
    case .nomination, .kind, .birthDay, .participants, .works, .submitted, .processingConsent, .publicationConsent,
      .correction:
      nil
    }
  }
}

extension EntryValue {
  func text(_ language: Language) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): Format.number(count, language)
    case .day(let day): Format.day(day, .table, language)
    case .flag(true): LocalizedText(ru: "да", en: "yes")[language]
    case .flag(false): LocalizedText(ru: "нет", en: "no")[language]
    case .term(_, let title): title[language]
    }
  }

  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .count(let count): .integer(count)
    case .day(let day): JSON(day)
    case .flag(let flag): .bool(flag)
    case .term(let code, _): .string(code)
    }
  }
}

extension Participants {
  /// Nil when nobody is named.
  fileprivate var names: String? {
    people.isEmpty ? nil : people.map(\.name).joined(separator: "; ")
  }
}

extension Party {
  fileprivate var person: Person? { if case .person(let person) = self { person } else { nil } }

  fileprivate var organisation: Organisation? {
    if case .organisation(let organisation) = self { organisation } else { nil }
  }

  fileprivate var contact: Contact? {
    switch self {
    case .organisation(let organisation): organisation.contact
    case .person(let person): person.contact
    case .group(_, let contact): contact
    }
  }
}
