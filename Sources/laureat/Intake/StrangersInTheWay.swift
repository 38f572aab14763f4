import Contests
import Exchange
import Primitives
import Storage

/// The protocols of those who do not speak for a contest, where they are why another's cannot be taken who does.
struct StrangersInTheWay {
  /// What they give.
  let places: [StoredWinner]
  private let numbers: Set<String>
  private let speakers: ContestSpeakers
  private let contest: Identifier
  private let session: Session
  private var blamed: Set<String> = []
  /// The protocols that speak of an entry, with their days; nil until somebody asks.
  private var speaking: [Registration: [ProtocolReference]]?

  init(of contest: Identifier, heeding speakers: ContestSpeakers, _ sender: Identifier, in session: Session) throws {
    self.contest = contest
    self.speakers = speakers
    self.session = session
    let numbers = speakers.contains(sender) ? speakers.strangersProtocols : []
    self.numbers = numbers
    places =
      numbers.isEmpty
      ? []
      : try session.winners.list(contest: contest).filter {
        $0.revoked == nil && numbers.contains($0.winner.minutes.number)
      }
  }

  /// False where there is none, or one was found already: nothing will be taken then.
  var areSought: Bool { !numbers.isEmpty && blamed.isEmpty }

  /// Blames a protocol, if it is a stranger's.
  mutating func blame(_ number: String) {
    if numbers.contains(number) { blamed.insert(number) }
  }

  /// Blames those that speak of an entry, where it stands as they say.
  mutating func blame(forStatusOf entry: StoredEntry) throws {
    let protocols = try speaking ?? spoken()
    speaking = protocols
    for minutes in protocols[entry.registration] ?? [] where entry.history.changes.last?.date == minutes.date {
      blamed.insert(minutes.number)
    }
  }

  private func spoken() throws -> [Registration: [ProtocolReference]] {
    var spoken: [Registration: [ProtocolReference]] = [:]
    for number in numbers {
      guard let minutes = try session.protocols.find(contest: contest, number: number)?.minutes else { continue }
      try session.protocols.eachResult(contest: contest, number: number) { registration, _ in
        spoken[registration, default: []].append(minutes.reference)
      }
    }
    return spoken
  }

  /// Blames those that give something in the same nominations, or else all that give something.
  mutating func blame(forPlacesOf awards: [Winner]) {
    let nominations = Set(awards.map(\.nomination))
    let rivals = places.filter { nominations.contains($0.winner.nomination) }
    blamed.formUnion((rivals.isEmpty ? places : rivals).map(\.winner.minutes.number))
  }

  /// - Throws: ``IntakeRefusal`` where some are in the way.
  func refuse(at root: Diagnostic.Location?) throws {
    if blamed.isEmpty { return }
    throw IntakeRefusal(diagnostics: try blamed.sorted().map { try speakers.inTheWay($0).at(root) })
  }
}
