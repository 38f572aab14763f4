import ArgumentParser
import Contests
import Primitives
import Storage

/// `laureat jury close`: ends the work of the jury, even where some did not finish.
struct JuryClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: local(ru: "Закончить работу жюри.", en: "End the work of the jury."),
    discussion: examples([
      "laureat jury close --contest teplo-2020 --date 2020-04-05",
      "laureat jury close --contest teplo-2020 --reason \"двое заболели, кворум есть\"",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let page = try writing.change(common.openStore()) { session in
      let work = try JuryWork(of: contest, in: session)
      try work.mustGoOn()
      let duties = work.duties
      let missing = duties.missing.count
      if missing > 0 || !duties.unjudged.isEmpty {
        _ = try decision.needReason(
          LocalizedText(
            ru: "не все оценки выставлены: не хватает листов — \(missing), заявок без судей — \(duties.unjudged.count)",
            en:
              "not everything is judged: sheets missing — \(missing), entries without a juror — \(duties.unjudged.count)"
          ),
          code: ContestCode.sheetsMissing,
          advice: LocalizedText(
            ru:
              "кого ждать, скажет laureat jury progress --contest \(contest); чтобы закончить без них, добавьте --reason",
            en: "laureat jury progress --contest \(contest) says whose; to end without them, add --reason"))
      }
      let closing = JudgingClosing(date: try decision.day(), reason: decision.reason, missing: missing)
      try session.judging.close(closing, contest: contest, changedAt: Clock.now())
      try session.record("jury.close", contest.description, detail: missing == 0 ? nil : String(missing))
      return JuryProgressPage(try JuryWork(of: contest, in: session))
    }
    try common.print(page.json, or: page.text)
  }
}

/// `laureat jury reopen`: lets the jury go on.
struct JuryReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: local(ru: "Возобновить работу жюри.", en: "Let the jury go on."),
    discussion: examples(["laureat jury reopen --contest teplo-2020 --reason \"пришли листы по почте\""]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
  var reason: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let page = try writing.change(common.openStore()) { session in
      let work = try JuryWork(of: contest, in: session)
      try work.mustNotBeOver()
      guard try session.judging.reopen(contest: contest) else {
        throw Failure.refused(
          ContestCode.judgingClosed,
          LocalizedText(ru: "работа жюри и так не закончена", en: "the jury has not ended its work"),
          advice: LocalizedText(
            ru: "как она идёт: laureat jury progress --contest \(contest)",
            en: "see how it goes: laureat jury progress --contest \(contest)"))
      }
      try session.record("jury.reopen", contest.description, remark: reason)
      return JuryProgressPage(try JuryWork(of: contest, in: session))
    }
    try common.print(page.json, or: page.text)
  }
}
