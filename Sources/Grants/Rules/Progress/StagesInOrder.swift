public import Primitives

/// The periods of an indicator do not end before they start, and have no day in common.
public struct StagesInOrder: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    project.indicators.enumerated().flatMap { index, indicator in
      indicator.stages.findings { position, stage in
        let field = "indicator[\(index + 1)]/stage[\(position)]"
        if !stage.period.isInOrder { return .overlap(indicator.id, field: field) }
        let earlier = indicator.stages.prefix(position - 1)
        return earlier.contains { $0.period.overlaps(stage.period) } ? .overlap(indicator.id, field: field) : nil
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func overlap(_ indicator: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.stagesOverlap,
      LocalizedText(
        ru: "периоды показателя «\(indicator)» перекрываются или кончаются раньше, чем начинаются",
        en: "periods of indicator “\(indicator)” overlap, or end before they start"),
      advice: LocalizedText(ru: "проверьте дни периодов", en: "check the days of the periods"), field: field)
  }
}
