public import Primitives

/// Once the jury has ended its work no sheet is taken, unless the work is opened again.
public struct JudgingGoesOn: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    panel.closing.map { [.judgingClosed(panel.contest.id, $0)] } ?? []
  }
}

extension Diagnostic {
  /// That the jury has ended its work, for sheets and for whatever else would change it.
  package static func judgingClosed(_ contest: Identifier, _ closing: JudgingClosing) -> Diagnostic {
    Diagnostic(
      ContestCode.judgingClosed, .error,
      LocalizedText(
        ru: "работа жюри закончена \(closing.date.dotted), оценки больше не принимаются",
        en: "the jury ended its work on \(closing.date.worded); no more points are taken"),
      advice: LocalizedText(
        ru: "чтобы продолжить, откройте её с указанием причины: laureat jury reopen --contest \(contest) --reason …",
        en: "to go on, open it again and say why: laureat jury reopen --contest \(contest) --reason …"))
  }
}
