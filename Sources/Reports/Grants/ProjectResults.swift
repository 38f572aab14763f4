internal import Grants
internal import Primitives

/// The tables of what came of a project.
extension ReportedProject {
  func indicators(_ caption: String, _ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !project.indicators.isEmpty else { return nil }
    let rows = project.indicators.flatMap { indicator in
      IndicatorFigures.of(indicator).map { figures in
        Table.Row(
          figures.period != nil ? .part : indicator.stages.isEmpty ? .plain : .group,
          [
            .lines(
              figures.period.map { Format.span($0, language) } ?? indicator.title,
              [figures.reason].compactMap { $0 }), figures.period == nil ? Cell(indicator.unitName) : .blank,
            Cell(figures.planned), Cell(figures.actual), Cell(figures.deviation),
          ])
      }
    }
    return Table(
      caption,
      columns: [
        .text(isRussian ? "Показатель, причина отклонения" : "Indicator, reason of the deviation"),
        .text(isRussian ? "Единица" : "Unit"), .figure(isRussian ? "План" : "Planned"),
        .figure(isRussian ? "Факт" : "Actual"), .figure(isRussian ? "Отклонение" : "Deviation"),
      ], rows: rows)
  }

  func checkpoints(_ caption: String, _ language: Language, today: Day?) -> Table? {
    let isRussian = language == .russian
    guard !project.checkpoints.isEmpty else { return nil }
    let rows = project.checkpoints.map { checkpoint in
      Table.Row(
        .plain,
        [
          .lines(checkpoint.title, [checkpoint.evidence].compactMap { $0 }), .day(checkpoint.plannedOn),
          Cell(checkpoint.actualOn), .text(Format.status(of: checkpoint, today: today, language)),
        ])
    }
    return Table(
      caption,
      columns: [
        .text(isRussian ? "Контрольная точка, подтверждение" : "Checkpoint, evidence"),
        .text(isRussian ? "Срок" : "Due on"), .text(isRussian ? "Дата исполнения" : "Done on"),
        .text(isRussian ? "Состояние" : "Status"),
      ], rows: rows)
  }
}
