public import Primitives

/// A nomination that the jury fills from the entries of the others takes no applications of its own.
public struct NominationTakesApplications: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    guard let index = contest.nominationIndex(entry.nomination), !contest.nominations[index].acceptsApplications
    else { return [] }
    return [.takesNone(contest.nominations[index].title)]
  }
}

extension Diagnostic {
  fileprivate static func takesNone(_ nomination: String) -> Diagnostic {
    Diagnostic(
      ContestCode.nominationTakesNoApplications, .error,
      LocalizedText(
        ru: "в номинацию «\(nomination)» заявки не принимаются: жюри выбирает победителей из работ других номинаций",
        en: "nomination “\(nomination)” takes no applications: the jury fills it from the entries of the others"),
      advice: LocalizedText(
        ru: "подайте заявку в одну из остальных номинаций", en: "apply to one of the other nominations"),
      field: "nomination")
  }
}
