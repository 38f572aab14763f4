public import Primitives

/// Where the chair's vote decides between equals, the jury has a chair, once it is named.
public struct ChairCanDecide: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    let isAsked = contest.rules.tieBreaks.contains(.chair)
    return isAsked && !contest.jury.isEmpty && !contest.jury.contains { $0.role == .chair } ? [.noChair] : []
  }
}

extension Diagnostic {
  fileprivate static let noChair = Diagnostic(
    ContestCode.chairMissing, .warning,
    LocalizedText(
      ru: "между равными решает голос председателя, а председателя в жюри нет",
      en: "the chair's vote decides between equals, and the jury has no chair"),
    advice: LocalizedText(
      ru: "назначьте председателя (роль chair) или назовите другой способ: --tie-break vote",
      en: "name a chair (the role chair), or another way: --tie-break vote"),
    field: "rules/tieBreak")
}
