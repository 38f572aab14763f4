import ArgumentParser
import Contests
import Primitives

/// A nomination, or one of its age groups that has places of its own, as it is typed: `vesna`, `vesna:Младшие`,
/// `vesna:7-10`.
struct TypedDivision: ExpressibleByArgument, Hashable {
  var nomination: Identifier
  /// By its title or its ages.
  var ageGroup: String?

  init(nomination: Identifier) { self.nomination = nomination }

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let nomination = Identifier(String(first)) else { return nil }
    self.nomination = nomination
    if parts.count == 2 {
      guard let group = try? TypedText.short(String(parts[1])) else { return nil }
      ageGroup = group
    }
  }

  /// - Throws: ``Failure`` for a nomination that the contest does not have, and an age group that has no places of its own.
  func division(in contest: Contest) throws -> Division {
    let known = try contest.known(nomination)
    guard let ageGroup else { return Division(nomination: nomination) }
    guard contest.rules.placesByAgeGroup else { throw Failure([.groupsCompeteTogether(in: contest.id)]) }
    guard let group = known.ageGroup(titled: ageGroup) ?? known.ageGroups.first(where: { $0.ages == ageGroup }) else {
      throw Failure([.noSuchGroup(in: known)])
    }
    return Division(nomination: nomination, ageGroup: group.title)
  }
}

extension AgeGroup {
  /// As they are typed: `7-10`, `18+`, `-6`.
  fileprivate var ages: String? {
    switch (minimumAge, maximumAge) {
    case (let least?, let most?): "\(least)-\(most)"
    case (let least?, nil): "\(least)+"
    case (nil, let most?): "-\(most)"
    case (nil, nil): nil
    }
  }
}

extension Diagnostic {
  fileprivate static func groupsCompeteTogether(in contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownAgeGroup,
      LocalizedText(
        ru: "в конкурсе \(contest) у возрастных групп нет своих мест",
        en: "age groups of the contest \(contest) have no places of their own"),
      advice: LocalizedText(
        ru:
          "назовите номинацию без группы; если у групп свои места: laureat contest edit \(contest) --places-by-age-group",
        en:
          "name the nomination alone; if groups have places of their own: laureat contest edit \(contest) --places-by-age-group"
      ))
  }

  fileprivate static func noSuchGroup(in nomination: Nomination) -> Diagnostic {
    let titles = nomination.ageGroups.map(\.title).joined(separator: ", ")
    return Diagnostic(
      ContestCode.unknownAgeGroup,
      LocalizedText(
        ru: "такой возрастной группы в номинации «\(nomination.title)» нет",
        en: "the nomination “\(nomination.title)” has no such age group"),
      advice: titles.isEmpty
        ? LocalizedText(
          ru: "в этой номинации возрастных групп нет, назовите её одну",
          en: "this nomination has no age groups; name it alone")
        : LocalizedText(ru: "выберите одну: \(titles)", en: "choose one: \(titles)"))
  }
}
