public import Primitives

/// A project that has been awarded a grant says how much.
public struct AwardedStatusHasAmount: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard project.awarded == nil else { return [] }
    return switch project.status {
    case .awarded, .agreementSigned, .active, .reporting, .closed, .suspended, .terminated: [.noAmount(project.id)]
    case .planned, .applied, .declined, .cancelled: []
    }
  }
}

extension Diagnostic {
  fileprivate static func noAmount(_ project: Identifier) -> Diagnostic {
    Diagnostic(
      GrantCode.awardedWithoutAmount, .warning,
      LocalizedText(
        ru: "грант присуждён, но сумма не указана", en: "the grant was awarded, and its amount is not stated"),
      advice: LocalizedText(
        ru: "укажите присуждённую сумму, без неё проект не войдёт в итоги: laureat grant edit \(project) --awarded",
        en: "state the amount awarded, without which the project is missing from the totals"
          + ": laureat grant edit \(project) --awarded"),
      field: "awarded")
  }
}
