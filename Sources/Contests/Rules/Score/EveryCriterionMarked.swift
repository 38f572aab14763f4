public import Primitives

/// A sheet has a mark for every criterion of the nomination: one left out would count as zero.
public struct EveryCriterionMarked: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    let marked = Set(sheet.marks.map(\.criterion))
    return panel.contest.criteria.filter { $0.applies(to: entry.nomination) && !marked.contains($0.id) }
      .map { .unmarked($0.title) }
  }
}

extension Diagnostic {
  fileprivate static func unmarked(_ criterion: String) -> Diagnostic {
    Diagnostic(
      ContestCode.criterionNotMarked, .error,
      LocalizedText(
        ru: "по критерию «\(criterion)» нет оценки", en: "there is no mark for the criterion “\(criterion)”"),
      advice: LocalizedText(
        ru: "если член жюри ставит ноль, так и напишите: 0", en: "if the juror gives nothing, write 0"))
  }
}
