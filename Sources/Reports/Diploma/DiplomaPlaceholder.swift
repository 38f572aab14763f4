import Contests
import Primitives

/// What stands in braces in the texts of a design, and is filled in for each diploma.
enum DiplomaPlaceholder: String, CaseIterable {
  /// What the prize of a place is called; by the place, where it has no name: «I степени» for the first three, «за 4-е
  /// место» for others; "First place".
  case degree
  /// «победу», «2-е место».
  case merit
  case place
  case prize
  /// «в номинации «…» муниципального конкурса «…»», with the age group between them where it has places of its own.
  case competition
  /// With its quotation marks, as `nomination`.
  case contest
  case nomination
  /// «возрастная группа 11–14 лет».
  case ageGroup
  case work
  case year
  case edition
  case organiser

  /// Those that a text names and that are none.
  static func unknown(in text: String) -> [String] {
    parts(of: text).filter(\.isName).map { String($0.text) }.filter { DiplomaPlaceholder(rawValue: $0) == nil }
  }

  static func fill(_ text: String, for diploma: Diploma, _ language: Language) -> String {
    parts(of: text).map { part in
      guard part.isName else { return String(part.text) }
      return DiplomaPlaceholder(rawValue: String(part.text))?.value(diploma, language) ?? "{\(part.text)}"
    }.joined()
  }

  /// What stands outside braces, and the names in them. A brace without its like is text.
  private static func parts(of text: String) -> [(text: Substring, isName: Bool)] {
    var parts: [(text: Substring, isName: Bool)] = []
    var start = text.startIndex
    var opened: String.Index?
    for index in text.indices {
      if text[index] == "{" {
        opened = index
      } else if text[index] == "}", let brace = opened {
        parts.append((text[start..<brace], false))
        parts.append((text[text.index(after: brace)..<index], true))
        (start, opened) = (text.index(after: index), nil)
      }
    }
    parts.append((text[start...], false))
    return parts
  }

  private func value(_ diploma: Diploma, _ language: Language) -> String {
    switch self {
    case .degree: diploma.place.map { DiplomaDegree(of: diploma.prize, place: $0).text(language) } ?? ""
    case .merit: diploma.place.map { DiplomaDegree.merit($0, language) } ?? ""
    case .place: diploma.place.map(String.init) ?? ""
    case .prize: if case .prize(let title) = diploma.kind { title } else { diploma.prize ?? "" }
    case .competition: Self.competition(diploma, language)
    case .contest: Format.quoted(diploma.occasion.title, language)
    case .nomination: diploma.nomination.map { Format.quoted($0, language) } ?? ""
    case .ageGroup: diploma.ageGroup ?? ""
    case .work: diploma.work ?? ""
    case .year: String(diploma.occasion.year)
    case .edition: diploma.occasion.edition ?? ""
    case .organiser: diploma.occasion.organiser
    }
  }

  private static func competition(_ diploma: Diploma, _ language: Language) -> String {
    let contest = Format.quoted(diploma.occasion.title, language)
    // A prize that is a nomination of its own is named once.
    var nomination = diploma.nomination
    if case .prize(nomination) = diploma.kind { nomination = nil }
    let ageGroup = diploma.ageGroup.map { ", \n\($0)" } ?? ""
    guard let nomination = nomination.map({ Format.quoted($0, language) }) else {
      return switch language {
      case .russian: "в \(adjective(diploma.occasion.level))м конкурсе \n\(contest)\(ageGroup)"
      case .english: "in the \(Format.name(diploma.occasion.level, language)) contest \n\(contest)\(ageGroup)"
      }
    }
    let division = nomination + ageGroup + (diploma.ageGroup == nil ? "" : ",")
    return switch language {
    case .russian: "в номинации \n\(division) \n\(adjective(diploma.occasion.level))го конкурса \(contest)"
    case .english:
      "in the nomination \n\(division) \nof the \(Format.name(diploma.occasion.level, language)) contest \n\(contest)"
    }
  }

  /// Without its ending: «муниципально» for «муниципального» and «муниципальном».
  private static func adjective(_ level: Level) -> String {
    switch level {
    case .municipal: "муниципально"
    case .regional: "регионально"
    case .national: "всероссийско"
    }
  }
}

extension Diploma {
  fileprivate var place: Int? {
    if case .place(let place) = kind { place } else { nil }
  }
}
