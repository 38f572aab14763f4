internal import Primitives

/// What stands where a personal value was. In Russian whatever the language of the program: it becomes part of
/// documents, and equal data must give equal documents.
public enum Neutral {
  public static let participant = "Участник"
  public static let group = "Группа участников"
  public static let family = "Семья"
  public static let title = "Название скрыто"
  public static let text = Pseudonyms.withheld
  /// What an entrepreneur goes by whose numbers are gone.
  static let organisation = Identifier("erased")

  /// Whom a public document must tell from others and not name.
  static func participant(_ number: Int) -> String { "\(participant) № \(number)" }

  /// True for a name that an erasure has put there.
  static func isName(_ name: String) -> Bool { [participant, group, family].contains(name) }

  /// The name of an applicant of the same kind. What an organisation is called is not personal, unless it is an
  /// entrepreneur.
  static func name(of applicant: Party) -> String {
    switch applicant {
    case .organisation(let organisation): organisation.isPerson ? participant : organisation.title
    case .person: participant
    case .group(let title, _): title.loosened.hasPrefix(family.loosened) ? family : group
    }
  }
}
