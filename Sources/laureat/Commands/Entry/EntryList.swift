import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

struct EntryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список заявок.", en: "List entries."),
    discussion: examples([
      "laureat entry list --contest teplo-2020 --status registered",
      "laureat entry list --text скворечник --json",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "The nomination."), valueName: "id"))
  var nomination: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Состояние.", en: "Status.")))
  var status: EntryStatus?

  @Option(help: ArgumentHelp(local(ru: "Район.", en: "District.")))
  var district: String?

  @Option(
    help: ArgumentHelp(local(ru: "Часть названия или имени заявителя.", en: "Part of a title or an applicant's name.")))
  var text: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let entries = try common.openStore().read { session in
      if let contest { _ = try session.contest(contest) }
      return try session.entries.list(
        EntryFilter(contest: contest, nomination: nomination, status: status, district: district, text: text))
    }
    try common.print(.array(entries.map(\.json)), or: table(entries))
  }

  private func table(_ entries: [StoredEntry]) -> String {
    TextTable(
      [
        .init(local(ru: "Номер", en: "Number")), .init(local(ru: "Номинация", en: "Nomination")),
        .flexible(local(ru: "Название", en: "Title")), .flexible(local(ru: "Заявитель", en: "Applicant")),
        .number(local(ru: "Участников", en: "Participants")), .number(local(ru: "Работ", en: "Works")),
        .init(local(ru: "Состояние", en: "Status")),
      ],
      rows: entries.map { stored in
        [
          stored.registration.description, stored.entry.nomination?.description ?? "—", stored.entry.title,
          stored.entry.applicant.title, stored.entry.participants.map { String($0.count) } ?? "—",
          stored.entry.works.map(String.init) ?? "—", Format.name(stored.status, Speech.language),
        ]
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}

extension StoredEntry {
  var json: JSON {
    JSON.entryRow(
      registration: registration.description, id: exchangeID.description, contest: registration.contest.description,
      nomination: entry.nomination?.description, title: entry.title, applicant: entry.applicant.title,
      territory: entry.territoryName, status: status.rawValue, participants: entry.participants?.count,
      works: entry.works, submittedAt: entry.submittedAt)
  }

  /// - Parameter erasure: told under `erased`, where there was one.
  func json(outcomes: [Outcome], erasure: Erasure?) -> JSON {
    JSON.entry(
      registration: registration.description, id: exchangeID.description, contest: registration.contest.description,
      nomination: entry.nomination?.description, title: entry.title, applicant: entry.applicant.title,
      territory: entry.territoryName, status: status.rawValue, participants: entry.participants?.count,
      works: entry.works, submittedAt: entry.submittedAt, achievements: entry.achievements.map(\.json),
      outcomes: outcomes.map(\.json), history: history.changes.map { JSON.change($0) }, erased: erasure?.json)
  }
}

extension Erasure {
  var json: JSON {
    ["date": JSON(date), "reason": .string(reason), "event": .integer(Int(event))]
  }
}

extension Entry {
  /// The district where one is stated, else the territory by name or code.
  var territoryName: String? { district ?? territory?.title ?? territory?.oktmo?.description }
}
