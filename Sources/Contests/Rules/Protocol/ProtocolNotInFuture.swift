public import Primitives

/// The minutes of a meeting that has taken place are not dated after today.
public struct ProtocolNotInFuture: ProtocolRule {
  /// The day the data is looked at.
  public let today: Day

  public init(today: Day) {
    self.today = today
  }

  public func findings(in minutes: ResultsProtocol, of contest: Contest?) -> [Diagnostic] {
    findings(in: minutes.reference)
  }

  /// The same for a protocol of which only number and date are known.
  public func findings(in minutes: ProtocolReference) -> [Diagnostic] {
    minutes.date > today ? [.inFuture(minutes.date)] : []
  }
}

extension Diagnostic {
  fileprivate static func inFuture(_ date: Day) -> Diagnostic {
    Diagnostic(
      ContestCode.dayInFuture, .error,
      LocalizedText(
        ru: "дата протокола \(date.dotted) ещё не наступила",
        en: "the day of the protocol, \(date.worded), has not come"),
      advice: LocalizedText(
        ru: "исправьте дату; проверьте также дату, установленную на компьютере",
        en: "correct the day; check the date of this computer, too"),
      field: "@date")
  }
}
