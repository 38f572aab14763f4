package import Grants
package import Primitives

extension GrantReport {
  /// The report as a funder files it.
  ///
  /// - Parameters:
  ///   - sender: The organisation that answers for the report; nil where it is not known.
  ///   - layout: What the funder wants to have where.
  ///   - findings: What does not agree in it; it is then a draft.
  ///   - today: Nil for a period that is over.
  package func document(
    _ language: Language, sender: String? = nil, layout: ReportLayout = ReportLayout(), findings: [Diagnostic] = [],
    today: Day? = nil
  ) -> Document {
    let isRussian = language == .russian
    var sections = isDraft ? [draft(findings, language)] : []
    if let note { sections.append(Document.Section(isRussian ? "Пояснения" : "Explanations", [.paragraph(note)])) }
    sections += parts(language, layout, today: today)
    let mark = isDraft ? (isRussian ? "ЧЕРНОВИК. " : "DRAFT. ") : ""
    return Document(
      language: language,
      title: mark
        + (layout.title
          ?? (isRussian
            ? (projects.count == 1 ? "Отчёт об использовании средств гранта" : "Отчёт об использовании средств грантов")
            : (projects.count == 1 ? "Report on the use of a grant" : "Report on the use of grants"))),
      subtitle: Format.period(period, language), details: details(language, sender: sender),
      figures: keyFigures(language), sections: sections,
      signatures: (layout.signatures
        ?? (isRussian
          ? ["Руководитель организации", "Главный бухгалтер"] : ["Head of the organisation", "Chief accountant"]))
        .map { Document.Signature($0) })
  }

  /// The parts in their order. Those of several projects stand together project by project, after what is said of all.
  private func parts(_ language: Language, _ layout: ReportLayout, today: Day?) -> [Document.Section] {
    func summary(_ part: ReportLayout.Part) -> Document.Section {
      // The sums of a single project stand in words with its money.
      Document.Section(
        part.title(language),
        self.summary(language, inWords: projects.count > 1 || !layout.parts.contains { $0.part == .money }))
    }
    if projects.count == 1, layout != ReportLayout() {
      return layout.parts.compactMap { part in
        part.part == .summary
          ? summary(part) : projects[0].section(part, language, keepingEmpty: layout.keepsEmptyParts, today: today)
      }
    }
    return layout.parts.filter { $0.part == .summary }.map(summary)
      + projects.map { $0.section(language, layout, today: today) }
  }

  package func html(_ language: Language, sender: String? = nil) -> String {
    document(language, sender: sender).html
  }

  package func text(_ language: Language, width: Int = 100) -> String { document(language).text(width: width) }

  private func details(_ language: Language, sender: String?) -> [Document.Detail] {
    let isRussian = language == .russian
    var details: [Document.Detail] = [.init(isRussian ? "Грантодатель" : "Funder", .text(funder.title))]
    if let sender { details.append(.init(isRussian ? "Отчёт представляет" : "Submitted by", .text(sender))) }
    details.append(.init(isRussian ? "Вид отчёта" : "Kind of report", .text(Format.name(kind, language))))
    if correctionNumber > 0 {
      details.append(.init(isRussian ? "Корректировка" : "Correction", .text(correction(language))))
    }
    return details
  }

  /// «№ 1 взамен отчёта, сданного 13 июля 2020 г.», "No. 1 in place of the report submitted on 13 July 2020".
  private func correction(_ language: Language) -> String {
    let isRussian = language == .russian
    func version(_ number: Int) -> String { (isRussian ? "№" : "No.") + "\(Format.space)\(number)" }
    let number = version(correctionNumber)
    guard let replaces else { return number }
    let day = replaces.submittedOn.map { Format.day($0, .document, language) }
    let replaced = replaces.correctionNumber == 0 ? nil : version(replaces.correctionNumber)
    let of =
      isRussian
      ? [
        replaced.map { "корректировки \($0)" } ?? "отчёта",
        day.map { "\(replaced == nil ? "сданного" : "сданной") \($0)" },
      ]
      : [replaced.map { "correction \($0)" } ?? "the report", day.map { "submitted on \($0)" }]
    let what = of.compactMap { $0 }.joined(separator: isRussian ? ", " : " ")
    return isRussian ? "\(number) взамен \(what)" : "\(number) in place of \(what)"
  }

  /// By currency, that of the first project first.
  var currencies: [Currency] {
    projects.map(\.project.currency).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Apart from what was received before anything went back, which the report has as well.
  private func received(_ language: Language) -> String {
    language == .russian
      ? "Поступило за\(Format.space)период за\(Format.space)вычетом возвратов"
      : "Received in the period, net of returns"
  }

  private func keyFigures(_ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    return currencies.flatMap { currency in
      let sums = MoneyRow(projects.filter { $0.project.currency == currency })
      func detail(_ label: String, _ amount: Amount) -> Document.Detail {
        .init(label, .money(Money(amount, currency)))
      }
      let award = projects.count == 1 ? "Сумма гранта" : "Сумма грантов"
      return [
        detail(isRussian ? award : "Awarded", sums.awarded),
        detail(received(language), sums.received),
        detail(isRussian ? "Освоено за\(Format.space)период" : "Spent in the period", sums.spent),
        detail(isRussian ? "Остаток средств на конец периода" : "Money in hand at the end", sums.balance),
      ]
    }
  }

  private func summary(_ language: Language, inWords tellsWords: Bool) -> [Document.Block] {
    let isRussian = language == .russian
    guard !projects.isEmpty else {
      return [
        .paragraph(isRussian ? "Проектов за период нет." : "There are no projects in the period.")
      ]
    }
    let note = Document.Block.note(
      isRussian
        ? "Поступления указаны за вычетом средств, возвращённых грантодателю; освоение\(Format.space)— за вычетом возвратов от "
          + "получателей платежей. Остаток средств\(Format.space)— на последний день периода."
        : "Received is net of money returned to the funder, spent is net of money returned by payees. The money "
          + "in hand is that of the last day of the period.")
    let tables = currencies.flatMap { currency -> [Document.Block] in
      (projectsChart(of: currency, language).map { [.chart($0)] } ?? [])
        + [.table(table(of: currency, language))] + (tellsWords ? [.details(inWords(currency, language))] : [])
        + (statusChart(of: currency, language).map { [.chart($0)] } ?? [])
    }
    return tables + [note]
  }

  /// The totals in figures and words.
  private func inWords(_ currency: Currency, _ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    let sums = MoneyRow(projects.filter { $0.project.currency == currency })
    let totals: [(String, Amount)] = [
      (
        isRussian ? "Всего поступило за период за вычетом возвратов" : "Received in the period in all, net of returns",
        sums.received
      ),
      (isRussian ? "Всего освоено за период" : "Spent in the period in all", sums.spent),
      (isRussian ? "Всего остаток средств на конец периода" : "Money in hand at the end in all", sums.balance),
    ]
    return totals.map { .init($0, .text(AmountInWords.orFigures($1, currency, language))) }
  }

  func table(of currency: Currency, _ language: Language) -> Table {
    let isRussian = language == .russian
    let reported = projects.filter { $0.project.currency == currency }
    let columns: [Table.Column] = [
      .text(isRussian ? "Проект" : "Project"), .figure(isRussian ? "Сумма гранта" : "Awarded"),
      .figure(received(language)),
      .figure(isRussian ? "Освоено за\(Format.space)период" : "Spent in the period"),
      .figure(isRussian ? "Освоено с начала проекта" : "Spent since the start"),
      .figure(isRussian ? "Остаток средств" : "Money in hand"),
    ]
    var rows = reported.map { reported in
      let more = [reported.project.grantee.title, Format.name(reported.status, language)]
      return Table.Row(
        .plain, [.lines(Format.quoted(reported.project.title, language), more)] + MoneyRow([reported]).cells)
    }
    if rows.count > 1 {
      rows.append(Table.Row(.total, [.text(isRussian ? "Итого" : "Total")] + MoneyRow(reported).cells, isSum: true))
    }
    return Table(
      (isRussian ? "Средства по проектам, " : "Money by project, ") + Format.symbol(currency, language),
      columns: columns, rows: rows)
  }
}

/// The money of one project or of several in one currency.
private struct MoneyRow {
  var awarded = Amount.zero
  /// In the period, net of what went back to the funder.
  var received = Amount.zero
  var spent = Amount.zero
  var spentSinceStart = Amount.zero
  var balance = Amount.zero

  init(_ projects: [ReportedProject]) {
    for reported in projects {
      awarded += reported.project.awarded ?? .zero
      received += reported.inPeriod.received - reported.inPeriod.refunded
      spent += reported.inPeriod.spent
      spentSinceStart += reported.cumulative.spent
      balance += reported.cumulative.balance
    }
  }

  var cells: [Cell] { [awarded, received, spent, spentSinceStart, balance].map(Cell.amount) }
}
