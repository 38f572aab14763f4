import ArgumentParser
import Contests
import Exchange
import Primitives
import Storage

struct ExportApplications: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "applications",
    abstract: local(
      ru: "Заявки конкурса, или его победители на следующий этап.",
      en: "A contest's applications, or its winners for the next stage."),
    discussion: examples([
      "laureat export applications --contest teplo-2020 -o applications.xml",
      "laureat export applications --contest teplo-2020 --stage teplo-region-2020 -o winners.xml",
    ]))

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Передать победителей в конкурс следующего этапа.",
        en: "Send the winners on to the contest of the next stage."
      ), valueName: "id"))
  var stage: Identifier?

  @Option(
    help: ArgumentHelp(
      local(ru: "С --stage: номинация следующего этапа.", en: "With --stage: the nomination there."), valueName: "id"))
  var nomination: Identifier?

  @OptionGroup var options: ContestExportOptions

  func validate() throws {
    guard nomination == nil || stage != nil else {
      throw ValidationError(local(ru: "--nomination нужна только с --stage", en: "--nomination goes with --stage"))
    }
  }

  func run() throws {
    let store = try options.output.common.openStore()
    try store.read { session in
      let contest = try session.contest(options.contest)
      let outgoing = Outgoing(session, options.output, to: try options.addressee.organisation(in: session))
      let entriesChangedAt = try session.entries.changedAt(in: contest.id)
      var runs = Runs()
      var document: SentDocument
      if let stage {
        let winners = try NextStage(stage, of: contest, nomination: nomination, in: session).winners()
        let changedAt = [entriesChangedAt, try session.winners.changedAt(in: contest.id)].compactMap { $0 }.max()
        document = try outgoing.write(
          .applications, about: contest, for: stage, changedAt: winners.isEmpty ? nil : changedAt,
          records: { put in
            for (number, entry) in winners {
              runs.add(number)
              try put(Application.entry(entry))
            }
          }, add: { try $0.add($1) })
      } else {
        document = try outgoing.write(
          .applications, about: contest,
          changedAt: try entriesChangedAt ?? session.contests.changedAt(of: contest.id),
          records: { put in
            try session.entries.eachToSend(in: contest.id) { number, entry in
              runs.add(number)
              try put(Application.entry(entry))
            }
            try session.entries.eachToWithdraw(in: contest.id) { _, id, change in
              try put(.withdrawal(Withdrawal(id: id, date: change.date, reason: change.reason ?? "—")))
            }
          }, add: { try $0.add($1) })
      }
      document.entries = [contest.id: runs.all]
      return document
    }.note(in: store)
  }
}
