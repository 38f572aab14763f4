import Contests
import Exchange
import LibXML
import Primitives
import Tables

/// Makes entries of the rows of a table.
struct EntryRows {
  let contestID: Identifier
  /// Nil in a check that does not see it.
  let contest: Contest?
  /// The day of rows that do not say one.
  let submitted: Day?
  let header: TableHeader
  let place: TablePlace

  /// An entry where the row gives one, its identifier, and what was found.
  typealias Result = (id: Identifier, entry: Entry?, problems: [Diagnostic])

  func read(_ row: TableRow) -> Result {
    var cells = ApplicationCells(row, header.columns, place)
    let id = cells.identifier(.id) ?? row.identifier(header)
    let title = required(.title, &cells)
    let applicant = ApplicantCells.read(&cells)
    let submittedAt = (cells.day(.submitted) ?? submitted).map { Instant(noonOf: $0) }
    if submittedAt == nil, !cells.has(.submitted) { missing(.submitted, &cells) }
    var entry = Entry(
      id: id, contest: contestID, title: title ?? "", applicant: applicant ?? .group(title: "", contact: nil),
      submittedAt: submittedAt ?? Instant(noonOf: .firstDay(of: 1)))
    fill(&entry, &cells)
    let isWhole = title != nil && applicant != nil && submittedAt != nil
    return (id, isWhole && !cells.problems.hasErrors ? entry : nil, cells.problems)
  }

  private func fill(_ entry: inout Entry, _ cells: inout ApplicationCells) {
    entry.nomination = nomination(&cells)
    entry.description = cells.text(.description, .long)
    entry.ageGroup = cells.text(.ageGroup, .short)
    entry.works = cells.count(.works)
    entry.leader = cells.text(.leader, .line)
    entry.territory = territory(&cells)
    entry.district = cells.text(.district, .line)
    entry.site = cells.text(.site, .line)
    entry.processingConsent = cells.flag(.processingConsent).map { Consent(isGiven: $0) }
    entry.publicationConsent = cells.flag(.publicationConsent).map { Consent(isGiven: $0) }
    entry.correctionNumber = cells.count(.correction) ?? 0
    let people = cells.names(.people).map { Person(name: $0) }
    let count = cells.count(.participants)
    if count != nil || !people.isEmpty {
      entry.participants = Participants(count: count ?? people.count, people: people)
    }
    SchoolCells.apply(&cells, to: &entry)
  }

  /// A nomination by its identifier or its title. What is neither is left to the rules as an identifier.
  private func nomination(_ cells: inout ApplicationCells) -> Identifier? {
    guard let text = cells.text(.nomination, .line) else { return nil }
    let identifier = Identifier(text)
    if let identifier, contest?.nomination(identifier) != nil { return identifier }
    if let named = contest?.nominations.first(where: { $0.title.nameKey == text.nameKey }) { return named.id }
    // In a check that does not see the contest a title cannot be looked up.
    if identifier != nil || contest == nil { return identifier }
    cells.report(
      .nomination, ContestCode.unknownNomination, ru: "такой номинации в конкурсе нет",
      en: "the contest has no such nomination",
      advice: LocalizedText(
        ru: "впишите обозначение или название номинации: laureat contest show \(contestID)",
        en: "write the id or the title of a nomination: laureat contest show \(contestID)"))
    return nil
  }

  /// A code of digits, or a title.
  private func territory(_ cells: inout ApplicationCells) -> Territory? {
    guard let text = cells.text(.territory, .line) else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x20 }) else { return Territory(title: text) }
    return cells.number(.territory, ExchangeCode.oktmo, lengths: [8, 11]) { text throws(NumberFault) in
      try OKTMO(text)
    }.map { Territory(oktmo: $0) }
  }

  private func required(_ column: ApplicationColumn, _ cells: inout ApplicationCells) -> String? {
    let text = cells.text(column, .line)
    if text == nil, !cells.has(column) { missing(column, &cells) }
    return text
  }

  private func missing(_ column: ApplicationColumn, _ cells: inout ApplicationCells) {
    cells.report(
      column, ExchangeCode.missingElement, ru: "ячейка пуста", en: "the cell is empty",
      advice: LocalizedText(ru: "заполните ячейку", en: "fill it in"))
  }
}

extension TableRow {
  /// An identifier for a row that has none: the same as long as the row says the same, wherever it stands.
  fileprivate func identifier(_ header: TableHeader) -> Identifier {
    let said = header.columns.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { column, number in
      self[number].map { "\(column.rawValue)=\($0.content)" }
    }
    let digest = Digest(of: Array(said.joined(separator: "\n").utf8)).description
    guard let identifier = Identifier("row-\(digest.prefix(16))") else { preconditionFailure("hexadecimal digits") }
    return identifier
  }
}

extension String {
  /// A title without its quotation marks and as people would read it the same.
  fileprivate var nameKey: String { String(loosened.filter { !"«»\"“”„".contains($0) }) }
}
