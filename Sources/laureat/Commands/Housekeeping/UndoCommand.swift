import ArgumentParser
import Exchange
import Primitives
import Reports
import Storage

/// `laureat undo ID`: takes back what an event did, unless something later builds on it.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: local(ru: "Взять назад приём файла или действие.", en: "Take back an import or an act."),
    discussion: examples(["laureat undo 12 --dry-run", "laureat undo 12 --reason \"не тот файл\""]))

  @Argument(
    help: ArgumentHelp(local(ru: "Номер события: laureat history.", en: "Number of the event: laureat history.")))
  var event: Int

  @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
  var reason: String?

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let store = try common.openStore()
    let undone: Undone
    do {
      undone = try writing.change(store) { session in
        let settled = try SettledLedgers(in: session)
        let undone = try Undo(Int64(event), in: session).run(reason: reason, actor: Actor.name, at: Clock.now())
        try settled.check(in: session, reason: reason)
        return undone
      }
    } catch let refusal as UndoRefusal {
      throw Failure([refusal.diagnostic])
    }
    if !writing.dryRun { try common.shelf.sweep(for: store) }
    let what = undone.event.summary[Speech.language]
    try common.print(
      [
        "event": undone.event.json, "restored": .integer(undone.restored), "removed": .integer(undone.removed),
        "by": .integer(Int(undone.by)),
      ],
      or: local(
        ru:
          "взято назад: № \(undone.event.id), \(what); записей убрано \(undone.removed), возвращено \(undone.restored)\n",
        en: "taken back: no. \(undone.event.id), \(what); rows removed \(undone.removed), restored \(undone.restored)\n"
      ))
  }
}
