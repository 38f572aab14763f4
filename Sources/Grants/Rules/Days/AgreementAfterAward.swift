public import Primitives

/// The agreement is signed when the grant has been awarded.
public struct AgreementAfterAward: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard let agreement = project.agreement, let award = project.awardDay, agreement.date < award else { return [] }
    return [.tooEarly(agreement.date, award)]
  }
}

extension Diagnostic {
  fileprivate static func tooEarly(_ agreement: Day, _ award: Day) -> Diagnostic {
    Diagnostic(
      GrantCode.agreementBeforeAward, .warning,
      LocalizedText(
        ru: "договор датирован \(agreement.dotted) — раньше присуждения гранта (\(award.dotted))",
        en: "the agreement is dated \(agreement.worded), before the award on \(award.worded)"),
      advice: LocalizedText(
        ru: "сверьте обе даты с документами и исправьте неверную: laureat grant edit",
        en: "compare both days with the papers, and correct the wrong one: laureat grant edit"),
      field: "agreement")
  }
}
