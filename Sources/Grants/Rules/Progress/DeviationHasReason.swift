public import Primitives

/// Where an indicator came out other than planned, the reason is given; the funder asks for it either way.
public struct DeviationHasReason: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    project.indicators.findings { position, indicator in
      isUnexplained(indicator.planned, indicator.actual, indicator.deviationReason)
        ? .unexplained(indicator.id, field: "indicator[\(position)]/deviationReason") : nil
    }
      + project.indicators.enumerated().flatMap { index, indicator in
        indicator.stages.findings { position, stage in
          isUnexplained(stage.planned, stage.actual, stage.deviationReason)
            ? .unexplained(indicator.id, field: "indicator[\(index + 1)]/stage[\(position)]/deviationReason") : nil
        }
      }
  }

  private func isUnexplained(_ planned: ExactDecimal?, _ actual: ExactDecimal?, _ reason: String?) -> Bool {
    guard let planned, let actual, actual != planned else { return false }
    return reason?.allSatisfy(\.isWhitespace) ?? true
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
