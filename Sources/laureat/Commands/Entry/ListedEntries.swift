import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// What a list tells of an entry. Of a long list the rest is not kept.
struct ListedEntry {
  let registration: Registration
  let id: Identifier
  let nomination: Identifier?
  let nominationTitle: String?
  let title: String
  let applicant: String
  let district: String?
  let territory: String?
  let ageGroup: String?
  let status: EntryStatus
  let participants: Int?
  let works: Int?
  let submittedAt: Instant

  init(_ stored: StoredEntry, nominationTitle: String?) {
    registration = stored.registration
    id = stored.exchangeID
    nomination = stored.entry.nomination
    self.nominationTitle = nominationTitle
    title = stored.entry.title
    applicant = stored.entry.applicant.title
    district = stored.entry.district
    territory = stored.entry.territoryName
    ageGroup = stored.entry.ageGroup
    status = stored.status
    participants = stored.entry.participants?.count
    works = stored.entry.works
    submittedAt = stored.entry.submittedAt
  }

  var json: JSON {
    JSON.entryRow(
      registration: registration.description, id: id.description, contest: registration.contest.description,
      nomination: nomination?.description, title: title, applicant: applicant, territory: territory,
      status: status.rawValue, participants: participants, works: works, submittedAt: submittedAt)
  }
}

/// By what a list of entries goes; entries that are equal in it go by their numbers.
enum EntryOrder: String, ExpressibleByArgument, CaseIterable {
  case number, title, applicant, nomination, submitted
}

/// The entries of a list.
struct ListedEntries {
  private var entries: [ListedEntry] = []
  /// When one of them was last changed.
  private(set) var changedAt: Instant?
  /// The titles of nominations, contest by contest as they come up.
  private var titles: [Identifier: [Identifier: String]] = [:]

  mutating func add(_ stored: StoredEntry, in session: Session) throws {
    let title = try stored.entry.nomination.flatMap { try nominations(of: stored.registration.contest, session)[$0] }
    entries.append(ListedEntry(stored, nominationTitle: title))
    changedAt = max(changedAt ?? stored.changedAt, stored.changedAt)
  }

  private mutating func nominations(of contest: Identifier, _ session: Session) throws -> [Identifier: String] {
    if let known = titles[contest] { return known }
    let nominations = try session.contest(contest).nominations
    let byID = Dictionary(nominations.map { ($0.id, $0.title) }) { first, _ in first }
    titles[contest] = byID
    return byID
  }

  /// They came in the order of their numbers.
  mutating func sort(by order: EntryOrder) {
    switch order {
    case .number: break
    case .title: sort { RussianOrder($0.title) }
    case .applicant: sort { RussianOrder($0.applicant) }
    case .nomination: sort { RussianOrder($0.nominationTitle ?? "") }
    case .submitted: sort { $0.submittedAt }
    }
  }

  private mutating func sort<Key: Comparable>(_ key: (ListedEntry) -> Key) {
    let keys = entries.map(key)
    let order = entries.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
    entries = order.map { entries[$0] }
  }

  var json: JSON { .array(entries.map(\.json)) }

  var listing: Listing {
    let entries = entries
    return Listing(
      local(ru: "Заявки", en: "Entries"), columns: Self.columns, count: entries.count, total: total, Speech.language
    ) { entries[$0].cells }
  }

  private static var columns: [Listing.Column] {
    [
      .init(local(ru: "Номер", en: "Number")), .init(local(ru: "Номинация", en: "Nomination")),
      .init(local(ru: "Название номинации", en: "Title of the nomination"), isInFilesOnly: true),
      .init(local(ru: "Название", en: "Title"), .name), .init(local(ru: "Заявитель", en: "Applicant"), .name),
      .init(local(ru: "Возрастная группа", en: "Age group"), isInFilesOnly: true),
      .init(local(ru: "Район", en: "District"), isInFilesOnly: true),
      .init(local(ru: "Дата подачи", en: "Submitted"), isInFilesOnly: true),
      .init(local(ru: "Участников", en: "Participants"), .figure), .init(local(ru: "Работ", en: "Works"), .figure),
      .init(local(ru: "Состояние", en: "Status")),
    ]
  }

  /// Under the figures their sums; nothing under those that no entry states.
  private var total: [Cell] {
    func sum(_ figures: [Int?]) -> Cell {
      let stated = figures.compactMap { $0 }
      return stated.isEmpty ? .missing : .count(stated.reduce(0, +))
    }
    var cells = [Cell](repeating: .blank, count: Self.columns.count)
    cells[0] = .text(local(ru: "Всего", en: "Total"))
    cells[8] = sum(entries.map(\.participants))
    cells[9] = sum(entries.map(\.works))
    return cells
  }
}

extension ListedEntry {
  /// In the order of the columns.
  fileprivate var cells: [Cell] {
    func cell(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }
    func cell(_ count: Int?) -> Cell { count.map { .count($0) } ?? .missing }
    return [
      .text(registration.description), cell(nomination?.description), cell(nominationTitle), .text(title),
      .text(applicant), cell(ageGroup), cell(district ?? territory), .day(submittedAt.day), cell(participants),
      cell(works), .text(Format.name(status, Speech.language)),
    ]
  }
}
