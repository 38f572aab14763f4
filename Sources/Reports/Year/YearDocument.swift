internal import Contests
internal import Grants
package import Primitives

extension YearReport {
  /// The report in tables.
  ///
  /// - Parameter comparison: With an earlier year, where one is asked for.
  package func document(_ language: Language, _ comparison: YearComparison? = nil) -> Document {
    let isRussian = language == .russian
    var sections = [comparison?.section(language)].compactMap { $0 }
    if !contests.isEmpty {
      sections.append(Document.Section(isRussian ? "Конкурсы" : "Contests", contestBlocks(language)))
    }
    if !outcomes.isEmpty {
      sections.append(
        Document.Section(
          isRussian ? "Результаты в конкурсах других уровней" : "Results in contests of higher bodies",
          outcomeBlocks(language)))
    }
    if grants.total.projects + grants.otherCurrencies > 0 {
      sections.append(Document.Section(isRussian ? "Грантовые проекты" : "Grant projects", grantBlocks(language)))
    }
    if contests.isEmpty, outcomes.isEmpty, grants.total.projects + grants.otherCurrencies == 0 {
      sections.append(Document.Section(isRussian ? "Сведений за год нет" : "Nothing is recorded for the year"))
    }
    return Document(
      language: language, title: title(language), subtitle: place(language), figures: keyFigures(language),
      sections: sections)
  }

  private func keyFigures(_ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    let figures = figures
    var details: [Document.Detail] = []
    if !contests.isEmpty {
      details = [
        .init(isRussian ? "Конкурсы" : "Contests", .count(contests.count)),
        .init(isRussian ? "Заявки" : "Applications", .count(figures.applications)),
        .init(isRussian ? "Участники" : "Participants", Cell(figures.participants)),
        .init(isRussian ? "Победители" : "Winners", .count(figures.winners)),
      ]
    }
    if grants.total.projects > 0 {
      func money(_ amount: Amount) -> Cell { .money(Money(amount, grants.currency)) }
      details += [
        .init(isRussian ? "Грантов привлечено" : "Grants awarded", money(grants.total.awarded)),
        .init(isRussian ? "Освоено за\(Format.space)год" : "Spent in the year", money(grants.total.spent)),
      ]
    }
    return details
  }

  // MARK: Contests

  private func contestBlocks(_ language: Language) -> [Document.Block] {
    let isRussian = language == .russian
    let columns: [Table.Column] = [
      .text(isRussian ? "Конкурс, номинация" : "Contest, nomination"), .figure(isRussian ? "Заявки" : "Applications"),
      .figure(isRussian ? "Работы" : "Works"), .figure(isRussian ? "Участники" : "Participants"),
      .figure(isRussian ? "Победители" : "Winners"),
    ]
    var rows: [Table.Row] = []
    for contest in contests {
      rows.append(
        Table.Row(.group, [.text(Format.quoted(contest.contest.title, language))] + contest.total.cells))
      for nomination in contest.contest.nominations {
        let figures = contest.byNomination[nomination.id] ?? Figures()
        rows.append(Table.Row(.part, [.text(Format.quoted(nomination.title, language))] + figures.cells))
      }
    }
    rows.append(Table.Row(.total, [.text(isRussian ? "Всего" : "Total")] + figures.cells))
    let caption = isRussian ? "Конкурсы и номинации" : "Contests and nominations"
    var blocks: [Document.Block] = [.table(Table(caption, columns: columns, rows: rows))]
    blocks += [contestYearsChart(language), editionsChart(language)].compactMap { $0.map(Document.Block.chart) }
    blocks += achievementTable(language).map { [.table($0)] } ?? []
    blocks.append(
      .note(
        isRussian
          ? "Участники и работы — суммы по заявкам, в которых они указаны; прочерк\(Format.space)— ни одна заявка их не указывает."
          : "Participants and works are sums over the applications that state them; a dash means that none does."))
    return blocks
  }

  private func achievementTable(_ language: Language) -> Table? {
    let isRussian = language == .russian
    let achieving = contests.filter { !$0.contest.achievements.isEmpty }
    guard !achieving.isEmpty else { return nil }
    let rows = achieving.flatMap { contest in
      [Table.Row(.group, [.text(Format.quoted(contest.contest.title, language)), .blank, .blank])]
        + contest.contest.achievements.map { achievement in
          Table.Row(
            .part, [.text(achievement.title), .decimal(achievement.value), achievement.unit.map(Cell.text) ?? .blank])
        }
    }
    var table = Table(
      isRussian ? "Итоги конкурсов" : "What the contests achieved",
      columns: [
        .text(isRussian ? "Конкурс, показатель" : "Contest, achievement"), .figure(isRussian ? "Значение" : "Value"),
        .text(isRussian ? "Единица" : "Unit"),
      ], rows: rows)
    if achieving.allSatisfy({ $0.contest.achievements.allSatisfy { $0.unit == nil } }) { table.removeLastColumn() }
    return table
  }

  // MARK: Outcomes

  private func outcomeBlocks(_ language: Language) -> [Document.Block] {
    let isRussian = language == .russian
    let rows = reached.map { outcome in
      let more = [outcome.note?.capitalisedFirst].compactMap { $0 } + outcome.achievements.map { $0.phrase(language) }
      return Table.Row(
        .plain,
        [
          .lines(
            Format.quoted(outcome.contest.title, language),
            [outcome.organiser.title] + outcome.particulars(language).map(\.capitalisedFirst)),
          .text(Format.name(outcome.level, language)),
          outcome.result(language).map { .lines($0.capitalisedFirst, more) } ?? Cell(lines: more),
          .day(outcome.decidedOn),
        ])
    }
    let others = participations.map { other in
      Table.Row(
        .plain,
        [
          .lines(Format.quoted(other.contest.title, language), [other.organiser.title]),
          .text(Format.name(other.level, language)),
          .text(other.phrase(language).capitalisedFirst),
          .day(other.decidedOn),
        ])
    }
    return [
      .table(
        Table(
          isRussian ? "Достигнутые результаты" : "What was reached",
          columns: [
            .text(isRussian ? "Конкурс" : "Contest"), .text(isRussian ? "Уровень" : "Level"),
            .text(isRussian ? "Результат" : "Result"), .text(isRussian ? "Решение принято" : "Decided on"),
          ], rows: rows + others))
    ]
  }

  // MARK: Grants

  private func grantBlocks(_ language: Language) -> [Document.Block] {
    let isRussian = language == .russian
    var blocks: [Document.Block] = []
    if grants.total.projects > 0 {
      blocks = grants.moneyChart(language).map { [.chart($0)] } ?? []
      blocks += [
        .table(
          grantTable(
            isRussian ? "Средства по грантодателям" : "Money by funder", isRussian ? "Грантодатель" : "Funder",
            grants.byFunder, language)),
        .table(
          grantTable(
            isRussian ? "Средства по грантополучателям" : "Money by grantee",
            isRussian ? "Грантополучатель" : "Grantee", grants.byGrantee, language)),
      ]
      blocks += grants.portfolioChart(language).map { [.chart($0)] } ?? []
      blocks += [
        .note(
          isRussian
            ? "Привлечено\(Format.space)— гранты по проектам, поддержанным до конца года и не завершённым до его начала; поступило "
              + "и освоено\(Format.space)— движение средств за год за вычетом возвратов,"
              + " также по проектам, завершённым раньше."
            : "Awarded: grants of projects awarded by the end of the year and not ended before it began. Received and "
              + "spent: money that moved in the year, net of refunds, also of projects that had ended.")
      ]
    }
    return blocks + remarks(language).map(Document.Block.note)
  }

  private func grantTable(
    _ caption: String, _ name: String, _ shares: [YearGrants.Share], _ language: Language
  ) -> Table {
    let isRussian = language == .russian
    let columns: [Table.Column] = [
      .text(name), .figure(isRussian ? "Проекты" : "Projects"),
      .figure(isRussian ? "Привлечено" : "Awarded"),
      .figure(isRussian ? "Поступило за\(Format.space)год" : "Received in the year"),
      .figure(isRussian ? "Освоено за\(Format.space)год" : "Spent in the year"),
    ]
    let rows = shares.map { Table.Row(.plain, [.text($0.title)] + $0.totals.cells) }
    let total = Table.Row(.total, [.text(isRussian ? "Всего" : "Total")] + grants.total.cells)
    let unit = Format.symbol(grants.currency, language)
    return Table("\(caption), \(unit)", columns: columns, rows: rows + [total])
  }
}

extension Figures {
  /// Applications, works, participants, winners.
  var cells: [Cell] { [.count(applications), Cell(works), Cell(participants), .count(winners)] }
}

extension GrantTotals {
  fileprivate var cells: [Cell] { [.count(projects), .amount(awarded), .amount(received), .amount(spent)] }
}
