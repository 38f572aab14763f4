package import Contests
import Crypto
import Foundation
import Primitives

/// What an application says, as the columns of its entry's row.
enum EntryRow {
  /// What a correction may change: everything but the identifier.
  static let columns =
    """
    nomination, submitted_at, correction_number, participants, works, title, description, age_group, leader, oktmo,
    territory, district, site, processing_consent, processing_consent_on, publication_consent, publication_consent_on,
    applicant_kind, applicant, applicant_phone, applicant_email, applicant_address, applicant_identifier, applicant_inn,
    applicant_kpp, applicant_ogrn, applicant_oktmo, applicant_territory, applicant_birth_day, applicant_age_group,
    applicant_institution, applicant_class, applicant_leader, applicant_representative, people, attachments,
    previous_stage, achievements, extensions
    """

  /// Appends the values: a row is put together in one array, for there are many.
  static func append(_ entry: Entry, to values: inout [Value]) throws {
    values.append(.coded(entry.nomination))
    values.append(.instant(entry.submittedAt))
    values.append(.int(entry.correctionNumber))
    values.append(.int(entry.participants?.count))
    values.append(.int(entry.works))
    values.append(.text(entry.title))
    values.append(.text(entry.description))
    values.append(.text(entry.ageGroup))
    values.append(.text(entry.leader))
    Territory.append(entry.territory, to: &values)
    values.append(.text(entry.district))
    values.append(.text(entry.site))
    values.append(.flag(entry.processingConsent?.isGiven))
    values.append(.day(entry.processingConsent?.date))
    values.append(.flag(entry.publicationConsent?.isGiven))
    values.append(.day(entry.publicationConsent?.date))
    ApplicantColumns.append(entry.applicant, to: &values)
    values.append(try .list(entry.participants?.people ?? []))
    values.append(try .list(entry.attachments))
    values.append(try .json(entry.previousStage))
    values.append(try .list(entry.achievements))
    values.append(.text(entry.extensions))
  }

  static func read(_ fields: inout Fields, id: Identifier, contest: Identifier) throws -> Entry {
    let nomination = try fields.valueIfAny(Identifier.self)
    let submittedAt = try fields.instant()
    let correction = try fields.int()
    let participants = fields.intIfAny()
    let works = fields.intIfAny()
    let title = try fields.text()
    let description = fields.textIfAny()
    let ageGroup = fields.textIfAny()
    let leader = fields.textIfAny()
    let territory = try Territory.read(&fields)
    let district = fields.textIfAny()
    let site = fields.textIfAny()
    let processing = try consent(&fields)
    let publication = try consent(&fields)
    let applicant = try ApplicantColumns.read(&fields)
    let people = try fields.list(of: Person.self)
    return Entry(
      id: id, contest: contest, nomination: nomination, title: title, description: description, ageGroup: ageGroup,
      applicant: applicant, participants: participants.map { Participants(count: $0, people: people) }, works: works,
      leader: leader, territory: territory, district: district, site: site, submittedAt: submittedAt,
      correctionNumber: correction, processingConsent: processing, publicationConsent: publication,
      attachments: try fields.list(), previousStage: try fields.jsonIfAny(), achievements: try fields.list(),
      extensions: fields.textIfAny())
  }

  private static func consent(_ fields: inout Fields) throws -> Consent? {
    let isGiven = fields.flagIfAny()
    let date = try fields.dayIfAny()
    return isGiven.map { Consent(isGiven: $0, date: date) }
  }
}

extension Entry {
  /// SHA-256 over what an application says, whatever its version: 32 bytes. So it is known whether what goes out is the
  /// same as before.
  package func contentDigest() throws -> [UInt8] {
    var entry = self
    entry.correctionNumber = 0
    var values: [Value] = [.coded(id), .coded(contest)]
    try EntryRow.append(entry, to: &values)
    var sha = SHA256()
    // Each with its kind and length in front, so that no two contents are written alike.
    for value in values {
      switch value {
      case .null: sha.update(data: Data("-:".utf8))
      case .integer(let number): sha.update(data: Data("#\(number):".utf8))
      case .text(let text): sha.update(data: Data("\(text.utf8.count):\(text)".utf8))
      case .blob(let bytes): sha.update(data: Data("\(bytes.count)!".utf8) + Data(bytes))
      }
    }
    return Array(sha.finalize())
  }
}

/// An applicant of any kind in the same columns, so that personal values can be found, searched and erased in place.
enum ApplicantColumns {
  static let names =
    """
    applicant_kind, applicant, applicant_phone, applicant_email, applicant_address, applicant_identifier, applicant_inn,
    applicant_kpp, applicant_ogrn, applicant_oktmo, applicant_territory, applicant_birth_day, applicant_age_group,
    applicant_institution, applicant_class, applicant_leader, applicant_representative
    """

  static func append(_ party: Party, to values: inout [Value]) {
    switch party {
    case .organisation(let organisation):
      values.append(.text("organisation"))
      values.append(.text(organisation.title))
      Contact.append(organisation.contact, to: &values)
      values.append(.coded(organisation.id))
      values.append(.coded(organisation.inn))
      values.append(.coded(organisation.kpp))
      values.append(.coded(organisation.ogrn))
      Territory.append(organisation.territory, to: &values)
      values += repeatElement(.null, count: 6)
    case .person(let person):
      values.append(.text("person"))
      values.append(.text(person.name))
      Contact.append(person.contact, to: &values)
      values += repeatElement(.null, count: 6)
      values.append(.day(person.birthDay))
      values.append(.text(person.ageGroup))
      values.append(.text(person.institution))
      values.append(.text(person.schoolClass))
      values.append(.text(person.leader))
      values.append(.text(person.representative))
    case .group(let title, let contact):
      values.append(.text("group"))
      values.append(.text(title))
      Contact.append(contact, to: &values)
      values += repeatElement(.null, count: 12)
    }
  }

  static func read(_ fields: inout Fields) throws -> Party {
    let kind = try fields.text()
    let title = try fields.text()
    let contact = Contact.read(&fields)
    let identifier = try fields.valueIfAny(Identifier.self)
    let inn = try fields.valueIfAny(INN.self)
    let kpp = try fields.valueIfAny(KPP.self)
    let ogrn = try fields.valueIfAny(OGRN.self)
    let territory = try Territory.read(&fields)
    let person = Person(
      name: title, birthDay: try fields.dayIfAny(), ageGroup: fields.textIfAny(), institution: fields.textIfAny(),
      schoolClass: fields.textIfAny(), leader: fields.textIfAny(), contact: contact,
      representative: fields.textIfAny())
    switch (kind, identifier) {
    case ("organisation", let identifier?):
      return .organisation(
        Organisation(
          id: identifier, title: title, inn: inn, kpp: kpp, ogrn: ogrn, territory: territory, contact: contact))
    case ("person", _): return .person(person)
    case ("group", _): return .group(title: title, contact: contact)
    default: throw StoreError(.unreadable, cause: "an applicant of no kind")
    }
  }
}
