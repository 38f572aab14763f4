import Contests
import Exchange
import Primitives
import Storage

/// Who speaks for a contest: its organiser, whoever sent its announcement, and this office where nobody sent it. They
/// take back what was decided and decide anew; of one protocol also whoever sent it first does. Others only add.
struct ContestSpeakers {
  let organiser: Organisation
  private let speakers: Set<Identifier>
  /// Whose documents the protocols came in. What came before senders were noted is not among them.
  private let senders: [String: Identifier]
  /// A check does not know who sent what, and heeds everybody.
  private let heedsAll: Bool
  private let contest: Identifier
  private let session: Session

  init(of contest: Contest, _ context: IntakeContext) throws {
    self.contest = contest.id
    let session = context.session
    self.session = session
    heedsAll = context.mode == .check
    organiser = contest.organiser
    senders = try session.protocols.senders(contest: contest.id)
    var speakers = try session.contests.announcers(of: contest.id)
    if speakers.isEmpty, let ourselves = try session.organisations.ourselves() { speakers.insert(ourselves.id) }
    speakers.insert(contest.organiser.id)
    self.speakers = speakers
  }

  func contains(_ sender: Identifier) -> Bool { heedsAll || speakers.contains(sender) }

  /// True for a protocol that becomes this sender's: that of nobody known, and that of a stranger for whoever speaks.
  func isTakenOver(_ number: String, by sender: Identifier) -> Bool {
    senders[number] == nil || contains(sender) && stranger(behind: number) != nil
  }

  /// True for whoever may take back what a protocol gave.
  func mayTakeBack(_ number: String, _ sender: Identifier) -> Bool {
    contains(sender) || senders[number] == sender
  }

  /// True where what a protocol tells of another one counts: that its places were taken back.
  ///
  /// - Parameter sender: Whoever sends the other one now.
  func mayTell(_ number: String, of other: String, sentBy sender: Identifier) -> Bool {
    guard let teller = senders[number] else { return true }
    return mayTakeBack(other, teller) || teller == sender
  }

  /// Who sent a protocol without speaking for the contest.
  func stranger(behind number: String) -> Identifier? {
    senders[number].flatMap { contains($0) ? nil : $0 }
  }

  /// The protocols of those who do not speak for the contest.
  var strangersProtocols: Set<String> { Set(senders.keys.filter { stranger(behind: $0) != nil }) }

  /// That a protocol stands in the way of somebody who speaks for the contest, and how it is taken out.
  func inTheWay(_ number: String) throws -> Diagnostic {
    .inTheWay(
      number, of: stranger(behind: number) ?? organiser.id,
      event: try session.winners.acts(in: contest).protocols[number])
  }
}

extension Diagnostic {
  fileprivate static func inTheWay(_ number: String, of sender: Identifier, event: Int64?) -> Diagnostic {
    let command = "laureat undo \(event.map(String.init) ?? "N")"
    let search = LocalizedText(
      ru: event == nil ? " (номер записи — в laureat history)" : "",
      en: event == nil ? " (its number is in laureat history)" : "")
    return Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "этому мешает протокол № \(number): его прислал \(sender), который за конкурс не отвечает",
        en: "the protocol \(number) stands in the way: \(sender) sent it, who does not speak for the contest"),
      advice: LocalizedText(
        ru: "возьмите его назад: \(command)\(search[.russian]), затем примите этот файл ещё раз",
        en: "take it back: \(command)\(search[.english]), then take this file in again"))
  }

  /// Said of what was taken all the same.
  static func doesNotSpeak(_ sender: Identifier, for contest: Contest) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notTheOrganiser, .warning,
      LocalizedText(
        ru:
          "протокол прислал \(sender), а не организатор \(contest.organiser.id): решения записаны, но конкурс им не завершён",
        en:
          "\(sender) sent the protocol, not the organiser \(contest.organiser.id): it is recorded, and does not complete the contest"
      ),
      advice: LocalizedText(
        ru:
          "убедитесь у организатора, что решения верны; если это он поручил — laureat contest status \(contest.id) completed --date ДАТА",
        en:
          "ask the organiser whether it is right; if it was done on its behalf: laureat contest status \(contest.id) completed --date DATE"
      ))
  }

  /// Why nothing at all is taken of what somebody else sent.
  static func takenWholeOrNotAtAll(_ sender: Identifier, organiser: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "не принято: протокол прислал \(sender), не организатор, и часть решений здесь принять нельзя",
        en: "not taken: \(sender) sent the protocol, not the organiser, and some of it cannot be taken here"),
      advice: LocalizedText(
        ru: "попросите протокол у организатора: \(organiser)", en: "ask the organiser for the protocol: \(organiser)"))
  }

  static func notTheirsToRedecide(_ sender: Identifier, organiser: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notTheOrganiser,
      LocalizedText(
        ru: "отменённые места решает заново организатор, а протокол прислал \(sender)",
        en: "the organiser decides anew on revoked places, and \(sender) sent the protocol"),
      advice: LocalizedText(
        ru:
          "попросите протокол у организатора: \(organiser); если прежние протоколы конкурса прислал \(sender), примите сначала их",
        en: "ask the organiser for it: \(organiser); if \(sender) sent the earlier protocols too, take those in first"),
      field: "decision")
  }

  static func notTheirsToAdmit(_ sender: Identifier, organiser: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notTheOrganiser,
      LocalizedText(
        ru: "о допуске заявки здесь решено иначе, а протокол прислал \(sender), не организатор",
        en: "the admission is decided otherwise here, and \(sender) sent the protocol, not the organiser"),
      advice: LocalizedText(
        ru: "попросите протокол у организатора: \(organiser)", en: "ask the organiser for the protocol: \(organiser)"),
      field: "status")
  }
}
