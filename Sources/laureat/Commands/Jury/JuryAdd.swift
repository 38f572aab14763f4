import ArgumentParser
import Contests
import Primitives
import Storage

/// `laureat jury add`: a new member, in mid-round too: what the others gave stays.
struct JuryAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: local(ru: "Ввести в жюри.", en: "Add a member."),
    discussion: examples([
      "laureat jury add --contest teplo-2020 --juror petrova --name \"Петрова А. А.\" --role chair --post \"директор школы\"",
      "laureat jury add --contest teplo-2020 --juror orlov --name \"Орлов П. С.\" --nomination vesna --reason \"вместо заболевшего\"",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    name: [.customLong("juror"), .customLong("id")],
    help: ArgumentHelp(local(ru: "Обозначение члена жюри.", en: "Identifier of the juror."), valueName: "id"))
  var id: Identifier

  @Option(help: ArgumentHelp(local(ru: "Фамилия и инициалы.", en: "Name.")), transform: TypedText.line)
  var name: String

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Роль; секретарь ведёт протокол и баллов не ставит.",
        en: "Role; the secretary keeps the minutes and gives no points.")))
  var role = Juror.Role.member

  @Option(
    help: ArgumentHelp(local(ru: "Должность и место работы.", en: "Position and place of work.")),
    transform: TypedText.line)
  var post: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Судит только эту номинацию; можно несколько раз.", en: "Judges only this one; may be repeated."),
      valueName: "id"))
  var nomination: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Почему состав меняется; нужна, когда жюри уже работает.",
        en: "Why the jury changes; needed once it is at work.")), transform: TypedText.line)
  var reason: String?

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let jury = try writing.change(common.openStore()) { session in
      let work = try JuryWork(of: contest, in: session)
      try work.mustGoOn()
      if work.hasBegun, reason == nil {
        throw Failure.refused(
          ContestCode.reasonMissing,
          LocalizedText(
            ru: "жюри уже работает: нужна причина, почему меняется состав",
            en: "the jury is at work: say why it changes"),
          advice: LocalizedText(ru: "добавьте --reason", en: "add --reason"))
      }
      var contest = work.contest
      contest.jury.append(Juror(id: id, name: name, role: role, post: post, nominations: nomination))
      try settle(ContestRulebook.all.findings(in: contest))
      try session.contests.save(contest, changedAt: Clock.now())
      try session.record("jury.add", contest.id.description, detail: id.description, remark: reason)
      let shared = nominationsSharedOut(work)
      if role != .secretary, shared { DiagnosticPrinter.show([.nothingAssignedYet(id, contest.id)]) }
      return JuryTable(try JuryWork(of: contest.id, in: session))
    }
    try common.print(jury.json, or: jury.text)
  }

  private func nominationsSharedOut(_ work: JuryWork) -> Bool {
    work.distribution.nominations.contains { nomination in
      self.nomination.isEmpty || nomination.map(self.nomination.contains) ?? true
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingAssignedYet(_ juror: Identifier, _ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.jurorNotAssigned, .note,
      LocalizedText(
        ru: "заявки уже распределены, и у \(juror) пока нет ни одной",
        en: "the entries are shared out already, and \(juror) has none of them yet"),
      advice: LocalizedText(
        ru: "распределите заново, выставленные оценки останутся: laureat jury assign --contest \(contest)",
        en: "share them out again, sheets stay where they are: laureat jury assign --contest \(contest)"))
  }
}
