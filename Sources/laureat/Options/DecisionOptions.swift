import ArgumentParser
import Contests
import Primitives

/// The day of a decision of the jury, and why it was taken.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(local(ru: "День; без него — сегодня.", en: "Day; today without it."), valueName: dayForm))
  var date: Day?

  @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
  var reason: String?

  /// - Throws: `Failure` for a day that has not come.
  func day() throws -> Day {
    let today = Clock.now().day
    let day = date ?? today
    if day > today {
      throw Failure.refused(
        ContestCode.dayInFuture,
        LocalizedText(ru: "день \(day.dotted) ещё не наступил", en: "the day \(day.worded) has not come yet"),
        advice: LocalizedText(ru: "проверьте --date", en: "check --date"))
    }
    return day
  }

  /// - Throws: `Failure` with that message where no reason is given.
  func needReason(
    _ why: LocalizedText, code: Diagnostic.Code = ContestCode.reasonMissing,
    advice: LocalizedText = LocalizedText(ru: "добавьте --reason", en: "add --reason")
  ) throws -> String {
    guard let reason else { throw Failure.refused(code, why, advice: advice) }
    return reason
  }
}
