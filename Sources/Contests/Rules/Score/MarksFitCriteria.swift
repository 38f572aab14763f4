public import Primitives

/// Each mark is for a criterion of the nomination, once, and not above its maximum.
public struct MarksFitCriteria: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    var seen: Set<Identifier> = []
    return sheet.marks.enumerated().compactMap { index, mark in
      let field = index == 0 ? "points" : "points[\(index + 1)]"
      guard let criterion = panel.criteria[mark.criterion], criterion.applies(to: entry.nomination) else {
        return .unknownCriterion(mark.criterion, field)
      }
      if !seen.insert(mark.criterion).inserted { return .markedTwice(criterion, field) }
      return mark.points > criterion.maximum ? .aboveMaximum(criterion, field) : nil
    }
  }
}

extension Criterion {
  /// True where points are given for it.
  public func applies(to nomination: Identifier?) -> Bool {
    nominations.isEmpty || nomination.map(nominations.contains) ?? false
  }
}

extension Diagnostic {
  fileprivate static func unknownCriterion(_ criterion: Identifier, _ field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownCriterion, .error,
      LocalizedText(
        ru: "критерия \(criterion) в этой номинации нет", en: "the nomination has no criterion \(criterion)"),
      advice: LocalizedText(
        ru: "возьмите критерии из объявления: laureat contest show",
        en: "take them from the announcement: laureat contest show"),
      field: field + "/@criterion")
  }

  fileprivate static func markedTwice(_ criterion: Criterion, _ field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.markedTwice, .error,
      LocalizedText(
        ru: "по критерию «\(criterion.title)» две оценки",
        en: "there are two marks for the criterion “\(criterion.title)”"),
      advice: LocalizedText(ru: "оставьте одну", en: "leave one"), field: field)
  }

  fileprivate static func aboveMaximum(_ criterion: Criterion, _ field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.pointsAboveMaximum, .error,
      LocalizedText(
        ru: "по критерию «\(criterion.title)» больше \(criterion.maximum.inRussianPoints) не ставят",
        en: "no more than \(criterion.maximum) points are given for the criterion “\(criterion.title)”"),
      advice: LocalizedText(ru: "уточните оценку у члена жюри", en: "ask the juror for the mark"), field: field)
  }
}
