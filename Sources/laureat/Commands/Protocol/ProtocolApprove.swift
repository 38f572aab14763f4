import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat protocol approve`: by which act the results were approved, once there is one.
struct ProtocolApprove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: local(ru: "Записать, чем утверждены итоги.", en: "Record what approves the results."),
    discussion: examples([
      "laureat protocol approve --contest teplo-2020 --protocol 4 --title распоряжение --number 112-р --date 2020-04-06"
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(
      local(ru: "Номер протокола, если их несколько.", en: "Number of the protocol, where there are several."),
      valueName: "number"))
  var chosen: String?

  @Option(
    help: ArgumentHelp(local(ru: "Что утверждает: распоряжение, приказ.", en: "The act: an ordinance, an order.")),
    transform: TypedText.line)
  var title: String

  @Option(help: ArgumentHelp(local(ru: "Номер акта.", en: "Number of the act.")), transform: TypedText.short)
  var number: String?

  @Option(help: ArgumentHelp(local(ru: "День акта.", en: "Day of the act."), valueName: dayForm))
  var date: Day

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let minutes = try writing.change(common.openStore()) { session in
      let contest = try session.contest(contest)
      let stored = try session.storedProtocol(chosen, of: contest)
      if stored.isImported { throw Failure([.approvedElsewhere(stored.minutes.number)]) }
      if date < stored.minutes.date { throw Failure([.actBeforeProtocol]) }
      if date > Clock.now().day { throw Failure([.actInFuture]) }
      var minutes = stored.minutes
      minutes.approvingAct = ApprovingAct(title: title, number: number, date: date)
      try session.protocols.save(minutes, contest: contest.id, imported: false, changedAt: Clock.now())
      try session.record("protocol.approve", contest.id.description, detail: minutes.number)
      return minutes
    }
    try common.print(
      ["contest": JSON(contest), "number": .string(minutes.number), "title": .string(title), "date": JSON(date)],
      or: local(
        ru: "протокол № \(minutes.number): записано, чем утверждены итоги\n",
        en: "protocol \(minutes.number): its approving act is recorded\n"))
  }
}

extension Diagnostic {
  fileprivate static func approvedElsewhere(_ number: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "протокол № \(number) получен документом, здесь он не меняется",
        en: "the protocol \(number) came as a document; it is not changed here"),
      advice: LocalizedText(
        ru: "попросите отправителя прислать протокол с утверждающим актом",
        en: "ask its sender for the protocol with the approving act"))
  }

  fileprivate static let actBeforeProtocol = Diagnostic(
    ContestCode.protocolDayDiffers,
    LocalizedText(ru: "акт раньше протокола, который он утверждает", en: "the act is of a day before the protocol"),
    advice: LocalizedText(ru: "проверьте --date", en: "check --date"))

  fileprivate static let actInFuture = Diagnostic(
    ContestCode.dayInFuture, LocalizedText(ru: "день ещё не наступил", en: "the day has not come yet"),
    advice: LocalizedText(ru: "проверьте --date", en: "check --date"))
}
