public import Primitives

/// No more is received, net of what went back, than was awarded.
public struct ReceivedWithinAwarded: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard let awarded = project.awarded else { return [] }
    let received = project.balance().received
    guard received > awarded else { return [] }
    return [.beyondAward(project.id, received.text(in: project.currency), awarded.text(in: project.currency))]
  }
}

extension Diagnostic {
  fileprivate static func beyondAward(
    _ project: Identifier, _ received: LocalizedText, _ awarded: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      GrantCode.receivedBeyondAwarded, .error,
      LocalizedText(
        ru: "поступило \(received.russian) — больше, чем присуждено (\(awarded.russian))",
        en: "\(received.english) was received, more than the \(awarded.english) awarded"),
      advice: LocalizedText(
        ru: "проверьте суммы траншей и возвратов; если грант увеличен, исправьте присуждённую сумму"
          + ": laureat grant edit \(project) --awarded",
        en: "check the instalments and refunds; if the grant was raised, correct the amount awarded"
          + ": laureat grant edit \(project) --awarded"),
      field: "awarded")
  }
}
