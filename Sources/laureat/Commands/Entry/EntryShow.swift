import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

struct EntryShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: local(ru: "Показать заявку и её путь.", en: "Show an entry and its path."),
    discussion: examples(["laureat entry show teplo-2020/17", "laureat entry show teplo-2020/17 --json"]))

  @Argument(help: ArgumentHelp(local(ru: "Номер заявки.", en: "Number of the entry."), valueName: "contest/n"))
  var entry: Registration

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (stored, contest, outcomes) = try common.openStore().read { session in
      let stored = try session.entry(entry)
      let contest = try session.contest(entry.contest)
      return (stored, contest, try session.outcomes(of: stored, in: contest))
    }
    try common.print(
      stored.json(outcomes: outcomes),
      or: EntryPage(stored, in: contest, outcomes: outcomes).document.text(width: Terminal.width))
  }
}

extension Session {
  /// What an entry reached in the larger contest that its own is a stage of.
  func outcomes(of stored: StoredEntry, in contest: Contest) throws -> [Outcome] {
    guard let larger = contest.stageOf else { return [] }
    return try outcomes.list(application: stored.exchangeID).filter { outcome in
      outcome.contest.id.map { $0 == larger.id } ?? (outcome.contest.title == larger.title)
    }
  }
}
