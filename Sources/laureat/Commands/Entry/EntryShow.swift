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
    let (stored, contest, outcomes, erasure) = try common.openStore().read { session in
      let stored = try session.entry(entry)
      let contest = try session.contest(entry.contest)
      return (stored, contest, try session.outcomes(of: stored, in: contest), try session.erasures.find(entry))
    }
    try common.print(
      stored.json(outcomes: outcomes, erasure: erasure),
      or: EntryPage(stored, in: contest, outcomes: outcomes, erasure: erasure).document.text(width: Terminal.width))
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
