public import Primitives

/// A project that has been awarded a grant says how much.
public struct AwardedStatusHasAmount: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard project.awarded == nil else { return [] }
    return switch project.status {
    case .awarded, .agreementSigned, .active, .reporting, .closed, .suspended, .terminated: [.noAmount]
    case .planned, .applied, .declined, .cancelled: []
    }
  }
}

extension Diagnostic {
  fileprivate static var noAmount: Diagnostic {
    Diagnostic(
      GrantCode.awardedWithoutAmount, .warning,
      LocalizedText(
        ru: "грант присуждён, но сумма не указана", en: "the grant was awarded, and its amount is not stated"),
      advice: LocalizedText(
        ru: "укажите присуждённую сумму: без неё проект не войдёт в итоги",
        en: "state the amount awarded; without it the project is missing from the totals"),
      field: "awarded")
  }
}
