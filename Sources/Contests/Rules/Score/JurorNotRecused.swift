public import Primitives

/// A juror who stepped back from an entry gives it no points.
public struct JurorNotRecused: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    panel.isRecused(sheet.juror, from: sheet.entry) ? [.recused(sheet.juror)] : []
  }
}

extension Diagnostic {
  fileprivate static func recused(_ juror: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.recusedJurorScores, .error,
      LocalizedText(
        ru: "\(juror) взял самоотвод по этой заявке", en: "\(juror) stepped back from this entry"),
      advice: LocalizedText(
        ru: "уберите лист; самоотвод остаётся в силе", en: "take the sheet out; the recusal stands"),
      field: "@juror")
  }
}
