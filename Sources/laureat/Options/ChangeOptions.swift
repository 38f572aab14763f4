import ArgumentParser
import Exchange
import Primitives

/// The day of a change of status, and why.
struct ChangeOptions: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "День, ГГГГ-ММ-ДД.", en: "Day, YYYY-MM-DD."), valueName: dayForm))
  var date: Day?

  @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
  var reason: String?

  /// Makes the change, and says why where it is refused.
  ///
  /// - Parameter fallback: The day of a change whose day was not given; nil asks for one.
  func applying<Status>(
    _ status: Status, fallback: Day? = nil, _ apply: (StatusChange<Status>) throws -> Void
  ) throws {
    guard let day = date ?? fallback else {
      throw Failure.usage(
        LocalizedText(ru: "не указан день", en: "the day is missing"),
        advice: LocalizedText(ru: "добавьте --date ГГГГ-ММ-ДД", en: "add --date YYYY-MM-DD"))
    }
    if day > Clock.now().day {
      throw Failure.refused(
        ExchangeCode.illegalHistory,
        LocalizedText(ru: "день ещё не наступил", en: "the day has not come yet"),
        advice: LocalizedText(ru: "проверьте --date", en: "check --date"))
    }
    do {
      try apply(StatusChange(status, on: day, reason: reason))
    } catch let refusal as StatusRefusal<Status> {
      throw Failure.refused(ExchangeCode.illegalHistory, refusal.message, advice: Self.advice(refusal))
    }
  }

  private static func advice(_ refusal: StatusRefusal<some Lifecycle>) -> LocalizedText? {
    if case .reasonMissing = refusal { return LocalizedText(ru: "добавьте --reason", en: "add --reason") }
    return refusal.advice
  }
}

extension ChangeOptions {
  /// A change made by the program itself.
  init(date: Day, reason: String?) {
    self.init()
    self.date = date
    self.reason = reason
  }
}
