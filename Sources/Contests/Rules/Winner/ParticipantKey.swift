public import Primitives

/// Who a participant is for the question whether they have won before: an organisation by its identifier, a person by
/// name and birth day.
///
/// The text holds personal data. It may be digested and compared; it is never shown, logged or stored as it is.
public struct ParticipantKey: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ organisation: Organisation) {
    description = "organisation|\(organisation.id)"
  }

  /// A participant that a protocol numbers.
  public init(number: Int) {
    description = "number|\(number)"
  }

  /// - Returns: nil for a person without a birth day: namesakes are many.
  public init?(_ person: Person) {
    guard let birthDay = person.birthDay else { return nil }
    description = "person|\(birthDay)|\(person.name.loosened)"
  }
}

extension ParticipantKey {
  /// Those of an applicant and of the people named beside, as far as they can be told from others.
  public static func all(of applicant: Party, and people: [Person]) -> Set<ParticipantKey> {
    var keys = Set(people.compactMap { ParticipantKey($0) })
    switch applicant {
    case .organisation(let organisation): keys.insert(ParticipantKey(organisation))
    case .person(let person): if let key = ParticipantKey(person) { keys.insert(key) }
    case .group: break
    }
    return keys
  }
}

extension Entry {
  /// The applicant and everyone named, as far as they can be told from others. A group has no key of its own.
  public var participantKeys: Set<ParticipantKey> {
    ParticipantKey.all(of: applicant, and: participants?.people ?? [])
  }

  /// True where somebody behind it cannot be told from namesakes, and so is not known again in another entry: people without
  /// a birth day, or a group that names nobody. Who was erased is known by numbers.
  package var hidesParticipants: Bool {
    var people = participants?.people ?? []
    switch applicant {
    case .organisation: break
    case .person(let person): people.append(person)
    case .group(let title, _): if people.isEmpty { return !Neutral.isName(title) }
    }
    return people.contains { ParticipantKey($0) == nil && !Neutral.isName($0.name) }
  }
}
