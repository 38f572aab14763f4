public import Primitives

/// A sheet is that of a member of the jury who judges the nomination. The secretary keeps the minutes and gives no points.
public struct JurorJudges: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    guard let juror = panel.jurors[sheet.juror] else { return [.unknownJuror(sheet.juror)] }
    if !juror.givesPoints { return [.secretaryScores(sheet.juror)] }
    guard let nomination = entry.nomination, !juror.judges(nomination) else { return [] }
    return [.otherNomination(sheet.juror, panel.contest.title(of: nomination) ?? nomination.description)]
  }
}

extension Diagnostic {
  fileprivate static func unknownJuror(_ juror: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownJuror, .error,
      LocalizedText(ru: "члена жюри \(juror) в конкурсе нет", en: "the contest has no juror \(juror)"),
      advice: LocalizedText(
        ru: "добавьте его в жюри, если он в нём состоит: laureat jury add",
        en: "add him, if he belongs to the jury: laureat jury add"),
      field: "@juror")
  }

  fileprivate static func secretaryScores(_ juror: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.jurorDoesNotJudge, .error,
      LocalizedText(ru: "\(juror) — секретарь и баллов не ставит", en: "\(juror) is the secretary and gives no points"),
      advice: LocalizedText(
        ru: "если он ещё и член жюри, исправьте его роль", en: "if a member too, give another role"),
      field: "@juror")
  }

  fileprivate static func otherNomination(_ juror: Identifier, _ nomination: String) -> Diagnostic {
    Diagnostic(
      ContestCode.jurorDoesNotJudge, .error,
      LocalizedText(
        ru: "\(juror) номинацию «\(nomination)» не судит", en: "\(juror) does not judge the nomination “\(nomination)”"),
      advice: LocalizedText(
        ru: "проверьте, та ли это заявка, и за какие номинации отвечает член жюри",
        en: "check whether it is the right entry, and which nominations the juror judges"),
      field: "@juror")
  }
}
