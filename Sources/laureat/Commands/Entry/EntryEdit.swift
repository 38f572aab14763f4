import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat entry edit E`: mends a typed application.
struct EntryEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: local(ru: "Исправить заявку.", en: "Mend an application."),
    discussion: examples([
      "laureat entry edit teplo-2020/413 --works 2 --district Центральный",
      "laureat entry edit teplo-2020/413 --participant \"Рао Вера, 2011-05-06\" --remove-participant \"Иванов Иван\"",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Номер заявки.", en: "Number of the entry."), valueName: "contest/n"))
  var entry: Registration

  @Option(
    help: ArgumentHelp(
      local(ru: "Убрать приложенный файл; можно несколько раз.", en: "Remove an attached file; may be repeated."),
      valueName: "name"))
  var removeFile: [String] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Убрать участника: «Имя» или «Имя, \(dayForm)»; можно несколько раз.",
        en: "Remove a participant: Name, or Name, \(dayForm); may be repeated."),
      valueName: "name"))
  var removeParticipant: [TypedPerson] = []

  @OptionGroup var fields: EntryFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let stored = try common.change(writing) { session, files in
      var stored = try session.entry(entry)
      let contest = try session.contest(entry.contest)
      if let erasure = try session.erasures.find(entry) { throw Failure([.erased(erasure)]) }
      if contest.status.isFinal { throw Failure([.resultsAreFixed(contest.id)]) }
      if stored.status == .withdrawn {
        throw Failure.refused(
          ExchangeCode.correctionConflict,
          LocalizedText(ru: "заявка отозвана и не исправляется", en: "the entry is withdrawn and not corrected"),
          advice: LocalizedText(ru: "запишите новую: laureat entry add", en: "type in a new one: laureat entry add"))
      }
      if try session.entries.isDecided(entry) { throw Failure([.resultsAreFixed(ExchangeCode.correctionTooLate)]) }
      let before = stored.entry
      try stored.entry.removeParticipants(removeParticipant.map(\.person))
      try fields.apply(to: &stored.entry, in: session)
      stored.entry.attachments.removeAll { removeFile.contains($0.name) }
      try files.attach(fields.files, to: &stored.entry, in: session)
      stored.entry = stored.entry.grouped(in: contest)
      guard stored.entry != before else { return stored }
      stored.entry.correctionNumber = try session.nextCorrection(of: stored)
      try settle(EntryRules.all.findings(in: stored.entry, of: contest))
      try session.entries.replace(entry, with: stored.entry, changedAt: Clock.now())
      try session.record("entry.edit", entry.description)
      return try session.entry(entry)
    }
    try common.print(stored.json, or: "\(stored.registration)\n")
  }
}

extension Session {
  /// The number of the next version: one up from what somebody else has, for it came in a message or was sent, however
  /// often it is worked on before it is sent.
  fileprivate func nextCorrection(of stored: StoredEntry) throws -> Int {
    let current = stored.entry.correctionNumber
    let known = stored.message == nil ? try sent.lastCorrection(of: stored.registration) : current
    return max(current, known.map { $0 + 1 } ?? 0)
  }
}
