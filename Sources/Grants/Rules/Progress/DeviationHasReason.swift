public import Primitives

/// Where an indicator came out other than planned, the reason is given; the funder asks for it either way.
public struct DeviationHasReason: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    project.indicators.findings { position, indicator in
      guard let actual = indicator.actual, actual != indicator.planned,
        indicator.deviationReason?.allSatisfy(\.isWhitespace) ?? true
      else { return nil }
      return .unexplained(indicator.id, field: "indicator[\(position)]/deviationReason")
    }
  }
}

extension Diagnostic {
  fileprivate static func unexplained(_ indicator: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.deviationWithoutReason, .warning,
      LocalizedText(
        ru: "показатель «\(indicator)» отличается от плана, а причина не указана",
        en: "indicator “\(indicator)” differs from the plan, and no reason is given"),
      advice: LocalizedText(
        ru: "укажите причину отклонения: её спросит фонд", en: "give the reason; the funder will ask for it"),
      field: field)
  }
}
