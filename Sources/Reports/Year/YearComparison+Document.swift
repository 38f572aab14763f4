internal import Contests
internal import Primitives

extension YearComparison {
  /// The two years side by side, in tables.
  func section(_ language: Language) -> Document.Section {
    if hasNothingEarlier { return Document.Section(title(language), [.paragraph(nothingEarlier(language))]) }
    var blocks: [Document.Block] = [.table(figuresTable(language))]
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

  /// The figures of the years as a whole; those that neither has are left out.
  func figuresTable(_ language: Language) -> Table {
    let isRussian = language == .russian
    func row(_ kind: Table.Row.Kind, _ title: String, _ pair: Pair) -> Table.Row? {
      pair.isMissing ? nil : Table.Row(kind, [.text(title)] + cells(pair, language))
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
      columns: columns(isRussian ? "Показатель" : "Figure", language), rows: rows.compactMap { $0 })
  }

  private func columns(_ heading: String, _ language: Language) -> [Table.Column] {
    [
      .text(heading), .figure("\(earlier.year)"), .figure("\(current.year)"),
      .figure(language == .russian ? "Изменение" : "Change"),
    ]
  }

  private func cells(_ pair: Pair, _ language: Language) -> [Cell] {
    [pair.before, pair.now].map { $0.gap(language).map(Cell.text) ?? $0.cell } + [pair.change]
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
            + share.pairs.enumerated().flatMap { index, pair in
              let cells = cells(pair, language)
              // That it was not held is said once.
              return index == 0
                ? cells : zip([pair.before, pair.now], cells).map { $0.isStated ? $1 : .blank } + [cells[2]]
            })
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

extension YearComparison.Figure {
  /// What stands for a figure that there is not; nil for one that there is.
  func gap(_ language: Language) -> String? {
    let isRussian = language == .russian
    return switch self {
    case .known: nil
    case .notStated: isRussian ? "не указано" : "not stated"
    case .notHeld: isRussian ? "не проводился" : "not held"
    case .noRecords: isRussian ? "нет данных" : "no data"
    }
  }

  /// False where all figures of the contest or year are missing with this one.
  fileprivate var isStated: Bool { self != .notHeld && self != .noRecords }
}
