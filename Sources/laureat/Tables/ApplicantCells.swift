import Contests
import Exchange
import LibXML
import Primitives

/// The cells of a row of applications.
typealias ApplicationCells = RowCells<ApplicationColumn>

/// Who applies, as a row says it.
enum ApplicantCells {
  private enum Kind {
    case person, organisation, group
  }

  /// - Returns: Nil when the row does not say; that is reported.
  static func read(_ cells: inout ApplicationCells) -> Party? {
    let stated = kind(&cells)
    let name = cells.text(.applicant, .line)
    let title = cells.text(.organisation, .line)
    let inn = cells.number(.inn, ExchangeCode.inn, lengths: [10, 12]) { text throws(NumberFault) in try INN(text) }
    let contact = contact(&cells)
    guard let shown = name ?? title else {
      if !cells.has(.applicant), !cells.has(.organisation) { missing(&cells) }
      return nil
    }
    let isRegistered = inn?.isOrganisation == true || cells.has(.kpp) || cells.has(.ogrn)
    switch stated ?? (isRegistered || name == nil ? .organisation : .person) {
    case .organisation: return organisation(title ?? shown, inn, contact, &cells)
    case .group:
      notKept([.inn, .kpp, .ogrn, .birthDay], &cells)
      if name != nil { notKept([.organisation], &cells) }
      return .group(title: shown, contact: contact)
    case .person:
      notKept([.inn, .kpp, .ogrn], &cells)
      return .person(
        Person(
          name: shown, birthDay: cells.day(.birthDay), institution: name == nil ? nil : title, contact: contact))
    }
  }

  private static func organisation(
    _ title: String, _ inn: INN?, _ contact: Contact?, _ cells: inout ApplicationCells
  ) -> Party {
    notKept([.birthDay], &cells)
    if cells.has(.organisation) { notKept([.applicant], &cells) }
    let kpp = cells.number(.kpp, ExchangeCode.kpp, lengths: [9]) { text throws(NumberFault) in try KPP(text) }
    let ogrn = cells.number(.ogrn, ExchangeCode.ogrn, lengths: [13, 15]) { text throws(NumberFault) in try OGRN(text) }
    // Without a number it is known by its title: the same title is the same organisation.
    let digest = Digest(of: Array(title.loosened.utf8)).description.prefix(16)
    guard let id = inn.map({ Identifier($0) }) ?? Identifier("org-\(digest)") else {
      preconditionFailure("hexadecimal digits")
    }
    return .organisation(
      Organisation(id: id, title: title, inn: inn, kpp: kpp, ogrn: ogrn, contact: contact))
  }

  private static func kind(_ cells: inout ApplicationCells) -> Kind? {
    guard let text = cells.text(.kind, .line)?.loosened else { return nil }
    switch text {
    case "person", "individual", "гражданин", "физлицо", "физическое лицо", "физ. лицо", "человек": return .person
    case "organisation", "organization", "организация", "юрлицо", "юридическое лицо", "юр. лицо", "учреждение":
      return .organisation
    case "group", "team", "family", "группа", "коллектив", "команда", "семья", "жители": return .group
    default:
      cells.report(
        .kind, ExchangeCode.valueNotListed, ru: "вид заявителя не распознан", en: "this kind of applicant is not known",
        advice: LocalizedText(
          ru: "впишите «гражданин», «организация» или «коллектив»", en: "write person, organisation or group"))
      return nil
    }
  }

  private static func contact(_ cells: inout ApplicationCells) -> Contact? {
    let contact = Contact(
      phone: cells.text(.phone, .short), email: cells.text(.email, .short), address: cells.text(.address, .line))
    return contact == Contact() ? nil : contact
  }

  /// An applicant of this kind has no place for what stands in these columns.
  private static func notKept(_ columns: [ApplicationColumn], _ cells: inout ApplicationCells) {
    for column in columns where cells.has(column) {
      cells.report(
        column, ExchangeCode.notKept, .warning, ru: "у такого заявителя этого не хранят, ячейка не прочитана",
        en: "an applicant of this kind has none; the cell is not read",
        advice: LocalizedText(
          ru: "проверьте вид заявителя: столбец «тип заявителя»",
          en: "check the kind of the applicant: the column applicant kind"))
    }
  }

  private static func missing(_ cells: inout ApplicationCells) {
    cells.report(
      .applicant, ExchangeCode.missingElement, ru: "ячейка пуста", en: "the cell is empty",
      advice: LocalizedText(ru: "укажите, кто подал заявку", en: "say who applies"))
  }
}

/// Where those who take part learn.
enum SchoolCells {
  /// Gives it to the person who applies, or to the people who are named.
  static func apply(_ cells: inout ApplicationCells, to entry: inout Entry) {
    let institution = cells.text(.institution, .line)
    let schoolClass = cells.text(.schoolClass, .short)
    guard institution != nil || schoolClass != nil else { return }
    func placed(_ person: Person) -> Person {
      var person = person
      person.institution = institution ?? person.institution
      person.schoolClass = schoolClass
      return person
    }
    if case .person(let person) = entry.applicant {
      entry.applicant = .person(placed(person))
    } else if let participants = entry.participants, !participants.people.isEmpty {
      entry.participants?.people = participants.people.map(placed)
    } else {
      for column in [ApplicationColumn.institution, .schoolClass] where cells.has(column) {
        cells.report(
          column, ExchangeCode.notKept, .warning, ru: "не названо, кто там учится, ячейка не прочитана",
          en: "nobody is named who learns there; the cell is not read",
          advice: LocalizedText(
            ru: "впишите имена в столбец «участники»", en: "write the names into the column people"))
      }
    }
  }
}
