import Contests
import Primitives

/// How a result stands to one that was told before of the same entry.
extension ProtocolResult {
  /// True where both say the same of admission, places and prizes, whatever else they tell.
  func decidesAlike(_ other: ProtocolResult) -> Bool {
    id == other.id && nomination == other.nomination && isAdmitted == other.isAdmitted
      && Set(awards) == Set(other.awards)
  }

  /// True where it still gives what it gave before and was not taken back, and says more than that: of another award, or of
  /// one that was revoked.
  func follows(_ before: ProtocolResult, keeping kept: [Award]) -> Bool {
    let (kept, given) = (Set(kept), Set(awards))
    return kept.isEmpty || kept.isStrictSubset(of: given) || kept == given && earlierPlaces != before.earlierPlaces
  }

  /// True where both say the same, whatever proves it and by whatever title they call the nomination. Who sent the
  /// application is told by whoever did not.
  func saysAlike(_ other: ProtocolResult) -> Bool {
    var (said, others) = (withoutProof, other.withoutProof)
    (said.nominationTitle, others.nominationTitle) = (nil, nil)
    (said.source, others.source) = (nil, nil)
    return said == others
  }

  var isProved: Bool { self != withoutProof }

  private var withoutProof: ProtocolResult {
    var result = self
    result.ageGroup = nil
    result.scores = []
    result.sharedParticipants = []
    result.hasWonBefore = false
    return result
  }

  /// Calls what was given before as it was called then: the prize of a place goes without saying, and may be told or not.
  func inTheWords(of before: ProtocolResult?) -> ProtocolResult {
    guard let before else { return self }
    var result = self
    result.awards = awards.map { award in
      before.awards.first { known in
        known.place != nil && known.place == award.place && known.nomination == award.nomination
          && (known.prize == nil || award.prize == nil)
      } ?? award
    }
    return result
  }

  /// Names its nomination, and names it once, as the store keeps it: so that it is known when it comes again.
  func settled(in nomination: Identifier?) -> ProtocolResult {
    var result = self
    result.nomination = result.nomination ?? nomination
    result.awards = result.awards.map { award in
      award.nomination == result.nomination ? Award(place: award.place, prize: award.prize) : award
    }
    return result
  }
}
