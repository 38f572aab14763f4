public import Primitives

/// A jury decides when applications have closed. Asked once of a protocol, and of a decision entered without one.
public struct ProtocolAfterClosing: ProtocolRule, WinnerRule {
  public init() {}

  public func findings(in minutes: ResultsProtocol, of contest: Contest?) -> [Diagnostic] {
    findings(minutes.date, in: contest, field: "@date")
  }

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    findings(winner.minutes.date, in: context.contest, field: "protocol")
  }

  private func findings(_ date: Day, in contest: Contest?, field: String) -> [Diagnostic] {
    guard let closes = contest?.schedule.closes, date < closes else { return [] }
    return [.tooEarly(date, closes: closes, field: field)]
  }
}

extension Diagnostic {
  fileprivate static func tooEarly(_ date: Day, closes: Day, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.protocolBeforeClosing, .error,
      LocalizedText(
        ru: "протокол датирован \(date.dotted) — раньше окончания приёма заявок (\(closes.dotted))",
        en: "the protocol is dated \(date.worded), before applications closed on \(closes.worded)"),
      advice: LocalizedText(
        ru: "проверьте дату протокола и сроки конкурса",
        en: "check the date of the protocol and the days of the contest"),
      field: field)
  }
}
