public import Primitives

/// How the judging of a nomination ended.
public enum NominationOutcome: String, Codable, CaseIterable, Sendable {
  case decided
  /// Places withheld: nobody came up to the mark.
  case noWinner
  /// Fewer entries than the rules ask for.
  case tooFewEntries
  case cancelled
}

/// The meeting of a jury and what it decided for the contest as a whole; the decisions on entries are ``ProtocolResult``.
public struct ResultsProtocol: Hashable, Sendable {
  /// Whether a member of the jury was there.
  public struct Attendance: Codable, Hashable, Sendable {
    public var juror: Identifier?
    public var name: String
    public var role: Juror.Role
    public var post: String?
    public var isPresent: Bool

    public init(juror: Identifier? = nil, name: String, role: Juror.Role, post: String? = nil, isPresent: Bool = true) {
      self.juror = juror
      self.name = name
      self.role = role
      self.post = post
      self.isPresent = isPresent
    }
  }

  /// What was decided between equals, and how.
  public struct TieDecision: Codable, Hashable, Sendable {
    public var nomination: Identifier?
    public var method: ContestRules.TieBreak
    /// The entries that were equal, in the order decided.
    public var entries: [Identifier]
    public var reason: String?

    public init(
      nomination: Identifier? = nil, method: ContestRules.TieBreak, entries: [Identifier], reason: String? = nil
    ) {
      self.nomination = nomination
      self.method = method
      self.entries = entries
      self.reason = reason
    }
  }

  /// How the judging of one nomination ended, or of a contest without nominations; or what the jury decided on one age
  /// group of it beside that.
  public struct Decision: Codable, Hashable, Sendable {
    public var nomination: Identifier?
    /// The title of an age group that has places of its own; nil for the nomination as a whole.
    public var ageGroup: String?
    public var outcome: NominationOutcome
    /// Places the jury does not give, though somebody stands high enough.
    public var withheld: [Int]?
    /// What becomes of places that were taken back, where the nomination had been decided before.
    public var revokedPlaces: RevokedPlaces?
    public var note: String?

    public init(
      nomination: Identifier?, ageGroup: String? = nil, outcome: NominationOutcome, withheld: [Int]? = nil,
      revokedPlaces: RevokedPlaces? = nil, note: String? = nil
    ) {
      self.nomination = nomination
      self.ageGroup = ageGroup
      self.outcome = outcome
      self.withheld = withheld
      self.revokedPlaces = revokedPlaces
      self.note = note
    }
  }

  /// Who signs the protocol.
  public struct Signatory: Codable, Hashable, Sendable {
    public var name: String
    public var post: String?

    public init(name: String, post: String? = nil) {
      self.name = name
      self.post = post
    }
  }

  public var number: String
  public var date: Day
  public var contest: Identifier?
  public var contestTitle: String
  public var organiser: Organisation
  public var level: Level
  public var year: Int
  public var attendance: [Attendance]
  public var quorum: Quorum?
  /// Applications received, admitted and refused, as the protocol states them.
  public var received: Int?
  public var admitted: Int?
  public var rejected: Int?
  public var decisions: [Decision]
  public var tieDecisions: [TieDecision]
  public var approvingAct: ApprovingAct?
  /// The rules, nominations, prizes, criteria and jury it was decided by, where the protocol repeats them: whoever has
  /// nothing but the protocol recomputes every place from it.
  public var rules: ContestRules?
  public var nominations: [Nomination]
  public var prizes: [Prize]
  public var criteria: [Criterion]
  public var jury: [Juror]
  public var signatories: [Signatory]
  public var achievements: [Achievement]
  /// The digest over all sheets and recusals that it was decided by: SHA-256 as hexadecimal digits.
  public var scoresDigest: String?
  public var extensions: String?

  public init(
    number: String, date: Day, contest: Identifier? = nil, contestTitle: String, organiser: Organisation,
    level: Level, year: Int, attendance: [Attendance] = [], quorum: Quorum? = nil, received: Int? = nil,
    admitted: Int? = nil, rejected: Int? = nil, decisions: [Decision] = [], tieDecisions: [TieDecision] = [],
    approvingAct: ApprovingAct? = nil, rules: ContestRules? = nil, nominations: [Nomination] = [], prizes: [Prize] = [],
    criteria: [Criterion] = [], jury: [Juror] = [], signatories: [Signatory] = [], achievements: [Achievement] = [],
    scoresDigest: String? = nil, extensions: String? = nil
  ) {
    self.number = number
    self.date = date
    self.contest = contest
    self.contestTitle = contestTitle
    self.organiser = organiser
    self.level = level
    self.year = year
    self.attendance = attendance
    self.quorum = quorum
    self.received = received
    self.admitted = admitted
    self.rejected = rejected
    self.decisions = decisions
    self.tieDecisions = tieDecisions
    self.approvingAct = approvingAct
    self.rules = rules
    self.nominations = nominations
    self.prizes = prizes
    self.criteria = criteria
    self.jury = jury
    self.signatories = signatories
    self.achievements = achievements
    self.scoresDigest = scoresDigest
    self.extensions = extensions
  }

  /// What becomes of places that were taken back, by the nominations decided again.
  public var revokedPlaces: [Identifier?: RevokedPlaces] { decisions.revokedPlaces }

  public var reference: ProtocolReference { ProtocolReference(number: number, date: date) }
}

extension [ResultsProtocol.Decision] {
  /// The last decision on a nomination as a whole, or on one age group of it.
  public func last(on nomination: Identifier?, ageGroup: String? = nil) -> ResultsProtocol.Decision? {
    last { $0.nomination == nomination && $0.ageGroup == ageGroup }
  }

  /// What was decided for those who compete with one another: on their nomination, and on their age group beside it.
  public func applying(to division: Division) -> ResultsProtocol.Decision? {
    let whole = last(on: division.nomination)
    guard let group = division.ageGroup.flatMap({ last(on: division.nomination, ageGroup: $0) }) else { return whole }
    var decision = whole ?? .init(nomination: division.nomination, outcome: .decided)
    decision.ageGroup = group.ageGroup
    if decision.outcome == .decided { decision.outcome = group.outcome }
    let withheld = Set((decision.withheld ?? []) + (group.withheld ?? []))
    decision.withheld = withheld.isEmpty ? nil : withheld.sorted()
    decision.note = decision.note ?? group.note
    return decision
  }

  /// What becomes of places that were taken back, by nomination.
  public var revokedPlaces: [Identifier?: RevokedPlaces] {
    reduce(into: [:]) { choices, decision in
      if let choice = decision.revokedPlaces { choices[decision.nomination] = choice }
    }
  }
}
