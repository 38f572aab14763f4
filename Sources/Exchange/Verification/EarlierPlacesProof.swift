internal import Contests
internal import Primitives

/// Whether what a protocol tells of places given before it, or taken back since, can have been so: no point tells, and yet
/// whoever lost a place stands in nobody's way.
struct EarlierPlacesProof {
  private let minutes: ResultsProtocol
  private let results: [ResultProof]
  private let contest: Contest
  private let told: [Told]
  private let decided: Set<Identifier?>
  private let choices: [Identifier?: RevokedPlaces]

  /// A place with whose it is, as the protocol tells it.
  private struct Told {
    var proof: ResultProof
    var division: Division
    var place: Int
    var minutes: String
    var revocation: ProtocolResult.EarlierPlace.Revocation?
    /// Nil for what the protocol gives.
    var field: String?
  }

  init(_ minutes: ResultsProtocol, _ results: [ResultProof]) {
    let contest = minutes.contestAsDecided
    self.minutes = minutes
    self.results = results
    self.contest = contest
    decided = Set(minutes.decisions.map(\.nomination))
    choices = minutes.revokedPlaces
    told = results.flatMap { proof -> [Told] in
      let result = proof.result
      func told(_ nomination: Identifier?, _ place: Int, _ number: String) -> Told {
        let division = contest.division(nomination: nomination ?? result.nomination, ageGroup: result.ageGroup)
        return Told(proof: proof, division: division, place: place, minutes: number)
      }
      return result.awards.compactMap { award in award.place.map { told(award.nomination, $0, minutes.number) } }
        + result.earlierPlaces.enumerated().compactMap { index, earlier in
          guard let place = earlier.place else { return nil }
          var told = told(earlier.nomination, place, earlier.minutes)
          told.revocation = earlier.revocation
          told.field = "earlierPlace[\(index + 1)]"
          return told
        }
    }
  }

  func findings() -> [Diagnostic] {
    // Nearly every protocol is the first of its contest, and nothing was taken back.
    guard results.contains(where: { !$0.result.earlierPlaces.isEmpty }) else { return [] }
    return dayFindings() + movedFindings() + prizeFindings() + unansweredFindings() + anewFindings()
  }

  /// Nothing is taken back before it was given; of other protocols the day is not told.
  private func dayFindings() -> [Diagnostic] {
    results.flatMap { proof in
      proof.result.earlierPlaces.enumerated().compactMap { index, place in
        guard place.minutes == minutes.number, let day = place.revocation?.date, day < minutes.date else { return nil }
        return proof.finding(
          Wording.revokedBeforeGiven(day, given: minutes.date, field: "earlierPlace[\(index + 1)]/@revokedOn"))
      }
    }
  }

  /// Nobody moves but to another place, and to one that somebody else had lost.
  private func movedFindings() -> [Diagnostic] {
    let moved = told.filter { $0.revocation?.ground == .moved }
    if moved.isEmpty { return [] }
    let held = Dictionary(grouping: told) { Competitor($0) }.mapValues(\.count)
    let lost = told.filter { $0.revocation.map { $0.ground != .moved } ?? false }
    let losers = Dictionary(grouping: lost, by: \.division.nomination)
      .mapValues { Set($0.map(\.proof.result.id)) }
    // Which place it was may be told by the protocol that gave it, and so may whose.
    let toldElsewhere = Set(told.filter { $0.minutes != minutes.number }.map(\.division.nomination))
    return moved.compactMap { moved in
      guard let field = moved.field else { return nil }
      let nomination = moved.division.nomination
      let hasMoved: Bool
      if moved.minutes != minutes.number {
        hasMoved = choices[nomination] != .movedUp || held[Competitor(moved)] ?? 0 > 1
      } else {
        hasMoved =
          !decided.contains(nomination) || toldElsewhere.contains(nomination)
          || losers[nomination]?.contains { $0 != moved.proof.result.id } ?? false
      }
      return hasMoved ? nil : moved.proof.finding(Wording.movedNowhere(field: field))
    }
  }

  /// An entry in a nomination.
  private struct Competitor: Hashable {
    var entry: Identifier
    var nomination: Identifier?

    init(_ told: Told) {
      entry = told.proof.result.id
      nomination = told.division.nomination
    }
  }

  /// One protocol gives no place more often than there are prizes for it, unless those who are equal share.
  private func prizeFindings() -> [Diagnostic] {
    if contest.rules.sharesPlaces { return [] }
    struct Given: Hashable {
      var minutes: String
      var division: Division
      var place: Int

      /// By protocol, division and place.
      func precedes(_ other: Given) -> Bool {
        (minutes, division.nomination?.description ?? "", division.ageGroup ?? "", place)
          < (other.minutes, other.division.nomination?.description ?? "", other.division.ageGroup ?? "", other.place)
      }
    }
    let standing = Set(told.filter { $0.revocation == nil }.map { Holder($0) })
    // What was recorded by mistake had never been given, and an entry holds what it was given last.
    let counted = told.filter { told in
      told.revocation.map { $0.ground != .mistake && !standing.contains(Holder(told)) } ?? true
    }
    let given = Dictionary(grouping: counted) { Given(minutes: $0.minutes, division: $0.division, place: $0.place) }
    return given.sorted { $0.key.precedes($1.key) }.flatMap { given, told -> [Diagnostic] in
      let holders = Set(told.map(\.proof.result.id)).count
      guard let count = contest.prizeCount(ofPlace: given.place, in: given.division.nomination), holders > count,
        told.contains(where: { $0.field != nil })
      else { return [] }
      return told.map {
        $0.proof.finding(
          Wording.placeGivenTooOften(
            given.place, minutes: given.minutes, times: holders, prizes: count, field: $0.field ?? "award"))
      }
    }
  }

  /// Who held a place in a nomination by one protocol.
  private struct Holder: Hashable {
    var entry: Identifier
    var division: Division
    var minutes: String

    init(_ told: Told) {
      entry = told.proof.result.id
      division = told.division
      minutes = told.minutes
    }
  }

  /// A nomination in which others have given places is decided again, and that says what becomes of them.
  private func unansweredFindings() -> [Diagnostic] {
    told.compactMap { place in
      guard let field = place.field, place.minutes != minutes.number, decided.contains(place.division.nomination),
        choices[place.division.nomination] == nil
      else { return nil }
      return place.proof.finding(Wording.earlierPlaceUnanswered(place.minutes, field: field))
    }
  }

  /// A nomination is decided anew once all its places were taken back.
  private func anewFindings() -> [Diagnostic] {
    told.compactMap { place in
      guard let field = place.field, place.minutes != minutes.number, choices[place.division.nomination] == .anew,
        place.revocation.map({ $0.date > minutes.date }) ?? true
      else { return nil }
      return place.proof.finding(Wording.standsThoughAnew(field: field))
    }
  }
}
