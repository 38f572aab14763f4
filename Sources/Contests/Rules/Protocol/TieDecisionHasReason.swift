public import Primitives

/// What a chair or a vote decides between equals is explained; the order of criteria explains itself.
public struct TieDecisionHasReason: ProtocolRule {
  public init() {}

  public func findings(in minutes: ResultsProtocol, of contest: Contest?) -> [Diagnostic] {
    minutes.tieDecisions.enumerated().compactMap { index, decision in
      guard decision.method != .criterionOrder, decision.reason?.isBlank ?? true else { return nil }
      return .unexplained(field: "tieDecision[\(index + 1)]/reason")
    }
  }
}

extension Diagnostic {
  fileprivate static func unexplained(field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.tieWithoutReason, .warning,
      LocalizedText(
        ru: "места между равными распределены решением жюри, но обоснования нет",
        en: "places between equals were decided by the jury, and no reason is given"),
      advice: LocalizedText(
        ru: "запишите обоснование: его могут спросить при обжаловании",
        en: "note the reason: it will be asked for when the result is contested"),
      field: field)
  }
}
