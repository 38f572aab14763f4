internal import Contests
internal import Primitives

extension YearComparison {
  /// The two years side by side, in tables.
  func section(_ language: Language) -> Document.Section {
    var blocks: [Document.Block] = []
    if hasNothingEarlier { blocks.append(.paragraph(nothingEarlier(language))) }
    blocks.append(.table(figuresTable(language)))
    if hasNothingEarlier { return Document.Section(title(language), blocks) }
    if !byContest.isEmpty { blocks.append(.table(contestTable(language))) }
    let isRussian = language == .russian
    if !byFunder.isEmpty {
      let caption = isRussian ? "Гранты по грантодателям, два года" : "Grants by funder, two years"
      blocks.append(.table(grantTable(caption, isRussian ? "Грантодатель" : "Funder", byFunder, language)))
      let other = isRussian ? "Гранты по грантополучателям, два года" : "Grants by grantee, two years"
      blocks.append(.table(grantTable(other, isRussian ? "Грантополучатель" : "Grantee", byGrantee, language)))
    }
    return Document.Section(title(language), blocks)
  }

  func title(_ language: Language) -> String {
    language == .russian
      ? "Сравнение с\(Format.space)\(earlier.year)\(Format.space)годом" : "Compared with \(earlier.year)"
  }

  func nothingEarlier(_ language: Language) -> String {
    language == .russian
      ? "За\(Format.space)\(earlier.year)\(Format.space)год в учёте ничего нет, сравнить не с чем."
      : "Nothing is recorded for \(earlier.year): there is nothing to compare with."
  }

  /// The figures of the year as a whole.
  func figuresTable(_ language: Language) -> Table {
    let isRussian = language == .russian
    func row(_ kind: Table.Row.Kind, _ title: String, _ pair: Pair) -> Table.Row {
      Table.Row(kind, [.text(title)] + cells(pair, language))
    }
    var rows = [
      row(.group, isRussian ? "Конкурсы" : "Contests", contests),
      row(.part, isRussian ? "Заявки" : "Applications", contestFigure(\.applications)),
      row(.part, isRussian ? "Работы" : "Works", contestFigure(\.works)),
      row(.part, isRussian ? "Участники" : "Participants", contestFigure(\.participants)),
      row(.part, isRussian ? "Победители" : "Winners", contestFigure(\.winners)),
      row(
        .group, isRussian ? "Результаты в конкурсах других уровней" : "Results in contests of higher bodies", outcomes),
    ]
    rows += levels.map { level in row(.part, Format.name(level, language).capitalisedFirst, outcomes(of: level)) }
    rows += [row(.part, isRussian ? "Из них 1–3-и места" : "Places 1 to 3 among them", places)]
    rows += [row(.group, isRussian ? "Грантовые проекты" : "Grant projects", projects)]
    rows += zip(moneyNames(language), money).map { row(.part, $0, $1) }
    return Table(
      isRussian ? "Главные показатели, два года" : "Main figures, two years",
      columns: columns(isRussian ? "Показатель" : "Figure", language), rows: rows)
  }

  private func columns(_ heading: String, _ language: Language) -> [Table.Column] {
    [
      .text(heading), .figure("\(earlier.year)"), .figure("\(current.year)"),
      .figure(language == .russian ? "Изменение" : "Change"),
    ]
  }

  private func cells(_ pair: Pair, _ language: Language) -> [Cell] {
    // What stands in a table for what a year has no records of.
    let noData = Cell.text(language == .russian ? "нет данных" : "no data")
    return [pair.earlier, pair.current].map { $0 == .missing ? noData : $0 } + [pair.change]
  }

  /// Awarded, received, spent.
  private func moneyNames(_ language: Language) -> [String] {
    let unit = Format.symbol(current.grants.currency, language)
    let names =
      language == .russian
      ? ["Привлечено", "Поступило за\(Format.space)год", "Освоено за\(Format.space)год"]
      : ["Awarded", "Received in the year", "Spent in the year"]
    return names.map { "\($0), \(unit)" }
  }

  private func contestTable(_ language: Language) -> Table {
    let isRussian = language == .russian
    let names = isRussian ? ["Заявки", "Участники", "Победители"] : ["Applications", "Participants", "Winners"]
    return Table(
      isRussian ? "Конкурсы, два года" : "Contests, two years",
      columns: [.text(isRussian ? "Конкурс" : "Contest")]
        + names.flatMap { name in
          [.figure("\(name) \(earlier.year)"), .figure("\(name) \(current.year)"), .figure("±")]
        },
      rows: byContest.map { share in
        Table.Row(
          .plain,
          [.text(Format.quoted(share.title, language))]
            + share.pairs.flatMap { [$0.earlier, $0.current, $0.change] })
      })
  }

  /// Under each other, so that amounts of any length find room.
  private func grantTable(_ caption: String, _ heading: String, _ shares: [Share], _ language: Language) -> Table {
    let total = Share(title: language == .russian ? "Всего" : "Total", pairs: money)
    let rows = (shares + (shares.count > 1 ? [total] : [])).flatMap { share in
      [Table.Row(.group, [.text(share.title), .blank, .blank, .blank])]
        + zip(moneyNames(language), share.pairs).map { name, pair in
          Table.Row(.part, [.text(name)] + cells(pair, language))
        }
    }
    return Table(caption, columns: columns(heading, language), rows: rows)
  }
}
