package import Contests
package import Primitives

extension ContestFigures {
  /// What `contest show` tells a person.
  package func document(_ language: Language) -> Document {
    let isRussian = language == .russian
    let contest = contest
    var details: [Document.Detail] = [
      .init(isRussian ? "Организатор" : "Organiser", .text(contest.organiser.title)),
      .init(isRussian ? "Уровень" : "Level", .text(Format.name(contest.level, language))),
      .init(
        isRussian ? "Год" : "Year",
        .text([String(contest.year), contest.edition].compactMap { $0 }.joined(separator: ", "))),
      .init(isRussian ? "Состояние" : "Status", .text(Format.name(contest.status, language))),
      .init(isRussian ? "Идентификатор" : "Identifier", .text(contest.id.description)),
    ]
    if let territory = contest.territory?.name {
      details.insert(.init(isRussian ? "Территория" : "Territory", .text(territory)), at: 1)
    }
    if let stage = contest.stageOf {
      details.append(.init(isRussian ? "Этап конкурса" : "Stage of", .text(Format.quoted(stage.title, language))))
    }
    if let act = contest.approvingAct {
      let number = act.number.map { " № \($0)" } ?? ""
      let day = Format.day(act.date, .document, language)
      let words = isRussian ? "\(act.title) от \(day)\(number)" : "\(act.title)\(number) of \(day)"
      details.append(.init(isRussian ? "Утверждён" : "Approved by", .text(words)))
    }
    if let days = applicationDays(language) {
      details.append(.init(isRussian ? "Приём заявок" : "Applications", .text(days)))
    }
    return Document(
      language: language, title: Format.quoted(contest.title, language), details: details,
      sections: [
        Document.Section(isRussian ? "Заявки и победители" : "Applications and winners", [.table(table(language))])
      ] + prizes(language) + regulation(language) + achievements(language))
  }

  /// «с 01.03.2020 по 31.03.2020».
  private func applicationDays(_ language: Language) -> String? {
    let words = language == .russian ? ("с", "по") : ("from", "to")
    let days = [(words.0, contest.schedule.opens), (words.1, contest.schedule.closes)].compactMap { word, day in
      day.map { "\(word)\(Format.space)\(Format.day($0, .table, language))" }
    }
    return days.isEmpty ? nil : days.joined(separator: " ")
  }

  package func text(_ language: Language, width: Int = 100) -> String { document(language).text(width: width) }

  package func html(_ language: Language) -> String { document(language).html }

  private func table(_ language: Language) -> Table {
    let isRussian = language == .russian
    let rows = contest.nominations.map { nomination in
      Table.Row(
        .plain,
        [.text(Format.quoted(nomination.title, language))] + (byNomination[nomination.id] ?? Figures()).cells)
    }
    let total = [Cell.text(isRussian ? "Всего" : "Total")] + total.cells
    return Table(
      isRussian ? "По номинациям" : "By nomination",
      columns: [
        .text(isRussian ? "Номинация" : "Nomination"), .figure(isRussian ? "Заявки" : "Applications"),
        .figure(isRussian ? "Работы" : "Works"), .figure(isRussian ? "Участники" : "Participants"),
        .figure(isRussian ? "Победители" : "Winners"),
      ], rows: rows.isEmpty ? [Table.Row(.plain, total)] : rows + [Table.Row(.total, total)])
  }

  private func prizes(_ language: Language) -> [Document.Section] {
    let isRussian = language == .russian
    func row(_ nomination: Cell, _ prize: Prize) -> Table.Row {
      Table.Row(.plain, [nomination, Cell(prize.rank), .text(prize.title), .count(prize.quantity)])
    }
    let everywhere = Cell.text(isRussian ? "Все номинации" : "All nominations")
    var rows = contest.prizes.map { row(everywhere, $0) }
    for nomination in contest.nominations {
      let title = Cell.text(Format.quoted(nomination.title, language))
      rows += nomination.prizes.map { row(title, $0) }
    }
    guard !rows.isEmpty else { return [] }
    let title = isRussian ? "Призы" : "Prizes"
    var table = Table(
      title,
      columns: [
        .text(isRussian ? "Номинация" : "Nomination"), .figure(isRussian ? "Место" : "Place"),
        .text(isRussian ? "Приз" : "Prize"), .figure(isRussian ? "Количество" : "Quantity"),
      ], rows: rows)
    if contest.nominations.isEmpty { table.removeFirstColumn() }
    return [Document.Section(title, [.table(table)])]
  }

  private func achievements(_ language: Language) -> [Document.Section] {
    guard !contest.achievements.isEmpty else { return [] }
    let list = Document.Block.list(contest.achievements.map { $0.phrase(language) })
    return [Document.Section(language == .russian ? "Итоги" : "Achievements", [list])]
  }
}
