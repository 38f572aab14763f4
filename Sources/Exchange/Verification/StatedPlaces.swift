internal import Contests
internal import Primitives

/// The places that a protocol states by points, as they were when it was drawn up.
struct StatedPlaces {
  struct Place: Hashable {
    var nomination: Identifier?
    var place: Int
  }

  private var stated: [Identifier: [Place]] = [:]
  private var lost: [Identifier: [Place]] = [:]
  /// Who lost a place to which the next ones had moved up before this protocol.
  private var passed: [Identifier?: Set<Identifier>] = [:]
  private let choices: [Identifier?: RevokedPlaces]
  /// The nominations that the protocol says it decides. In the others it gives places at most, which were typed in.
  private let decided: Set<Identifier?>

  init(_ minutes: ResultsProtocol, _ results: [ProtocolResult]) {
    choices = minutes.revokedPlaces
    decided = Set(minutes.decisions.map(\.nomination))
    for result in results {
      let given = result.awards.compactMap { award in
        award.place.map { Place(nomination: award.nomination ?? result.nomination, place: $0) }
      }
      var earlier: [Place] = []
      var takenBack: [Place] = []
      for place in result.earlierPlaces {
        // A prize without a place follows from no points.
        guard let rank = place.place else { continue }
        let told = Place(nomination: place.nomination ?? result.nomination, place: rank)
        if place.minutes == minutes.number {
          // Given here, and taken back since; what was given in its stead counts.
          if place.revocation != nil, !given.contains(where: { $0.nomination == told.nomination }) {
            takenBack.append(told)
          }
        } else if !decided.contains(told.nomination) || [.movedUp, .vacant].contains(choices[told.nomination]) {
          // Places that were typed in may be split over several protocols, beside what earlier ones have decided.
          if place.revocation.map({ $0.date > minutes.date }) ?? true {
            earlier.append(told)
          } else if let ground = place.revocation?.ground, ground != .moved, ground != .mistake {
            // Whoever moved has lost nothing, and what was a mistake had never been given.
            lost[result.id, default: []].append(told)
            if place.movedUpBy != nil { passed[told.nomination, default: []].insert(result.id) }
          }
        }
      }
      // Of several that were taken back the last counts, where nothing was given in its stead.
      takenBack.removeAll { place in earlier.contains { $0.nomination == place.nomination } }
      stated[result.id] = given + earlier + takenBack.suffix(1)
    }
  }

  var nominations: Set<Identifier?> { Set(stated.values.joined().map(\.nomination)) }

  func of(_ entry: Identifier) -> [Place] { stated[entry] ?? [] }

  /// Entries that lost a place, and before which the next ones move up.
  var excluded: [Identifier?: Set<Identifier>] {
    lost.reduce(into: passed) { excluded, entry in
      for place in entry.value where choices[place.nomination] == .movedUp {
        if of(entry.key).contains(where: { $0.nomination == place.nomination }) { continue }
        excluded[place.nomination, default: []].insert(entry.key)
      }
    }
  }

  /// Entries that lost a place which stays vacant.
  var vacated: [Identifier?: Set<Identifier>] {
    lost.reduce(into: [:]) { vacated, entry in
      for place in entry.value where leavesVacant(place.nomination) {
        if of(entry.key).contains(where: { $0.nomination == place.nomination }) { continue }
        vacated[place.nomination, default: []].insert(entry.key)
      }
    }
  }

  /// True for a decision on what becomes of revoked places, where none is told.
  func answersNothing(_ decision: ResultsProtocol.Decision) -> Bool {
    guard let choice = decision.revokedPlaces, choice != .anew else { return false }
    return !lost.values.joined().contains { $0.nomination == decision.nomination }
  }

  /// True for a place that was taken back and stays vacant.
  func isVacant(_ place: Place, of entry: Identifier) -> Bool {
    leavesVacant(place.nomination) && lost[entry]?.contains(place) == true
  }

  /// What is typed in beside revoked places leaves them as an earlier protocol has decided.
  private func leavesVacant(_ nomination: Identifier?) -> Bool {
    choices[nomination] == .vacant || !decided.contains(nomination)
  }
}
