package import Primitives

/// A noun that is counted in the reports: «412 заявок», "412 applications".
package struct Noun: Sendable {
  var russian: RussianPlural
  var one: String
  var many: String

  /// The number, grouped for the language, a no-break space and the noun in the right form.
  package func counted(_ count: Int, _ language: Language) -> String {
    "\(Format.number(count, language))\(Format.space)\(form(for: count, language))"
  }

  package func form(for count: Int, _ language: Language) -> String {
    switch language {
    case .russian: russian.form(for: count)
    case .english: count == 1 ? one : many
    }
  }

  package static let contests = Noun(
    russian: RussianPlural("конкурс", "конкурса", "конкурсов"), one: "contest", many: "contests")
  package static let nominations = Noun(
    russian: RussianPlural("номинация", "номинации", "номинаций"), one: "nomination", many: "nominations")
  package static let applications = Noun(
    russian: RussianPlural("заявка", "заявки", "заявок"), one: "application", many: "applications")
  package static let participants = Noun(
    russian: RussianPlural("участник", "участника", "участников"), one: "participant", many: "participants")
  package static let works = Noun(
    russian: RussianPlural("работа", "работы", "работ"), one: "work", many: "works")
  package static let winners = Noun(
    russian: RussianPlural("победитель", "победителя", "победителей"), one: "winner", many: "winners")
  package static let projects = Noun(
    russian: RussianPlural("проект", "проекта", "проектов"), one: "project", many: "projects")
  package static let records = Noun(
    russian: RussianPlural("запись", "записи", "записей"), one: "record", many: "records")
}

extension Format {
  /// The title between quotation marks of the language, unless it brings its own; marks within it are of the second
  /// kind.
  package static func quoted(_ title: String, _ language: Language) -> String {
    let bringsOwn = title.first.map { "«“„\"".contains($0) } ?? false
    switch language {
    case .russian: return Typography.nested(bringsOwn ? title : "«\(title)»", language)
    case .english: return bringsOwn ? title : "“\(title)”"
    }
  }

  /// «1-е место», "place 1".
  package static func place(_ place: Int, _ language: Language) -> String {
    switch language {
    case .russian: "\(place)-е\(space)место"
    case .english: "place\(space)\(place)"
    }
  }
}
