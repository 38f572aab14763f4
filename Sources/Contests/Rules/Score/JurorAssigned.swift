public import Primitives

/// Where entries are shared out among the jury, a juror judges those that are his.
public struct JurorAssigned: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    guard panel.jurors[sheet.juror]?.judges(entry.nomination) == true,
      !panel.distribution.gives(sheet.entry, in: entry.nomination, to: sheet.juror)
    else { return [] }
    return [.notAssigned(sheet.juror, panel.contest.id)]
  }
}

extension Diagnostic {
  fileprivate static func notAssigned(_ juror: Identifier, _ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.jurorNotAssigned, .error,
      LocalizedText(
        ru: "эту заявку судит не \(juror): заявки распределены между членами жюри",
        en: "the entry is not for \(juror) to judge: the entries are shared out among the jury"),
      advice: LocalizedText(
        ru: "проверьте номер заявки; если её передали ему, запишите это: laureat jury assign --contest \(contest)",
        en:
          "check the number of the entry; if it was given to the juror, say so: laureat jury assign --contest \(contest)"
      ),
      field: "@juror")
  }
}
