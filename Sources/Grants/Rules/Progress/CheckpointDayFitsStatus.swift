public import Primitives

/// A checkpoint that was met says when; one that is still ahead has no actual day.
public struct CheckpointDayFitsStatus: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    project.checkpoints.findings { position, checkpoint in
      switch checkpoint.status {
      case .met where checkpoint.actualOn == nil:
        .noDay(checkpoint.id, field: "checkpoint[\(position)]/actualOn")
      case .scheduled where checkpoint.actualOn != nil:
        .stillScheduled(checkpoint.id, field: "checkpoint[\(position)]/actualOn")
      case .met, .scheduled, .partiallyMet, .notMet: nil
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noDay(_ checkpoint: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.metWithoutDay, .warning,
      LocalizedText(
        ru: "контрольная точка «\(checkpoint)» достигнута, а день не указан",
        en: "checkpoint “\(checkpoint)” was met, and its day is not stated"),
      advice: LocalizedText(ru: "укажите фактическую дату", en: "state the actual day"), field: field)
  }

  fileprivate static func stillScheduled(_ checkpoint: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.scheduledWithDay, .warning,
      LocalizedText(
        ru: "у контрольной точки «\(checkpoint)» есть фактическая дата, но она значится предстоящей",
        en: "checkpoint “\(checkpoint)” has an actual day but is still scheduled"),
      advice: LocalizedText(
        ru: "отметьте, достигнута ли контрольная точка", en: "say whether the checkpoint was met"),
      field: field)
  }
}
