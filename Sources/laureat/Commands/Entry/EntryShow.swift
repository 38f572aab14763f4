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
    let (stored, contest, path) = try common.openStore().read { session in
      let stored = try session.entry(entry)
      let contest = try session.contest(entry.contest)
      return (stored, contest, try EntryPath(stored, in: contest, session))
    }
    try common.print(
      stored.json(outcomes: path.outcomes, erasure: path.erasure).adding(path.json),
      or: EntryPage(stored, in: contest, path).document.text(width: Terminal.width))
  }
}

extension Session {
  /// What an entry reached in contests of higher bodies: in its own contest, where a higher body holds it, in the larger
  /// contest that its own is a stage of, and wherever it was sent on.
  func outcomes(of stored: StoredEntry, in contest: Contest) throws -> [Outcome] {
    let own = try outcomes.list(application: stored.exchangeID).filter { outcome in
      if let id = outcome.contest.id { return id == contest.id || id == contest.stageOf?.id }
      return outcome.contest.title == contest.stageOf?.title
    }
    let onward = try NextStage.id(of: stored.registration).map { try outcomes.list(application: $0) } ?? []
    return (own + onward).sorted { $0.decidedOn < $1.decidedOn }
  }
}
