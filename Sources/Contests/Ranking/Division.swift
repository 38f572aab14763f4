public import Primitives

/// Entries that compete with one another for the same places: those of a nomination, or of one of its age groups.
public struct Division: Hashable, Sendable {
  /// Nil in a contest without nominations.
  public var nomination: Identifier?
  /// Nil where age groups compete together.
  public var ageGroup: String?

  public init(nomination: Identifier?, ageGroup: String? = nil) {
    self.nomination = nomination
    self.ageGroup = ageGroup
  }
}

extension Contest {
  /// Where an entry competes: an age group goes by its announced title, however the entry writes it.
  ///
  /// - Parameters:
  ///   - nomination: The nomination of the entry, or that in which it is to win.
  ///   - ageGroup: The age group of the entry; it counts only where the rules give each places of its own.
  public func division(nomination: Identifier?, ageGroup: String?) -> Division {
    guard rules.placesByAgeGroup, let ageGroup else { return Division(nomination: nomination) }
    guard let index = nominationIndex(nomination) else { return Division(nomination: nomination, ageGroup: ageGroup) }
    // One that is won by entries of the others has no groups, unless it announces some.
    let isForOthers = !nominations[index].acceptsApplications && nominations[index].ageGroups.isEmpty
    if isForOthers { return Division(nomination: nomination) }
    return Division(nomination: nomination, ageGroup: nominations[index].ageGroup(titled: ageGroup)?.title ?? ageGroup)
  }

  /// True where an entry competes with its age group, and the group is none of those announced.
  package func lacksAgeGroup(nomination: Identifier?, ageGroup: String?) -> Bool {
    guard rules.placesByAgeGroup, let index = nominationIndex(nomination), !nominations[index].ageGroups.isEmpty
    else { return false }
    return ageGroup.flatMap(nominations[index].ageGroup(titled:)) == nil
  }

  /// All divisions that entries are made in, in the order of the announcement; entries that name no age group, or none
  /// that is announced, come after those that do.
  func divisions(of entrants: some Sequence<Adjudication.Entrant>) -> [Division] {
    let present = Set(entrants.map { division(nomination: $0.nomination, ageGroup: $0.ageGroup) })
    guard !nominations.isEmpty else { return present.isEmpty ? [Division(nomination: nil)] : present.sortedByGroup }
    return nominations.filter(\.acceptsApplications).flatMap { nomination -> [Division] in
      guard rules.placesByAgeGroup, !nomination.ageGroups.isEmpty else {
        let others = present.filter { $0.nomination == nomination.id }
        return others.isEmpty ? [Division(nomination: nomination.id)] : others.sortedByGroup
      }
      let announced = nomination.ageGroups.map { Division(nomination: nomination.id, ageGroup: $0.title) }
      let others = present.filter { $0.nomination == nomination.id }.subtracting(announced)
      return announced + others.sortedByGroup
    }
  }
}

extension Set<Division> {
  fileprivate var sortedByGroup: [Division] {
    sorted { ($0.ageGroup ?? "\u{10FFFF}") < ($1.ageGroup ?? "\u{10FFFF}") }
  }
}
