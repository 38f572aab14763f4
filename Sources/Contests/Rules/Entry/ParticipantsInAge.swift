public import Primitives

/// The people of an entry have, on the day of submission, the age of its group; where the entry states no group, the
/// age of any group of its nomination.
public struct ParticipantsInAge: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    guard let index = contest.nominationIndex(entry.nomination), !contest.nominations[index].ageGroups.isEmpty
    else { return [] }
    let nomination = contest.nominations[index]
    let groups: [AgeGroup]
    if let stated = entry.ageGroup {
      guard let group = nomination.ageGroup(titled: stated) else { return [] }
      groups = [group]
    } else {
      groups = nomination.ageGroups
    }

    let day = entry.submittedAt.day
    let outside = entry.people.count { person in
      guard let age = person.birthDay?.fullYears(on: day) else { return false }
      return !groups.contains { $0.takes(age: age) }
    }
    return outside == 0 ? [] : [.outsideAge(outside, in: nomination.title)]
  }
}

extension AgeGroup {
  /// True within the limits given; the one that is not given is no limit.
  func takes(age: Int) -> Bool {
    (minimumAge.map { $0 <= age } ?? true) && (maximumAge.map { age <= $0 } ?? true)
  }
}

extension Day {
  /// Full years of age on a day, for someone born on this one. Who was born on 29 February turns a year older on
  /// 1 March of a common year.
  func fullYears(on day: Day) -> Int {
    let hadBirthday = (day.month, day.day) >= (month, self.day)
    return day.year - year - (hadBirthday ? 0 : 1)
  }
}

extension Diagnostic {
  fileprivate static func outsideAge(_ people: Int, in nomination: String) -> Diagnostic {
    Diagnostic(
      ContestCode.ageOutsideGroup, .warning,
      LocalizedText(
        ru: "число участников, по дате рождения не подходящих под возрастную группу номинации «\(nomination)»:"
          + " \(people)",
        en: "by birth day, \(people) of the people named do not fit the age group in nomination “\(nomination)”"),
      advice: LocalizedText(
        ru: "сверьте даты рождения и возрастную группу заявки",
        en: "compare the birth days with the age group of the application"),
      field: "participants")
  }
}
