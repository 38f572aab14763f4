internal import Contests
internal import Primitives

// What was decided in a nomination, or one of its age groups.
extension ProtocolView {
  func section(_ part: Part, _ words: ProtocolWords) -> Document.Section {
    if part.isUntouched {
      return .init(heading(part.division, words), [.paragraph(words.stand(part.kept.map(\.minutes)))])
    }
    var blocks: [Document.Block] = []
    let isLong = isLong(part.standings.count)
    let told = isLong ? leading(part) : part.standings
    // What each juror gave stands in the annex then, beside every entry.
    if !told.isEmpty {
      blocks.append(.table(table(told, words, of: part, withJurors: showsJurors && !isLong)))
    }
    if told.count < part.standings.count { blocks.append(.paragraph(words.annexed(part.standings.count))) }
    let decision = minutes.decisions.applying(to: part.division)
    blocks += resolution(part, decision, words)
    return .init(heading(part.division, words), blocks)
  }

  func heading(_ division: Division, _ words: ProtocolWords) -> String {
    guard let name = Format.division(division, of: contest, words.language) else {
      return words("Итоги конкурса", "Results")
    }
    return division.nomination == nil ? name.capitalisedFirst : words("Номинация ", "Nomination ") + name
  }

  func table(
    _ standings: [Standing], _ words: ProtocolWords, of part: Part, withJurors: Bool
  ) -> Table {
    let isRanked = standings.contains { $0.rank != nil }
    let hasFigures = standings.contains { $0.figure != nil }
    let jurors = withJurors ? contest.jury.filter { juror in standings.contains { $0.totals[juror.id] != nil } } : []
    var columns: [Table.Column] = [
      .figure(words("Заявка, №", "Entry")), .text(words("Работа", "Title")), .text(words("Заявитель", "Applicant")),
    ]
    if isRanked { columns.insert(.figure(words("Порядок", "Rank")), at: 0) }
    columns += jurors.map { .figure($0.name.asSigned) }
    if hasFigures { columns.append(.figure(words.figure(contest.rules.aggregation))) }
    columns.append(.text(words("Место", "Place")))
    let rows = standings.map { standing in
      let entry = entries[standing.number]
      var cells: [Cell] = isRanked ? [Cell(standing.rank)] : []
      cells += [.count(standing.number), Cell(entry?.title), Cell(entry?.applicant)]
      cells += jurors.map { Cell(standing.totals[$0.id].map(words.decimal)) }
      if hasFigures { cells.append(Cell(standing.figure.map(words.decimal))) }
      return Table.Row(.plain, cells + [place(of: standing, part, words)])
    }
    return Table(words("Результаты", "Standing"), columns: columns, rows: rows)
  }

  private func place(of standing: Standing, _ part: Part, _ words: ProtocolWords) -> Cell {
    if let place = standing.place { return .text(words.degree(place)) }
    if let kept = part.kept.first(where: { $0.award.number == standing.number }), let place = kept.award.place {
      return .lines(words.degree(place), [words.minutes(kept.minutes)])
    }
    if let lost = part.revoked.last(where: { $0.award.number == standing.number }), let place = lost.award.place {
      let taken = words.degree(place) + words(" (отменено)", " (taken back)")
      return lost.minutes == minutes.number ? .text(taken) : .lines(taken, [words.minutes(lost.minutes)])
    }
    return standing.omission.map { .lines("—", [Format.name($0, words.language)]) } ?? .missing
  }

  private func resolution(
    _ part: Part, _ decision: ResultsProtocol.Decision?, _ words: ProtocolWords
  ) -> [Document.Block] {
    var blocks: [Document.Block] = []
    let places = part.awards.filter { $0.place != nil }.sorted {
      ($0.place ?? 0, $0.number) < ($1.place ?? 0, $1.number)
    }
    if !places.isEmpty {
      blocks.append(.list(lead: words("Жюри решило присудить:", "The jury gives:"), places.map { item($0, words) }))
    }
    blocks += revocations(part, decision, words)
    if !part.kept.isEmpty {
      blocks.append(
        .list(
          lead: words("Остаются в силе:", "These stand:"),
          part.kept.sorted { ($0.award.place ?? 0, $0.award.number) < ($1.award.place ?? 0, $1.award.number) }.map {
            "\(item($0.award, words)) (\(words.minutes($0.minutes)))"
          }))
    }
    let prizes = part.awards.filter { $0.place == nil }
    if !prizes.isEmpty {
      blocks.append(
        .list(lead: words("Вручить специальные призы:", "Special prizes:"), prizes.map { item($0, words) }))
    }
    if let withheld = decision?.withheld, !withheld.isEmpty {
      let list = withheld.sorted().map(words.degree).joined(separator: ", ")
      blocks.append(.paragraph(words("Не присуждать: \(list).", "Not given: \(list).")))
    }
    let hasGiven = !places.isEmpty || !part.kept.isEmpty || part.revoked.contains { $0.minutes == minutes.number }
    if !hasGiven, prizes.isEmpty || decision != nil, let text = without(part, decision, words) {
      blocks.append(.paragraph(text))
    }
    if let note = decision?.note, isNoted(part, decision) {
      blocks.append(.paragraph(words("Обоснование: \(note)", "Grounds: \(note)")))
    }
    return blocks
  }

  /// Why places that were taken back are decided on is told where they were, and once in a nomination.
  private func isNoted(_ part: Part, _ decision: ResultsProtocol.Decision?) -> Bool {
    guard decision?.revokedPlaces != nil else { return true }
    let parts = parts.filter { $0.division.nomination == part.division.nomination }
    let noted = parts.first { $0.revoked.contains { $0.minutes != minutes.number } } ?? parts.first
    return noted?.division == part.division
  }

  /// What is said of a nomination in which no place is given.
  private func without(
    _ part: Part, _ decision: ResultsProtocol.Decision?, _ words: ProtocolWords
  ) -> String? {
    switch decision?.outcome {
    case .tooFewEntries:
      let nomination = part.division.nomination.flatMap { contest.nomination($0) }
      let least = nomination?.minimumEntries ?? contest.rules.minimumEntries
      return words(
        "Номинация признана несостоявшейся: заявок меньше, чем требует положение",
        "The nomination is void: fewer entries than the regulation asks for")
        + (least.map { words(" (не менее \($0)).", " (at least \($0)).") } ?? ".")
    case .cancelled: return words("Номинация отменена.", "The nomination is cancelled.")
    case .noWinner where part.division.ageGroup != nil && part.standings.isEmpty:
      return words("Заявок в этой возрастной группе нет.", "There are no entries in this age group.")
    case .noWinner:
      return words("Победителей не определять, места не присуждать.", "There is no winner; no place is given.")
    case .decided, nil: return words("Мест этим протоколом не присуждено.", "These minutes give no place.")
    }
  }

  func item(_ award: Award, _ words: ProtocolWords) -> String {
    let entry = entries[award.number].map { words.entry($0) } ?? words.number(award.number)
    let prize = award.prize.map { award.place == nil ? words.quoted($0) : $0 }
    let what = [award.place.map(words.degree), prize].compactMap { $0 }.joined(separator: ", ")
    return "\(what)\(Format.space)— \(entry)"
  }
}
