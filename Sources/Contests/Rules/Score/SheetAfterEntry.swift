public import Primitives

/// A sheet is dated when there was something to judge: not before applications are taken, nor before the entry was
/// submitted. A wrong day is most often a slip of the pen, and an entry may have been typed in long after it came: the
/// points count, and the secretary is told before the minutes are signed.
public struct SheetAfterEntry: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    if let opens = panel.contest.schedule.opens, sheet.date < opens { return [.beforeOpening(sheet.date, opens)] }
    guard let submitted = entry.submittedOn, sheet.date < submitted else { return [] }
    return [.beforeSubmission(sheet.date, submitted)]
  }
}

extension Diagnostic {
  private static let advice = LocalizedText(
    ru: "проверьте дату листа: протокол, которому предшествуют такие оценки, могут оспорить",
    en: "check the day of the sheet: minutes that rest on such points may be contested")

  fileprivate static func beforeOpening(_ day: Day, _ opens: Day) -> Diagnostic {
    Diagnostic(
      ContestCode.sheetBeforeEntry, .warning,
      LocalizedText(
        ru: "лист датирован \(day.dotted), а заявки принимают с \(opens.dotted)",
        en: "the sheet is dated \(day.worded), and applications are taken from \(opens.worded) on"),
      advice: advice, field: "date")
  }

  fileprivate static func beforeSubmission(_ day: Day, _ submitted: Day) -> Diagnostic {
    Diagnostic(
      ContestCode.sheetBeforeEntry, .warning,
      LocalizedText(
        ru: "лист датирован \(day.dotted), а заявка подана \(submitted.dotted)",
        en: "the sheet is dated \(day.worded), and the entry was submitted on \(submitted.worded)"),
      advice: advice, field: "date")
  }
}
