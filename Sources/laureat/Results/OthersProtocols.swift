import Contests
import Exchange
import Primitives
import Storage

/// The protocols of a contest by which others decided: another organiser's, which came as the document of another
/// office.
///
/// A decision is taken back by the body that took it; whoever received its protocol receives the one that tells so.
/// What was typed from paper, read from a table or brought by a document of our own is ours, and so is what others sent
/// on a contest that we organise.
struct OthersProtocols {
  /// Who sent them, by their numbers.
  private let senders: [String: Identifier]
  /// What was typed stays ours where its protocol came as a document later.
  private let givenHere: Set<Int64>

  init(of contest: Contest, in session: Session) throws {
    let ourselves = try session.sender(about: contest).id
    var senders: [String: Identifier] = [:]
    let known = try session.protocols.senders(contest: contest.id)
    for stored in try session.protocols.list(contest: contest.id)
    where stored.isImported && stored.minutes.organiser.id != ourselves {
      // What came before senders were noted may be our own.
      if let sender = known[stored.minutes.number], sender != ourselves { senders[stored.minutes.number] = sender }
    }
    self.senders = senders
    givenHere = try session.winners.givenHere(in: contest.id)
  }

  /// - Returns: nil where what a protocol gave is ours to take back.
  func finding(forRevoking held: StoredWinner) -> Diagnostic? {
    if givenHere.contains(held.id) { return nil }
    let number = held.winner.minutes.number
    return senders[number].map { .givenByOthers(number, $0) }
  }

  /// - Returns: nil where something may be written into a protocol here.
  func finding(forAddingTo number: String) -> Diagnostic? {
    senders[number].map { _ in .protocolWasReceived(number) }
  }
}

extension Diagnostic {
  fileprivate static func givenByOthers(_ number: String, _ sender: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notTheOrganiser,
      LocalizedText(
        ru: "протокол № \(number) прислан отправителем \(sender): своё решение отменяет тот, кто его принял",
        en: "the protocol \(number) was sent by \(sender): a decision is taken back by the body that took it"),
      advice: LocalizedText(
        ru:
          "попросите отправителя отменить место у себя и прислать протокол заново, затем примите его: laureat import; если весь протокол принят по ошибке — laureat undo",
        en:
          "ask the sender to take the place back and to send the protocol anew, then take it in: laureat import; if all of it came in by mistake: laureat undo"
      ))
  }

  static func protocolWasReceived(_ number: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "протокол № \(number) получен документом, его решения здесь не меняют",
        en: "the protocol \(number) came as a document; its decisions are not changed here"),
      advice: LocalizedText(ru: "укажите другой номер: --protocol", en: "give another number: --protocol"))
  }
}
