public import Primitives

/// Where a nomination declares age groups, an entry states one of them; it may leave it out where what it says of its
/// people gives one.
public struct AgeGroupIsKnown: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    guard let index = contest.nominationIndex(entry.nomination), !contest.nominations[index].ageGroups.isEmpty
    else { return [] }
    let nomination = contest.nominations[index]
    if let stated = entry.ageGroup {
      return nomination.ageGroup(titled: stated) == nil ? [.unknownAgeGroup(in: nomination.title)] : []
    }
    // Of ages that no group takes, another rule tells.
    let isTold = nomination.ageGroup(of: entry) != nil || !ParticipantsInAge().findings(in: entry, of: contest).isEmpty
    return isTold ? [] : [.ageGroupMissing(in: nomination.title)]
  }
}

extension Nomination {
  /// The group of that name; «7–10 лет» and «7-10 лет» are one.
  package func ageGroup(titled title: String) -> AgeGroup? {
    ageGroups.first { $0.title == title } ?? ageGroups.first { $0.title.isLooselyEqual(to: title) }
  }
}

extension Entry {
  /// Everyone the entry names as taking part: the applicant, if a person, then the participants.
  package var people: [Person] {
    let named = participants?.people ?? []
    return if case .person(let person) = applicant { [person] + named } else { named }
  }
}

extension Diagnostic {
  fileprivate static func unknownAgeGroup(in nomination: String) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownAgeGroup, .error,
      LocalizedText(
        ru: "возрастной группы из заявки нет в номинации «\(nomination)»",
        en: "nomination “\(nomination)” has no age group such as the application states"),
      advice: LocalizedText(
        ru: "выберите возрастную группу из объявления конкурса",
        en: "choose an age group from the announcement of the contest"),
      field: "ageGroup")
  }

  fileprivate static func ageGroupMissing(in nomination: String) -> Diagnostic {
    Diagnostic(
      ContestCode.ageGroupMissing, .warning,
      LocalizedText(
        ru:
          "в номинации «\(nomination)» соревнуются по возрастным группам, а группа не указана и по датам рождения одна"
          + " не выходит",
        en: "nomination “\(nomination)” competes by age groups; no group is stated, and birth days do not give one"),
      advice: LocalizedText(
        ru: "уточните возрастную группу у заявителя", en: "ask the applicant for the age group"),
      field: "ageGroup")
  }
}
