public import Primitives

/// Nominations, criteria and jurors have identifiers of their own within the contest.
public struct ContestIdentifiersAreUnique: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    Self.doubles(contest.nominations.map(\.id), in: "nomination")
      + Self.doubles(contest.criteria.map(\.id), in: "criterion")
      + Self.doubles(contest.jury.map(\.id), in: "juror")
  }

  private static func doubles(_ ids: [Identifier], in element: String) -> [Diagnostic] {
    var seen: Set<Identifier> = []
    return ids.enumerated().compactMap { index, id in
      seen.insert(id).inserted ? nil : .doubled(id, field: "\(element)[\(index + 1)]")
    }
  }
}

extension Diagnostic {
  fileprivate static func doubled(_ id: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.doubledIdentifier, .error,
      LocalizedText(
        ru: "обозначение «\(id)» встречается в конкурсе дважды",
        en: "identifier “\(id)” is used twice in the contest"),
      advice: LocalizedText(
        ru: "дайте каждой номинации, каждому критерию и члену жюри своё обозначение",
        en: "give every nomination, criterion and juror an identifier of its own"),
      field: field)
  }
}
