import Contests
import Primitives
import Storage

/// What a protocol tells of places beside those it gave and that still stand.
extension PlaceHistory {
  typealias Told = (place: StoredWinner, as: ProtocolResult.EarlierPlace)

  /// The places and prizes of a protocol that were taken back since. Every protocol tells them, whatever it was decided by and
  /// whoever drew it up.
  func revoked(of minutes: ResultsProtocol) -> [Told] {
    all.filter { $0.winner.minutes.number == minutes.number && $0.revoked != nil }.map { ($0, .init($0)) }
  }

  /// What other protocols had given, as it was when this one was drawn up: places do not follow from the points without it.
  func before(_ minutes: ResultsProtocol) -> [Told] {
    places.filter { $0.winner.minutes.number != minutes.number }.compactMap { place in
      earlierPlace(place, as: minutes).map { (place, $0) }
    }
  }

  private func earlierPlace(_ place: StoredWinner, as minutes: ResultsProtocol) -> ProtocolResult.EarlierPlace? {
    var told = ProtocolResult.EarlierPlace(place)
    let nomination = place.winner.nomination
    switch minutes.revokedPlaces[nomination] {
    case .movedUp, .vacant:
      if counts(place, as: minutes) {
        told.movedUpBy = movedUp(to: place, before: minutes)
        return told
      }
      if wasTakenBack(place, before: minutes) { return told }
      guard isBefore(place, minutes), stood(place, at: minutes) else { return nil }
    case .anew: return wasTakenBack(place, before: minutes) ? told : nil
    case nil:
      if gives(minutes, in: nomination), counts(place, as: minutes) {
        told.movedUpBy = movedUp(to: place, before: minutes)
        return told
      }
      guard isBeside(place, minutes) else { return nil }
    }
    // Whatever became of it since, it stood.
    told.revocation = nil
    return told
  }

  /// True where the places of the nomination were typed in, and are split over several protocols of which this gave one.
  func isBeside(_ place: StoredWinner, _ minutes: ResultsProtocol) -> Bool {
    guard gives(minutes, in: place.winner.nomination), stoodBeside(place, minutes) else { return false }
    // What was recorded by mistake gives way to what was recorded in its stead.
    return place.revoked?.ground != .mistake
      || !places.contains { later in
        wasGiven(later, inSteadOf: place) && later.winner.nomination == place.winner.nomination
          && (later.winner.entry == place.winner.entry || later.winner.place == place.winner.place)
          && stoodBeside(later, minutes)
      }
  }

  /// True for a protocol that gave places of a nomination, and does not say that it decides it: these were typed in.
  private func gives(_ minutes: ResultsProtocol, in nomination: Identifier?) -> Bool {
    minutes.isSilent(on: nomination)
      && places.contains { $0.winner.minutes.number == minutes.number && $0.winner.nomination == nomination }
  }

  private func stoodBeside(_ place: StoredWinner, _ minutes: ResultsProtocol) -> Bool {
    let nomination = place.winner.nomination
    if isBefore(place, minutes) { return stood(place, at: minutes) }
    let giving = protocols.first { $0.number == place.winner.minutes.number }
    return (giving?.isSilent(on: nomination) ?? true) && !isRedecided(nomination, from: minutes, to: place)
  }
}

extension ResultsProtocol {
  /// True where the protocol gives places at most, and does not say that it decides the nomination.
  fileprivate func isSilent(on nomination: Identifier?) -> Bool {
    !decisions.contains { $0.nomination == nomination }
  }
}

extension ProtocolResult.EarlierPlace {
  /// As it is now. The prize that goes with a place is not told: the place says it.
  init(_ given: StoredWinner) {
    let winner = given.winner
    self.init(
      nomination: winner.nomination, place: winner.place, prize: winner.place == nil ? winner.prize : nil,
      minutes: winner.minutes.number,
      revocation: given.revoked.map { .init(date: $0.date, ground: $0.ground) })
  }
}
