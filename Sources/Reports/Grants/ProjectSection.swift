internal import Grants
internal import Primitives

extension ReportedProject {
  /// One project of the report: who and on what terms, its money, and what came of it.
  func section(_ language: Language, _ layout: ReportLayout, today: Day?) -> Document.Section {
    let name = Format.quoted(project.title, language)
    return Document.Section(
      language == .russian ? "Проект \(name)" : "Project \(name)",
      subsections: layout.parts.compactMap {
        section($0, language, keepingEmpty: layout.keepsEmptyParts, today: today)
      })
  }

  /// A part of the report on the project; nil where it has nothing to say.
  func section(
    _ part: ReportLayout.Part, _ language: Language, keepingEmpty: Bool, today: Day?
  ) -> Document.Section? {
    let title = part.title(language)
    var section = Document.Section(title)
    switch part.part {
    case .summary: return nil
    case .project: section.blocks = [.details(particulars(language))]
    case .money:
      section.blocks = [.table(turnover(title, language)), .details(inWords(language))]
      section.blocks += moneyChart(language).map { [.chart($0)] } ?? []
    case .instalments: section.blocks = [instalments(title, language)].compactMap { $0.map(Document.Block.table) }
    case .budget:
      section.blocks = budgetTable(title, language).map { [.table($0), .note(budgetNote(language))] } ?? []
      if let chart = budgetChart(language) { section.blocks.insert(.chart(chart), at: 0) }
    case .moves: section.blocks = [moves(title, language)].compactMap { $0.map(Document.Block.table) }
    case .expenses: section.blocks = [expenses(title, language)].compactMap { $0.map(Document.Block.table) }
    case .refunds: section.blocks = [refunds(title, language)].compactMap { $0.map(Document.Block.table) }
    case .indicators: section.blocks = [indicators(title, language)].compactMap { $0.map(Document.Block.table) }
    case .checkpoints:
      section.blocks = [checkpoints(title, language, today: today)].compactMap { $0.map(Document.Block.table) }
    case .narrative:
      section.subsections = narrative.map { part in
        Document.Section(part.heading(in: language), part.text.split(separator: "\n").map { .paragraph(String($0)) })
      }
    }
    if section.blocks.isEmpty, section.subsections.isEmpty {
      if !keepingEmpty { return nil }
      section.blocks = [.paragraph(language == .russian ? "Записей за период нет." : "Nothing in the period.")]
    }
    return section
  }

  private func particulars(_ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    func text(_ text: String?) -> Cell? { text.map { .text($0) } }
    let particulars: [(String, Cell?)] = [
      (isRussian ? "Грантополучатель" : "Grantee", text(project.grantee.title)),
      (isRussian ? "Конкурс" : "Programme", text(project.programme)),
      (isRussian ? "Номинация" : "Nomination", text(project.nomination.map { Format.quoted($0, language) })),
      (isRussian ? "Соглашение" : "Agreement", text(project.agreement?.name(language))),
      (isRussian ? "Срок проекта" : "Runs", (project.actualPeriod ?? project.plannedPeriod).map { .span($0) }),
      (isRussian ? "Состояние" : "Status", text(statusName(language))),
      (isRussian ? "Сумма гранта" : "Awarded", text(project.awarded.map(contract(language)))),
      (
        isRussian ? "Софинансирование" : "Co-financing",
        project.coFinancing.map { .money(Money($0, project.currency)) }
      ),
    ]
    return particulars.compactMap { label, value in value.map { .init(label, $0) } }
  }

  private func contract(_ language: Language) -> (Amount) -> String {
    { AmountInWords.orFigures($0, project.currency, language) }
  }

  /// What the money of the project comes to, in figures and words.
  private func inWords(_ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    let totals: [(String, Amount)] = [
      (
        isRussian ? "Поступило за период за вычетом возвратов" : "Received in the period, net of returns",
        inPeriod.received - inPeriod.refunded
      ),
      (isRussian ? "Освоено за период" : "Spent in the period", inPeriod.spent),
      (isRussian ? "Остаток средств на конец периода" : "Money in hand at the end", cumulative.balance),
    ]
    return totals.map { .init($0, .text(contract(language)($1))) }
  }

  /// «реализуется (с 1 апреля 2020 г.)».
  private func statusName(_ language: Language) -> String {
    let name = Format.name(status, language)
    guard let statusDate else { return name }
    let since = language == .russian ? "с" : "since"
    return "\(name) (\(since)\(Format.space)\(Format.day(statusDate, .document, language)))"
  }
}
