package import Grants
package import Primitives

extension ReportedProject {
  /// One project of the report: who and on what terms, its money, and what came of it. Parts with nothing in them are
  /// left out.
  package func section(_ language: Language) -> Document.Section {
    let isRussian = language == .russian
    let name = Format.quoted(project.title, language)
    let blocks: [Document.Block?] = [
      .details(particulars(language)), .table(turnover(language)), instalments(language).map(Document.Block.table),
      budgetTable(language).map(Document.Block.table), expenses(language).map(Document.Block.table),
      refunds(language).map(Document.Block.table), indicators(language).map(Document.Block.table),
      checkpoints(language).map(Document.Block.table),
    ]
    return Document.Section(
      isRussian ? "Проект \(name)" : "Project \(name)", blocks.compactMap { $0 },
      subsections: narrative.map { part in
        Document.Section(part.title, part.text.split(separator: "\n").map { .paragraph(String($0)) })
      })
  }

  private func particulars(_ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    let period = (project.actualPeriod ?? project.plannedPeriod).map { Format.span($0, language) }
    let details: [(String, String?)] = [
      (isRussian ? "Грантополучатель" : "Grantee", project.grantee.title),
      (isRussian ? "Конкурс" : "Programme", project.programme),
      (isRussian ? "Номинация" : "Nomination", project.nomination.map { Format.quoted($0, language) }),
      (isRussian ? "Соглашение" : "Agreement", project.agreement?.name(language)),
      (isRussian ? "Срок проекта" : "Runs", period),
      (isRussian ? "Состояние" : "Status", statusName(language)),
      (isRussian ? "Сумма гранта" : "Awarded", project.awarded.map(money(language))),
      (isRussian ? "Софинансирование" : "Co-financing", project.coFinancing.map(money(language))),
    ]
    return details.compactMap { label, value in value.map { .init(label, .text($0)) } }
  }

  private func money(_ language: Language) -> (Amount) -> String {
    { Format.money($0, project.currency, language) }
  }

  /// «реализуется (с 1 апреля 2020 г.)».
  private func statusName(_ language: Language) -> String {
    let name = Format.name(status, language)
    guard let statusDate else { return name }
    let since = language == .russian ? "с" : "since"
    return "\(name) (\(since)\(Format.space)\(Format.day(statusDate, .document, language)))"
  }

  // MARK: Results

  private func indicators(_ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !project.indicators.isEmpty else { return nil }
    let rows = project.indicators.map { indicator in
      Table.Row(
        .plain,
        [
          .lines(indicator.title, [indicator.deviationReason].compactMap { $0 }), Cell(indicator.unit),
          .decimal(indicator.planned), Cell(indicator.actual),
        ])
    }
    return Table(
      isRussian ? "Показатели результативности" : "Indicators",
      columns: [
        .text(isRussian ? "Показатель" : "Indicator"), .text(isRussian ? "Единица" : "Unit"),
        .figure(isRussian ? "План" : "Planned"), .figure(isRussian ? "Факт" : "Actual"),
      ], rows: rows)
  }

  private func checkpoints(_ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !project.checkpoints.isEmpty else { return nil }
    let rows = project.checkpoints.map { checkpoint in
      Table.Row(
        .plain,
        [
          .lines(checkpoint.title, [checkpoint.evidence].compactMap { $0 }), .day(checkpoint.plannedOn),
          Cell(checkpoint.actualOn), .text(Format.name(checkpoint.status, language)),
        ])
    }
    return Table(
      isRussian ? "Контрольные точки" : "Checkpoints",
      columns: [
        .text(isRussian ? "Контрольная точка" : "Checkpoint"), .text(isRussian ? "Срок" : "Due on"),
        .text(isRussian ? "Дата исполнения" : "Done on"), .text(isRussian ? "Состояние" : "Status"),
      ], rows: rows)
  }
}
