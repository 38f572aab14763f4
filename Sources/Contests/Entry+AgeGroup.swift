internal import Primitives

extension Entry {
  /// With its age group under the title that its nomination announces, or that which its people's ages give. It stays as
  /// it is where the nomination has no such group.
  package func grouped(in contest: Contest) -> Entry {
    guard let index = contest.nominationIndex(nomination),
      let group = contest.nominations[index].ageGroup(of: self)?.title, group != ageGroup
    else { return self }
    var entry = self
    entry.ageGroup = group
    return entry
  }

  /// True for what a sender has said again: which age group follows from it may have been noted since.
  package func says(_ other: Entry) -> Bool {
    if self == other { return true }
    var other = other
    let isSame = ageGroup.map { other.ageGroup?.isLooselyEqual(to: $0) ?? false } ?? true
    if isSame { other.ageGroup = ageGroup }
    return self == other
  }
}

extension Nomination {
  /// The age group that an entry states, else the one in which all are of whom it tells an age: those who take part, or
  /// whoever applied where it tells none of theirs.
  func ageGroup(of entry: Entry) -> AgeGroup? {
    if let stated = entry.ageGroup { return ageGroup(titled: stated) }
    guard !ageGroups.isEmpty else { return nil }
    let day = entry.submittedAt.day
    let named = entry.participants?.people ?? []
    let people = named.contains(where: \.tellsAge) ? named : entry.people
    var groups = people.filter(\.tellsAge).map { person -> AgeGroup? in
      guard let age = person.birthDay?.fullYears(on: day) else { return person.ageGroup.flatMap(ageGroup(titled:)) }
      // Groups that overlap leave it open.
      let fitting = ageGroups.filter { $0.takes(age: age) }
      return fitting.count == 1 ? fitting[0] : nil
    }
    guard let group = groups.popLast() else { return nil }
    return groups.allSatisfy { $0 == group } ? group : nil
  }
}

extension Person {
  fileprivate var tellsAge: Bool { birthDay != nil || ageGroup != nil }
}
