public import Primitives

/// What is said to have happened has happened: awards, agreements, movements of money and changes of
/// status are not dated after today.
public struct DaysNotInFuture: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    func finding(_ day: Day?, _ field: @autoclosure () -> String) -> Diagnostic? {
      guard let day, day > today else { return nil }
      return .inFuture(day, field: field())
    }
    var findings = [
      finding(project.awardedOn, "awardedOn"), finding(project.agreement?.date, "agreement/@date"),
    ].compactMap { $0 }
    findings += project.history.changes.findings { finding($1.date, "statusHistory/change[\($0)]/@date") }
    findings += project.instalments.findings { finding($1.receivedOn, "instalment[\($0)]/receivedOn") }
    findings += project.expenses.findings { finding($1.date, "expense[\($0)]/date") }
    findings += project.refunds.findings { finding($1.date, "refund[\($0)]/date") }
    findings += project.moves.findings { finding($1.date, "lineMove[\($0)]/@date") }
    findings += project.instalments.findings {
      $1.receivedOn == nil ? nil : finding($1.document?.date, "instalment[\($0)]/document/@date")
    }
    findings += project.expenses.findings { finding($1.document?.date, "expense[\($0)]/document/@date") }
    findings += project.refunds.findings { finding($1.document?.date, "refund[\($0)]/document/@date") }
    findings += project.checkpoints.findings { finding($1.actualOn, "checkpoint[\($0)]/actualOn") }
    return findings
  }
}

extension Diagnostic {
  fileprivate static func inFuture(_ day: Day, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.dayInFuture, .error,
      LocalizedText(ru: "дата \(day.dotted) ещё не наступила", en: "\(day.worded) lies in the future"),
      advice: LocalizedText(
        ru: "исправьте дату; проверьте также дату, установленную на компьютере",
        en: "correct the day; check the date of this computer, too"),
      field: field)
  }
}
