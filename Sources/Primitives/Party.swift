/// Where an organisation or a person is reached.
public struct Contact: Codable, Hashable, Sendable {
  public var phone: String?
  public var email: String?
  public var address: String?

  public init(phone: String? = nil, email: String? = nil, address: String? = nil) {
    self.phone = phone
    self.email = email
    self.address = address
  }
}

/// Where something belongs: a municipal territory by its code, its name, or both.
public struct Territory: Codable, Hashable, Sendable {
  public var oktmo: OKTMO?
  public var title: String?

  public init(oktmo: OKTMO? = nil, title: String? = nil) {
    self.oktmo = oktmo
    self.title = title
  }
}

/// An administration, an institution, a fund, a neighbourhood committee.
public struct Organisation: Codable, Hashable, Sendable {
  /// `RU-INN-4205123459`, or an identifier the sender gives where there is no ИНН.
  public var id: Identifier
  public var title: String
  public var inn: INN?
  public var kpp: KPP?
  public var ogrn: OGRN?
  public var territory: Territory?
  public var contact: Contact?

  public init(
    id: Identifier, title: String, inn: INN? = nil, kpp: KPP? = nil, ogrn: OGRN? = nil, territory: Territory? = nil,
    contact: Contact? = nil
  ) {
    self.id = id
    self.title = title
    self.inn = inn
    self.kpp = kpp
    self.ogrn = ogrn
    self.territory = territory
    self.contact = contact
  }
}

/// A person as an application states one. Everything but the name is optional; there is never a document's number.
public struct Person: Codable, Hashable, Sendable {
  public var name: String
  public var birthDay: Day?
  /// «7–10 лет», where the day of birth is not asked for.
  public var ageGroup: String?
  public var institution: String?
  /// «3 Б класс».
  public var schoolClass: String?
  /// Teacher, coach or other leader who prepared the work.
  public var leader: String?
  public var contact: Contact?
  /// Who consents and signs for a child.
  public var representative: String?

  public init(
    name: String, birthDay: Day? = nil, ageGroup: String? = nil, institution: String? = nil,
    schoolClass: String? = nil, leader: String? = nil, contact: Contact? = nil, representative: String? = nil
  ) {
    self.name = name
    self.birthDay = birthDay
    self.ageGroup = ageGroup
    self.institution = institution
    self.schoolClass = schoolClass
    self.leader = leader
    self.contact = contact
    self.representative = representative
  }
}

/// Who applies: an organisation, a person, or a group without registration («жители дома», «семья»).
public enum Party: Hashable, Sendable {
  case organisation(Organisation)
  case person(Person)
  case group(title: String, contact: Contact?)

  /// The name in lists.
  public var title: String {
    switch self {
    case .organisation(let organisation): organisation.title
    case .person(let person): person.name
    case .group(let title, _): title
    }
  }
}
