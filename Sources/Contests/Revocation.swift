/// Why a place or prize was taken back, in one word: it goes out where the reason itself, which may name somebody, does
/// not.
public enum RevocationGround: String, Codable, CaseIterable, Sendable {
  /// The entry or its author broke the rules of the contest.
  case violation
  /// The winner gave it up.
  case declined
  /// It was recorded by mistake.
  case mistake
  /// Another entry's place was taken back, and this one has moved.
  case moved
  case other
}

/// What becomes of places that were taken back in a nomination.
public enum RevokedPlaces: String, Codable, CaseIterable, Sendable {
  /// The next ones move up; who lost a place competes for none.
  case movedUp
  /// They stay vacant; nobody else's place changes.
  case vacant
  /// All of the nomination is decided anew, and who lost a place competes again.
  case anew
}
