public import Primitives

/// Criteria and jurors refer to nominations that the contest has.
public struct NominationReferencesResolve: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    let known = Set(contest.nominations.map(\.id))
    func unknown(_ references: [[Identifier]], of element: String) -> [Diagnostic] {
      references.enumerated().flatMap { index, nominations in
        nominations.filter { !known.contains($0) }.map {
          .unknownNomination($0, field: "\(element)[\(index + 1)]/nomination")
        }
      }
    }
    return unknown(contest.criteria.map(\.nominations), of: "criterion")
      + unknown(contest.jury.map(\.nominations), of: "juror")
  }
}
