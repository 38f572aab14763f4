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

  /// «заявки 411 → 412 (+1), участники нет данных → 5»; a figure that neither year has is left out.
  private func phrase(_ share: Share, _ names: [String], _ language: Language, unit: Currency?) -> String? {
    let noData = language == .russian ? "нет данных" : "no data"
    func text(_ cell: Cell) -> String { cell == .missing ? noData : cell.text(language) }
    let said = zip(names, share.pairs).compactMap { name, pair -> String? in
      if [pair.earlier, pair.current].allSatisfy({ $0 == .missing || $0 == .count(0) }) { return nil }
      let change = pair.change == .missing ? "" : " (\(pair.change.text(language)))"
      let sign = unit.map { "\(Format.space)\(Format.symbol($0, language))" } ?? ""
      return "\(name) \(text(pair.earlier)) → \(text(pair.current))\(pair.current == .missing ? "" : sign)\(change)"
    }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }
}
