import Contests
import Exchange
import Primitives
import Storage

/// What stands against places and prizes that are typed in: that others drew up the protocol, or that it was decided by
/// points otherwise.
struct TypedPlaces {
  private let contest: Contest
  /// The protocol that they are to stand in, where there is one already.
  private let minutes: ResultsProtocol?
  /// Nominations in which places were taken back, and nothing says what becomes of them.
  private let open: Set<Identifier?>
  private let others: OthersProtocols
  private let number: String

  init(_ contest: Contest, _ minutes: ProtocolReference, in session: Session) throws {
    self.contest = contest
    number = minutes.number
    others = try OthersProtocols(of: contest, in: session)
    self.minutes = try session.protocols.find(contest: contest.id, number: minutes.number)?.minutes
    // Without sheets nothing but a typed place can follow.
    open = try session.judging.hasSheets(in: contest.id) ? PlaceHistory(contest, in: session).open : []
  }

  /// - Parameter ageGroup: That of the entry.
  func findings(for winner: Winner, ageGroup: String?) -> [Diagnostic] {
    if let finding = others.finding(forAddingTo: number) { return [finding] }
    guard let place = winner.place else { return [] }
    let division = contest.division(nomination: winner.nomination, ageGroup: ageGroup)
    if let minutes, let decision = minutes.decisions.applying(to: division),
      decision.outcome != .decided || decision.withheld?.contains(place) == true || decision.revokedPlaces == .vacant
    {
      return [.notGivenBy(minutes.number)]
    }
    return open.contains(winner.nomination) ? [.revokedPlacesOpen(in: winner.nomination, of: contest)] : []
  }
}

extension Diagnostic {
  fileprivate static func notGivenBy(_ number: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts, .error,
      LocalizedText(
        ru: "протокол № \(number) это место не присуждает", en: "the protocol \(number) does not give this place"),
      advice: LocalizedText(
        ru:
          "если жюри решило иначе позже, укажите тот протокол; если решение записано неверно, возьмите его назад: laureat undo",
        en:
          "if the jury has decided otherwise since, name that protocol; if it was recorded wrongly, take it back: laureat undo"
      ))
  }
}
