package import Contests
package import Primitives

/// The register of the entries of a contest (журнал регистрации заявок).
package struct EntryJournal: Sendable {
  package struct Line: Hashable, Sendable {
    package var number: Int
    package var receivedOn: Day
    package var applicant: String
    package var nomination: String?
    /// As the entry states it.
    package var ageGroup: String?
    package var title: String
    package var participants: Int?
    package var works: Int?
    package var status: StatusChange<EntryStatus>
    /// Who sent it, and in which message; nil for one that was typed in.
    package var source: String?

    package init(
      number: Int, receivedOn: Day, applicant: String, nomination: String?, ageGroup: String? = nil, title: String,
      participants: Int?, works: Int?, status: StatusChange<EntryStatus>, source: String?
    ) {
      self.number = number
      self.receivedOn = receivedOn
      self.applicant = applicant
      self.nomination = nomination
      self.ageGroup = ageGroup
      self.title = title
      self.participants = participants
      self.works = works
      self.status = status
      self.source = source
    }
  }

  package var contest: Contest
  package var lines: [Line]

  package init(contest: Contest, lines: [Line]) {
    self.contest = contest
    self.lines = lines
  }

  private static func titles(_ language: Language) -> [String] {
    language == .russian
      ? ["№", "Поступила", "Заявитель", "Номинация", "Работа", "Участников", "Работ", "Состояние", "Откуда"]
      : ["No.", "Received", "Applicant", "Nomination", "Title", "Participants", "Works", "Status", "From"]
  }

  package func document(_ language: Language) -> Document {
    let isRussian = language == .russian
    let figures: Set<Int> = [0, 5, 6]
    let columns = Self.titles(language).enumerated().map { index, title in
      figures.contains(index) ? Table.Column.figure(title) : .text(title)
    }
    let title = isRussian ? "Журнал регистрации заявок" : "Register of entries"
    let rows = lines.map { Table.Row(.plain, $0.cells(language)) }
    let empty = Document.Block.paragraph(isRussian ? "Заявок нет." : "There are no entries.")
    return Document(
      language: language, title: title,
      subtitle: (isRussian ? "конкурс " : "contest ") + Format.quoted(contest.title, language),
      details: [
        .init(isRussian ? "Организатор" : "Organiser", .text(contest.organiser.title)),
        .init(isRussian ? "Заявок в журнале" : "Entries", .count(lines.count)),
      ],
      sections: [
        .init(
          isRussian ? "Заявки" : "Entries",
          lines.isEmpty ? [empty] : [.table(Table(isRussian ? "Заявки" : "Entries", columns: columns, rows: rows))])
      ], signatures: [.init(isRussian ? "Журнал вёл" : "Kept by")])
  }

  package func csv(_ language: Language) -> [UInt8] {
    var titles = Self.titles(language)
    let tellsAgeGroup = lines.contains { $0.ageGroup != nil }
    if tellsAgeGroup { titles.append(language == .russian ? "Возрастная группа" : "Age group") }
    return CSV.bytes(
      [titles.map(CSV.Field.text)]
        + lines.map { line in
          line.fields(language) + (tellsAgeGroup ? [.text(line.ageGroup ?? "")] : [])
        }, language)
  }
}

extension EntryJournal.Line {
  /// What it is now, since when and why.
  private func state(_ language: Language) -> (String, [String]) {
    (
      Format.name(status.status, language),
      [Format.day(status.date, .table, language)] + [status.reason].compactMap { $0 }
    )
  }

  /// The age group stands below the nomination.
  private var division: Cell {
    guard let ageGroup else { return Cell(nomination) }
    return nomination.map { .lines($0, [ageGroup]) } ?? .text(ageGroup)
  }

  private func origin(_ language: Language) -> String {
    source ?? (language == .russian ? "внесена вручную" : "typed in")
  }

  fileprivate func cells(_ language: Language) -> [Cell] {
    let (state, more) = state(language)
    return [
      .count(number), .day(receivedOn), .text(applicant), division, .text(title), Cell(participants),
      Cell(works), .lines(state, more), .text(origin(language)),
    ]
  }

  fileprivate func fields(_ language: Language) -> [CSV.Field] {
    let (state, more) = state(language)
    return [
      .count(number), .day(receivedOn), .text(applicant), .text(nomination ?? ""), .text(title),
      participants.map(CSV.Field.count) ?? .text(""), works.map(CSV.Field.count) ?? .text(""),
      .text(([state] + more).joined(separator: ", ")), .text(origin(language)),
    ]
  }
}
