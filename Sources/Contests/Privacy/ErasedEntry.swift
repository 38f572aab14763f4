internal import Primitives

/// What an erasure takes out of the store.
public enum PersonalField: String, CaseIterable, Sendable {
  // Of the entry itself
  case applicant, title, people, contacts, birthDays, leaders, representatives, classes, description, site, attachments
  case previousStage, otherTexts, extensions
  // Of what else speaks of it
  case reasons, protocols, outcomes, answers, fileNames, earlierVersions
}

/// An entry whose personal values are gone: what it counts stays.
public struct ErasedEntry: Hashable, Sendable {
  public let entry: Entry
  /// How many values of each kind were there.
  public let removed: [PersonalField: Int]

  /// - Parameters:
  ///   - before: The entry as it is.
  ///   - names: of the people, also those that only earlier versions named.
  public init(_ before: Entry, naming names: PersonalNames) {
    var after = before.stripped(of: names)
    after.applicant = after.applicant.renamed(Neutral.name(of: before.applicant))
    after.participants?.people = []
    after.isErased = true
    entry = after
    removed = Self.removed(before, after).filter { $0.value > 0 }
  }

  private static func removed(_ before: Entry, _ after: Entry) -> [PersonalField: Int] {
    let people = before.people
    let contacts = before.contacts
    func count(_ values: String?...) -> Int { values.count { $0 != nil } }
    return [
      .applicant: before.applicant.title == after.applicant.title ? 0 : 1,
      .title: before.title == after.title ? 0 : 1,
      .people: before.participants?.people.count ?? 0,
      .contacts: contacts.reduce(0) { $0 + count($1.phone, $1.email, $1.address) },
      .birthDays: people.count { $0.birthDay != nil },
      .leaders: count(before.leader) + people.count { $0.leader != nil },
      .representatives: people.count { $0.representative != nil },
      .classes: people.count { $0.schoolClass != nil },
      .description: count(before.description),
      .site: count(before.site),
      .attachments: before.attachments.count,
      .previousStage: before.previousStage == after.previousStage ? 0 : 1,
      .otherTexts: count(before.ageGroup, before.district, before.territory?.title)
        - count(after.ageGroup, after.district, after.territory?.title)
        + before.achievements.count - after.achievements.count,
      .extensions: count(before.extensions),
    ]
  }
}

extension Entry {
  /// Of the applicant and of everyone named.
  fileprivate var contacts: [Contact] {
    let ofApplicant: Contact? =
      switch applicant {
      case .organisation(let organisation): organisation.contact
      case .person: nil
      case .group(_, let contact): contact
      }
    return [ofApplicant].compactMap { $0 } + people.compactMap(\.contact)
  }
}
