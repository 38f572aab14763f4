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
      "laureat entry list --text скворечник --sort title",
      "laureat entry list --contest teplo-2020 -o entries.xlsx",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "The nomination."), valueName: "id"))
  var nomination: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Состояние.", en: "Status.")))
  var status: EntryStatus?

  @Option(help: ArgumentHelp(local(ru: "Район.", en: "District.")))
  var district: String?

  @Option(help: ArgumentHelp(local(ru: "Возрастная группа.", en: "Age group.")))
  var ageGroup: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Слова из названия или имени заявителя, в любой форме.",
        en: "Words of the title or the applicant's name, in any form.")))
  var text: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Порядок: number, title, applicant, nomination или submitted.",
        en: "Order: number, title, applicant, nomination or submitted.")))
  var sort = EntryOrder.number

  @OptionGroup var list: ListOptions

  func run() throws {
    let entries = try list.common.openStore().read { session in
      if let contest { _ = try session.contest(contest) }
      let filter = EntryFilter(
        contest: contest, nomination: nomination, status: status, district: district, ageGroup: ageGroup)
      var entries = ListedEntries()
      let search = text.map { TextSearch($0) }
      try session.entries.each(filter) { stored in
        if let search, !search.finds(in: [stored.entry.title, stored.entry.applicant.title]) { return }
        try entries.add(stored, in: session)
      }
      entries.sort(by: sort)
      return entries
    }
    try list.write(entries.listing, json: entries.json, changed: entries.changedAt)
  }
}

extension StoredEntry {
  var json: JSON { ListedEntry(self, nominationTitle: nil).json }

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
