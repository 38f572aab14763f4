public import Primitives

/// An entry is submitted within the announced days, by the calendar of the place it was written in. A day that was not
/// announced leaves its end open.
public struct SubmittedInTime: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    let day = entry.submittedAt.day
    if let opens = contest.schedule.opens, day < opens { return [.early(day, opens: opens)] }
    if let closes = contest.schedule.closes, day > closes { return [.late(day, closes: closes)] }
    return []
  }
}

extension Diagnostic {
  fileprivate static func early(_ day: Day, opens: Day) -> Diagnostic {
    Diagnostic(
      ContestCode.submittedEarly, .error,
      LocalizedText(
        ru: "заявка подана \(day.dotted) — до начала приёма (\(opens.dotted))",
        en: "the application was submitted on \(day.worded), before applications opened on \(opens.worded)"),
      advice: LocalizedText(
        ru: "проверьте дату подачи; если приём начался раньше, попросите организатора прислать объявление с верным"
          + " сроком, а заявку — новым сообщением",
        en: "check the day of submission; if applications opened earlier, ask the organiser for an announcement with"
          + " the right day, and for the application in a new message"),
      field: "submittedAt")
  }

  fileprivate static func late(_ day: Day, closes: Day) -> Diagnostic {
    Diagnostic(
      ContestCode.submittedLate, .error,
      LocalizedText(
        ru: "заявка подана \(day.dotted) — после окончания приёма (\(closes.dotted))",
        en: "the application was submitted on \(day.worded), after applications closed on \(closes.worded)"),
      advice: LocalizedText(
        ru: "если приём заявок продлён, попросите организатора прислать объявление с новым сроком, а заявку — новым"
          + " сообщением",
        en: "if the deadline was prolonged, ask the organiser for an announcement with the new day, and for the"
          + " application in a new message"),
      field: "submittedAt")
  }
}
