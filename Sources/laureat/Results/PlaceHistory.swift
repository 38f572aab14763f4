import Contests
import Primitives
import Storage

/// The places that protocols gave in a contest by points, those taken back among them.
struct PlaceHistory {
  /// Those of nominations that take applications, as they were given.
  private let places: [StoredWinner]
  /// In their order.
  private let protocols: [ResultsProtocol]
  private let order: [String: Int]

  init(_ contest: Contest, in session: Session) throws {
    places = try session.winners.list(contest: contest.id).filter { place in
      place.winner.place != nil
        && (place.winner.nomination.flatMap { contest.nomination($0) }?.acceptsApplications ?? true)
    }.sorted { $0.id < $1.id }
    protocols = try session.protocols.list(contest: contest.id).map(\.minutes)
    order = Dictionary(
      protocols.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nominations that a protocol has decided, or given a place in.
  var decided: Set<Identifier?> {
    Set(protocols.flatMap { $0.decisions.map(\.nomination) } + standing.map(\.winner.nomination))
  }

  /// Nominations in which places were taken back, and nothing has been decided on them since.
  var open: Set<Identifier?> {
    let nominations = Set(places.map(\.winner.nomination))
    return nominations.filter { nomination in lost(in: nomination).contains { !isSettled($0) } }
  }

  /// True where places were taken back that these entries may get: they hold none.
  func isOpen(_ entries: [Identifier], in nomination: Identifier?) -> Bool {
    open.contains(nomination) && Set(standing(in: nomination).map(\.winner.entry)).isDisjoint(with: entries)
  }

  private var standing: [StoredWinner] { places.filter { $0.revoked == nil } }

  func standing(in nomination: Identifier?) -> [StoredWinner] {
    standing.filter { $0.winner.nomination == nomination }
  }

  /// The places that the last decision on a nomination withheld.
  func withheld(in nomination: Identifier?) -> [Int]? {
    protocols.flatMap(\.decisions).last { $0.nomination == nomination }?.withheld
  }

  /// The places of a protocol that were taken back, and what was given before it.
  func told(by minutes: ResultsProtocol) -> [StoredWinner] {
    let redecided = Dictionary(
      minutes.decisions.map { ($0.nomination, $0.revokedPlaces) }, uniquingKeysWith: { first, _ in first })
    return places.filter { place in
      if place.winner.minutes.number == minutes.number { return place.revoked != nil }
      guard let choice = redecided[place.winner.nomination] ?? nil, isBefore(place, minutes) else { return false }
      if stood(place, at: minutes) { return choice != .anew }
      return !later(than: place, until: minutes).contains(.anew)
    }
  }

  /// Those that had been given by an earlier protocol and stood when a protocol was drawn up.
  func standing(before minutes: ResultsProtocol) -> [StoredWinner] {
    places.filter { isBefore($0, minutes) && stood($0, at: minutes) }
  }

  /// The places of a nomination that were taken back from entries that hold none there now; what was recorded by mistake
  /// had never been given, and what was decided anew is over.
  func lost(in nomination: Identifier?, before minutes: ResultsProtocol? = nil) -> [StoredWinner] {
    let holders = Set(standing(in: nomination).map(\.winner.entry))
    return places.filter { place in
      place.winner.nomination == nomination && !(minutes == nil && holders.contains(place.winner.entry))
        && counts(place, as: minutes)
    }
  }

  private func counts(_ place: StoredWinner, as minutes: ResultsProtocol?) -> Bool {
    guard let revoked = place.revoked, revoked.ground != .moved, revoked.ground != .mistake else { return false }
    if let minutes, !isBefore(place, minutes) || revoked.date > minutes.date { return false }
    return !later(than: place, until: minutes).contains { $0 == .anew }
  }

  private func isSettled(_ place: StoredWinner) -> Bool {
    guard let revoked = place.revoked else { return true }
    return protocols.contains { minutes in
      isBefore(place, minutes) && revoked.date <= minutes.date
        && minutes.decisions.contains { $0.nomination == place.winner.nomination && $0.revokedPlaces != nil }
    }
  }

  /// What later protocols have made of revoked places in the nomination.
  private func later(than place: StoredWinner, until minutes: ResultsProtocol?) -> [RevokedPlaces] {
    protocols.filter { later in
      isBefore(place, later) && (minutes.map { (order[later.number] ?? 0) < (order[$0.number] ?? 0) } ?? true)
    }.flatMap(\.decisions).filter { $0.nomination == place.winner.nomination }.compactMap(\.revokedPlaces)
  }

  private func isBefore(_ place: StoredWinner, _ minutes: ResultsProtocol) -> Bool {
    guard let given = order[place.winner.minutes.number], let other = order[minutes.number] else { return false }
    return given < other
  }

  private func stood(_ place: StoredWinner, at minutes: ResultsProtocol) -> Bool {
    place.revoked.map { $0.date > minutes.date } ?? true
  }
}
