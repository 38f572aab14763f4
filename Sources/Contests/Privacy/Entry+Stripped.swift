internal import Primitives

// What the entry says of people beyond their names is taken away; its figures stay.

extension Entry {
  /// The entry without contacts, birth days, leaders, representatives, classes, description, site, files and foreign
  /// content. Texts that name someone give way. Names of applicant and people stay, to be replaced by the caller.
  func stripped(of names: PersonalNames) -> Entry {
    var entry = self
    entry.title = names.cleared(title) ?? Neutral.title
    entry.description = nil
    entry.leader = nil
    entry.site = nil
    entry.attachments = []
    entry.extensions = nil
    entry.ageGroup = names.cleared(ageGroup)
    entry.district = names.cleared(district)
    entry.territory = territory?.stripped(of: names)
    entry.applicant = applicant.stripped(of: names)
    entry.participants?.people = (participants?.people ?? []).map { $0.stripped(of: names) }
    entry.previousStage = previousStage?.stripped(of: names)
    entry.achievements = achievements.filter { !names.occur(in: $0.title) }
    return entry
  }
}

extension Party {
  fileprivate func stripped(of names: PersonalNames) -> Party {
    switch self {
    case .organisation(let organisation) where organisation.isPerson:
      return .organisation(
        Organisation(
          id: Neutral.organisation ?? organisation.id, title: organisation.title,
          territory: organisation.territory?.stripped(of: names)))
    case .organisation(let organisation): return .organisation(organisation.withoutContact)
    case .person(let person): return .person(person.stripped(of: names))
    case .group(let title, _): return .group(title: title, contact: nil)
    }
  }

  /// False for an organisation that is not a person.
  package var isPersonal: Bool {
    if case .organisation(let organisation) = self { organisation.isPerson } else { true }
  }

  /// The same applicant under another name.
  func renamed(_ name: String) -> Party {
    switch self {
    case .organisation(var organisation):
      organisation.title = name
      return .organisation(organisation)
    case .person(var person):
      person.name = name
      return .person(person)
    case .group(_, let contact): return .group(title: name, contact: contact)
    }
  }
}

extension Person {
  fileprivate func stripped(of names: PersonalNames) -> Person {
    Person(name: name, ageGroup: names.cleared(ageGroup), institution: names.cleared(institution))
  }
}

extension Territory {
  func stripped(of names: PersonalNames) -> Territory {
    Territory(oktmo: oktmo, title: names.cleared(title))
  }
}

extension PreviousStage {
  fileprivate func stripped(of names: PersonalNames) -> PreviousStage {
    var stage = self
    stage.contestTitle = names.cleared(contestTitle) ?? Neutral.title
    stage.organiser = names.cleared(organiser)
    stage.prize = names.cleared(prize)
    return stage
  }
}
