public import Primitives

/// How the entries are shared out among the jury.
///
/// A nomination of which nothing is assigned is judged by all: every juror judges every entry of it that he may. Where
/// anything of a nomination is assigned, the assignments say who judges it, and nobody else does.
public struct JuryDistribution: Sendable {
  public let assignments: Set<Assignment>
  /// The nominations that are shared out; nil stands for a contest without nominations.
  public let nominations: Set<Identifier?>

  public init(_ assignments: some Sequence<Assignment> = [], nominations: Set<Identifier?> = []) {
    self.assignments = Set(assignments)
    self.nominations = nominations
  }

  /// True where the entry is the juror's to judge, if he may judge its nomination at all.
  public func gives(_ entry: Identifier, in nomination: Identifier?, to juror: Identifier) -> Bool {
    !nominations.contains(nomination) || assignments.contains(Assignment(juror: juror, entry: entry))
  }
}

/// An entry that competes, as far as its judging needs to know it.
public struct JudgedEntry: Hashable, Sendable {
  public var id: Identifier
  public var nomination: Identifier?

  public init(id: Identifier, nomination: Identifier? = nil) {
    self.id = id
    self.nomination = nomination
  }
}
