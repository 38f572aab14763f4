public import Primitives

/// What a protocol says about one entry.
public struct ProtocolResult: Hashable, Sendable {
  /// One place or prize given to it.
  public struct Award: Hashable, Sendable {
    /// The nomination it was won in; nil takes the result's own.
    public var nomination: Identifier?
    public var place: Int?
    public var prize: String?

    public init(nomination: Identifier? = nil, place: Int? = nil, prize: String? = nil) {
      self.nomination = nomination
      self.place = place
      self.prize = prize
    }
  }

  /// Who sent an application, and the identifier it was given there.
  public struct Source: Hashable, Sendable {
    public var sender: Identifier
    public var id: Identifier

    public init(sender: Identifier, id: Identifier) {
      self.sender = sender
      self.id = id
    }
  }

  /// What one juror gave the entry, as the protocol states it.
  public struct JurorScore: Codable, Hashable, Sendable {
    public var juror: Identifier
    /// The points it comes from, as the sheet gives them.
    public var marks: [ScoreSheet.Mark]
    /// The juror's total, rounded to four places.
    public var total: ExactDecimal
    /// The digest of the sheet it comes from: SHA-256 as hexadecimal digits.
    public var digest: String?

    public init(
      juror: Identifier, marks: [ScoreSheet.Mark] = [], total: ExactDecimal, digest: String? = nil
    ) {
      self.juror = juror
      self.marks = marks
      self.total = total
      self.digest = digest
    }
  }

  /// A place or prize that this protocol gave and that was taken back, or a place of another protocol, as it was when this
  /// one was drawn up: where it decides again on the nomination, or where places that were typed in are split over several.
  public struct EarlierPlace: Codable, Hashable, Sendable {
    /// That a place was taken back, without the words of the reason, which may name somebody.
    public struct Revocation: Codable, Hashable, Sendable {
      public var date: Day
      public var ground: RevocationGround

      public init(date: Day, ground: RevocationGround) {
        self.date = date
        self.ground = ground
      }
    }

    /// The nomination it was won in; nil takes the result's own.
    public var nomination: Identifier?
    /// Nil for a prize that goes with no place.
    public var place: Int?
    /// The title of such a prize.
    public var prize: String?
    /// The number of the protocol that gave it.
    public var minutes: String
    /// Nil where it stands, or stood when this protocol was drawn up.
    public var revocation: Revocation?
    /// The number of the protocol by which the next ones moved up to it, before this one: who lost it competes no longer.
    public var movedUpBy: String?

    public init(
      nomination: Identifier? = nil, place: Int?, prize: String? = nil, minutes: String,
      revocation: Revocation? = nil, movedUpBy: String? = nil
    ) {
      self.nomination = nomination
      self.place = place
      self.prize = prize
      self.minutes = minutes
      self.revocation = revocation
      self.movedUpBy = movedUpBy
    }
  }

  /// In our own protocol the application's identifier.
  public var id: Identifier
  public var nomination: Identifier?
  /// The nomination by name, where a higher body's is not known by identifier.
  public var nominationTitle: String?
  /// Where age groups have places of their own.
  public var ageGroup: String?
  public var title: String?
  public var applicant: String?
  /// Where the application came from, so that its sender knows it again.
  public var source: Source?
  public var territory: Territory?
  /// False for an entry that was not admitted; a reason is then given.
  public var isAdmitted: Bool
  public var reason: String?
  /// Points in total.
  public var total: ExactDecimal?
  /// What it was ranked by, juror by juror. In a protocol of our own it follows from the sheets.
  public var scores: [JurorScore]
  /// Numbers of participants who stand behind other results of the protocol too. They tell nothing else of them, and are
  /// given where nobody may win twice.
  public var sharedParticipants: [Int]
  /// True when the entry, or somebody behind it, had won by another decision, where nobody may win twice.
  public var hasWonBefore: Bool
  public var awards: [Award]
  public var earlierPlaces: [EarlierPlace]
  public var outOf: Int?
  public var submitted: Int?
  public var selected: Int?
  public var note: String?
  public var achievements: [Achievement]
  public var extensions: String?

  public init(
    id: Identifier, nomination: Identifier? = nil, nominationTitle: String? = nil,
    ageGroup: String? = nil, title: String? = nil, applicant: String? = nil, source: Source? = nil,
    territory: Territory? = nil, isAdmitted: Bool = true,
    reason: String? = nil, total: ExactDecimal? = nil, scores: [JurorScore] = [], sharedParticipants: [Int] = [],
    hasWonBefore: Bool = false,
    awards: [Award] = [], earlierPlaces: [EarlierPlace] = [], outOf: Int? = nil, submitted: Int? = nil,
    selected: Int? = nil, note: String? = nil,
    achievements: [Achievement] = [],
    extensions: String? = nil
  ) {
    self.id = id
    self.nomination = nomination
    self.nominationTitle = nominationTitle
    self.ageGroup = ageGroup
    self.title = title
    self.applicant = applicant
    self.source = source
    self.territory = territory
    self.isAdmitted = isAdmitted
    self.reason = reason
    self.total = total
    self.scores = scores
    self.sharedParticipants = sharedParticipants
    self.hasWonBefore = hasWonBefore
    self.awards = awards
    self.earlierPlaces = earlierPlaces
    self.outOf = outOf
    self.submitted = submitted
    self.selected = selected
    self.note = note
    self.achievements = achievements
    self.extensions = extensions
  }
}
