import ArgumentParser
import Contests
import Primitives
import Storage

/// `laureat jury remove`: takes out a member who has done nothing yet.
struct JuryRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: local(ru: "Вывести из жюри.", en: "Take a member out."),
    discussion: examples(["laureat jury remove --contest teplo-2020 --juror orlov --reason \"отказался\""]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Член жюри.", en: "The juror."), valueName: "id"))
  var juror: Identifier

  @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
  var reason: String?

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let jury = try writing.change(common.openStore()) { session in
      let work = try JuryWork(of: contest, in: session)
      try work.mustGoOn()
      _ = try work.contest.knownJuror(juror)
      // A protocol tells who judged what; whose sheets and recusals there are must be known to it.
      if work.sheets.contains(where: { $0.juror == juror }) || work.recusals.contains(where: { $0.juror == juror }) {
        throw Failure([.hasWorked(juror, contest)])
      }
      for assignment in work.distribution.assignments.sorted() where assignment.juror == juror {
        try session.judging.unassign(assignment, contest: contest)
      }
      var changed = work.contest
      changed.jury.removeAll { $0.id == juror }
      try settle(ContestRulebook.all.findings(in: changed))
      try session.contests.save(changed, changedAt: Clock.now())
      try session.record("jury.remove", contest.description, detail: juror.description, remark: reason)
      return JuryTable(try JuryWork(of: contest, in: session))
    }
    try common.print(jury.json, or: jury.text)
  }
}

extension Diagnostic {
  fileprivate static func hasWorked(_ juror: Identifier, _ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.jurorHasWorked,
      LocalizedText(
        ru: "\(juror) уже ставил оценки или брал самоотвод, из состава его не вывести",
        en: "\(juror) has given points or stepped back from an entry, and stays in the jury"),
      advice: LocalizedText(
        ru: "если его оценки не должны учитываться, запишите самоотвод: laureat jury recuse --contest \(contest)"
          + " --juror \(juror) --entry …",
        en: "if his points must not count, record that he steps back: laureat jury recuse --contest \(contest)"
          + " --juror \(juror) --entry …"))
  }
}
