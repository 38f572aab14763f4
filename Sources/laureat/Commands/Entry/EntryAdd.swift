import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat entry add`: an application that came on paper.
struct EntryAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: local(ru: "Записать заявку с бумаги.", en: "Type in an application from paper."),
    discussion: examples([
      "laureat entry add --contest teplo-2020 --nomination vesna --title \"Домик с балконом\" \\",
      "    --group \"Семья с ул. Мира, 5\" --participants 3 --works 1 --date 2020-03-10 --processing-consent",
      "laureat entry add --contest teplo-2020 --nomination vesna --title Скворечник --date 2020-03-10 \\",
      "    --person \"Рао Вера\" --birth-day 2011-05-06 --processing-consent",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    help: ArgumentHelp(
      local(ru: "Идентификатор; без него — по номеру.", en: "Identifier; by number without it.")))
  var id: Identifier?

  @Option(help: ArgumentHelp(local(ru: "День подачи.", en: "Day of submission."), valueName: dayForm))
  var date: Day

  @OptionGroup var fields: EntryFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let stored = try common.change(writing) { session, files in
      let contest = try session.contest(contest)
      if contest.status.isFinal { throw Failure([.resultsAreFixed(contest.id)]) }
      var entry = try entry(in: session, contest)
      try files.attach(fields.files, to: &entry, in: session)
      try settle(EntryRules.all.findings(in: entry, of: contest))
      let sender = try session.organisations.ourselves()?.id ?? contest.organiser.id
      let registration = try session.entries.registerIfNew(
        entry, sender: sender, on: date, changedAt: Clock.now())
      guard let registration else {
        throw Failure.refused(
          ExchangeCode.duplicateIdentifier,
          LocalizedText(ru: "заявка \(entry.id) уже записана", en: "there is an application \(entry.id) already"),
          advice: LocalizedText(
            ru: "дайте другой --id или исправьте прежнюю: laureat entry edit",
            en: "give another --id, or mend the first: laureat entry edit"))
      }
      try session.record("entry.add", registration.description)
      return try session.entry(registration)
    }
    try common.print(stored.json, or: "\(stored.registration)\n")
  }

  private func entry(in session: Session, _ contest: Contest) throws -> Entry {
    guard let applicant = try fields.applicant(in: session), let title = fields.title else {
      throw Failure.usage(
        LocalizedText(ru: "не указаны название или заявитель", en: "the title or the applicant is missing"),
        advice: LocalizedText(
          ru: "добавьте --title и --person, --group или --organisation",
          en: "add --title and --person, --group or --organisation"))
    }
    var entry = Entry(
      id: try id ?? freeID(in: session, contest), contest: contest.id, title: title, applicant: applicant,
      submittedAt: Instant(noonOf: date))
    try fields.apply(to: &entry, in: session)
    return entry.grouped(in: contest)
  }

  /// `typed-413`, or the next that is free: one that was not given must not meet one that was.
  private func freeID(in session: Session, _ contest: Contest) throws -> Identifier {
    var number = try session.contests.figures(of: contest).total.applications + 1
    while true {
      guard let candidate = Identifier("typed-\(number)") else { throw StoreError(.other, cause: "no identifier") }
      if try session.entries.find(contest: contest.id, exchangeID: candidate) == nil { return candidate }
      number += 1
    }
  }
}
