internal import Contests
internal import Primitives

extension YearComparison {
  /// The two years in words: the figures as a narrow table, funders and grantees as lists.
  func narrative(_ language: Language) -> Document.Section {
    let isRussian = language == .russian
    if hasNothingEarlier { return section(language) }
    var blocks: [Document.Block] = [.table(figuresTable(language))]
    if !byContest.isEmpty {
      let names = isRussian ? ["заявки", "участники", "победители"] : ["applications", "participants", "winners"]
      blocks.append(
        .list(
          lead: isRussian ? "По конкурсам:" : "By contest:",
          byContest.compactMap { share in
            phrase(share, names, language, unit: nil).map { Format.quoted(share.title, language) + ": \($0)" }
          }))
    }
    let money =
      isRussian ? ["привлечено", "поступило", "освоено"] : ["awarded", "received", "spent"]
    let parts = [
      (isRussian ? "По грантодателям:" : "By funder:", byFunder),
      (isRussian ? "По грантополучателям:" : "By grantee:", byGrantee),
    ]
    for (lead, shares) in parts where !shares.isEmpty {
      blocks.append(
        .list(
          lead: lead,
          shares.compactMap { share in
            phrase(share, money, language, unit: current.grants.currency).map { "\(share.title): \($0)" }
          }))
    }
    return Document.Section(title(language), blocks)
  }

  /// «заявки 411 → 412 (+1), участники — 5 (за 2019 год не указаны)»; where one of the years knows nothing of it, «в 2019
  /// году не проводился, в 2020 году заявки — 5». A figure that neither year has is left out.
  private func phrase(_ share: Share, _ names: [String], _ language: Language, unit: Currency?) -> String? {
    let figures = zip(names, share.pairs)
    if let gap = share.pairs.first?.before, gap == .notHeld || gap == .noRecords {
      return absent(gap, earlier.year, language) + ", "
        + alone(figures.map { ($0, $1.current) }, current.year, language, unit)
    }
    if let gap = share.pairs.first?.now, gap == .notHeld || gap == .noRecords {
      return alone(figures.map { ($0, $1.earlier) }, earlier.year, language, unit) + ", "
        + absent(gap, current.year, language)
    }
    let said = figures.compactMap { name, pair -> String? in
      if [pair.earlier, pair.current].allSatisfy({ $0 == .missing || $0 == .count(0) }) { return nil }
      if pair.before == .notStated { return notStated(name, pair.current, earlier.year, language) }
      if pair.now == .notStated { return notStated(name, pair.earlier, current.year, language) }
      return "\(name) \(pair.earlier.text(language)) → \(amount(pair.current, language, unit))"
        + " (\(pair.change.text(language)))"
    }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  /// The figures of the one year that has them.
  private func alone(_ figures: [(name: String, value: Cell)], _ year: Int, _ language: Language, _ unit: Currency?)
    -> String
  {
    let dash = unit == nil ? "\(Format.space)— " : " "
    let said = figures.filter { $0.value != .missing && $0.value != .count(0) }.map { name, value in
      "\(name)\(dash)\(amount(value, language, unit))"
    }
    let start = language == .russian ? "в\(Format.space)\(year)\(Format.space)году" : "in \(year)"
    if said.isEmpty { return start + (language == .russian ? " проведён" : " held") }
    return "\(start) \(said.joined(separator: ", "))"
  }

  private func absent(_ gap: Figure, _ year: Int, _ language: Language) -> String {
    switch (gap, language) {
    case (.notHeld, .russian): "в\(Format.space)\(year)\(Format.space)году не\(Format.space)проводился"
    case (.notHeld, .english): "not held in \(year)"
    case (_, .russian): "за\(Format.space)\(year)\(Format.space)год данных нет"
    case (_, .english): "no data for \(year)"
    }
  }

  /// «участники — 5 (за 2019 год не указаны)».
  private func notStated(_ name: String, _ value: Cell, _ year: Int, _ language: Language) -> String {
    "\(name)\(Format.space)— \(value.text(language)) "
      + (language == .russian
        ? "(за\(Format.space)\(year)\(Format.space)год не\(Format.space)указаны)" : "(not stated for \(year))")
  }

  private func amount(_ value: Cell, _ language: Language, _ unit: Currency?) -> String {
    value.text(language) + (unit.map { "\(Format.space)\(Format.symbol($0, language))" } ?? "")
  }
}
