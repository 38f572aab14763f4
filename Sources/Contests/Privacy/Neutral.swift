internal import Primitives

/// What stands where a personal value was. In Russian whatever the language of the program: it becomes part of
/// documents, and equal data must give equal documents.
public enum Neutral {
  public static let participant = "Участник"
  public static let group = "Группа участников"
  public static let family = "Семья"
  public static let title = "Название скрыто"
  public static let text = "Сведения скрыты"

  /// The name of an applicant of the same kind. What an organisation is called is not personal.
  static func name(of applicant: Party) -> String {
    switch applicant {
    case .organisation(let organisation): organisation.title
    case .person: participant
    case .group(let title, _): title.loosened.hasPrefix(family.loosened) ? family : group
    }
  }
}
