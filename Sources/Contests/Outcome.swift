public import Primitives

/// What we reached in a contest of a higher body: an entry of ours, or the municipality itself.
public struct Outcome: Hashable, Sendable {
  /// The identifier of the result in the body's protocol.
  public var id: Identifier
  public var contest: LargerContest
  public var organiser: Organisation
  public var level: Level
  public var nomination: String?
  /// Title of the entry; nil where the municipality itself took part.
  public var entry: String?
  /// The application it answers, by the identifier under which it was sent.
  public var application: Identifier?
  /// Whose outcome it is.
  public var territory: Territory?
  public var place: Int?
  /// Among how many.
  public var outOf: Int?
  public var prize: String?
  /// How many were submitted, where an outcome is about several.
  public var submitted: Int?
  public var selected: Int?
  public var decidedOn: Day
  public var protocolNumber: String?
  public var note: String?
  public var achievements: [Achievement]
  public var extensions: String?

  public init(
    id: Identifier, contest: LargerContest, organiser: Organisation, level: Level, nomination: String? = nil,
    entry: String? = nil, application: Identifier? = nil, territory: Territory? = nil, place: Int? = nil,
    outOf: Int? = nil, prize: String? = nil, submitted: Int? = nil, selected: Int? = nil, decidedOn: Day,
    protocolNumber: String? = nil, note: String? = nil, achievements: [Achievement] = [], extensions: String? = nil
  ) {
    self.id = id
    self.contest = contest
    self.organiser = organiser
    self.level = level
    self.nomination = nomination
    self.entry = entry
    self.application = application
    self.territory = territory
    self.place = place
    self.outOf = outOf
    self.prize = prize
    self.submitted = submitted
    self.selected = selected
    self.decidedOn = decidedOn
    self.protocolNumber = protocolNumber
    self.note = note
    self.achievements = achievements
    self.extensions = extensions
  }

  /// False where all that is told is that an entry, among so many, took part.
  package var hasReached: Bool {
    place != nil || prize != nil || submitted != nil || selected != nil || note != nil || !achievements.isEmpty
  }
}
