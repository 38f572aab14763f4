package import Contests
package import Primitives

/// A results protocol with everything that is printed of it; entries go by their numbers of registration.
package struct ProtocolView: Hashable, Sendable {
  /// An entry that the protocol speaks of. What it tells of people has been decided before.
  package struct Entry: Hashable, Sendable {
    package var number: Int
    package var title: String?
    package var applicant: String?
    package var isAdmitted: Bool
    /// Why it was not admitted.
    package var reason: String?

    package init(number: Int, title: String?, applicant: String?, isAdmitted: Bool, reason: String?) {
      self.number = number
      self.title = title
      self.applicant = applicant
      self.isAdmitted = isAdmitted
      self.reason = reason
    }
  }

  /// Where an entry stands among those it competed with.
  package struct Standing: Hashable, Sendable {
    package var number: Int
    package var rank: Int?
    /// What it was ranked by, rounded, with a full stop.
    package var figure: String?
    /// The total of each juror, rounded, by the juror's identifier.
    package var totals: [Identifier: String]
    package var place: Int?
    /// Why it has no place though it stands high enough.
    package var omission: Proposal.Omission?

    package init(
      number: Int, rank: Int? = nil, figure: String? = nil, totals: [Identifier: String] = [:], place: Int? = nil,
      omission: Proposal.Omission? = nil
    ) {
      self.number = number
      self.rank = rank
      self.figure = figure
      self.totals = totals
      self.place = place
      self.omission = omission
    }
  }

  package struct Award: Hashable, Sendable {
    package var number: Int
    /// Nil for a special prize.
    package var place: Int?
    package var prize: String?

    package init(number: Int, place: Int?, prize: String?) {
      self.number = number
      self.place = place
      self.prize = prize
    }
  }

  /// A place or prize that was taken back.
  package struct RevokedAward: Hashable, Sendable {
    package var award: Award
    /// The number of the protocol that gave it.
    package var minutes: String
    package var date: Day
    package var ground: RevocationGround
    /// The number of the protocol by which the next ones had moved up to it before this one.
    package var movedUpBy: String?
    /// The numbers of those who held it too and keep it, where that leaves none of it vacant.
    package var holders: [Int]

    package init(
      award: Award, minutes: String, date: Day, ground: RevocationGround, movedUpBy: String? = nil,
      holders: [Int] = []
    ) {
      self.award = award
      self.minutes = minutes
      self.date = date
      self.ground = ground
      self.movedUpBy = movedUpBy
      self.holders = holders
    }
  }

  /// A place by an earlier protocol that stands.
  package struct KeptAward: Hashable, Sendable {
    package var award: Award
    /// The number of the protocol that gave it.
    package var minutes: String

    package init(award: Award, minutes: String) {
      self.award = award
      self.minutes = minutes
    }
  }

  /// Equals that a criterion has told apart, best first.
  package struct CriterionTie: Hashable, Sendable {
    package var numbers: [Int]
    package var criterion: String

    package init(numbers: [Int], criterion: String) {
      self.numbers = numbers
      self.criterion = criterion
    }
  }

  package struct Part: Hashable, Sendable {
    package var division: Division
    package var standings: [Standing]
    package var awards: [Award]
    package var ties: [CriterionTie]
    /// Those of this protocol, and those of earlier ones which it decides on anew.
    package var revoked: [RevokedAward]
    /// Of earlier protocols, where this one decides what becomes of places that were taken back.
    package var kept: [KeptAward]

    /// True where all stays as earlier protocols have it.
    package var isUntouched: Bool { !kept.isEmpty && awards.isEmpty && revoked.isEmpty }

    package init(
      division: Division, standings: [Standing] = [], awards: [Award] = [], ties: [CriterionTie] = [],
      revoked: [RevokedAward] = [], kept: [KeptAward] = []
    ) {
      self.division = division
      self.standings = standings
      self.awards = awards
      self.ties = ties
      self.revoked = revoked
      self.kept = kept
    }
  }

  package struct SteppedBack: Hashable, Sendable {
    package var juror: String
    package var number: Int

    package init(juror: String, number: Int) {
      self.juror = juror
      self.number = number
    }
  }

  package var minutes: ResultsProtocol
  /// With the rules, nominations and jury it was decided by.
  package var contest: Contest
  /// By number.
  package var entries: [Int: Entry]
  /// Numbers by the identifiers that the protocol calls entries by.
  package var numbers: [Identifier: Int]
  package var parts: [Part]
  /// The numbers of earlier protocols whose places stand in nominations that this one does not decide.
  package var keptElsewhere: [String]
  package var recusals: [SteppedBack]
  package var closing: JudgingClosing?
  /// True when what each juror gave is told.
  package var showsJurors: Bool

  package init(
    minutes: ResultsProtocol, contest: Contest, entries: [Int: Entry] = [:], numbers: [Identifier: Int] = [:],
    parts: [Part] = [], keptElsewhere: [String] = [], recusals: [SteppedBack] = [], closing: JudgingClosing? = nil,
    showsJurors: Bool = false
  ) {
    self.minutes = minutes
    self.contest = contest
    self.entries = entries
    self.numbers = numbers
    self.parts = parts
    self.keptElsewhere = keptElsewhere
    self.recusals = recusals
    self.closing = closing
    self.showsJurors = showsJurors
  }

  package var refused: [Entry] { entries.values.filter { !$0.isAdmitted }.sorted { $0.number < $1.number } }

  /// What a reader of codes finds the protocol by, and what proves its sheets.
  package var code: String {
    (["laureat protocol", "contest=\(contest.id)", "number=\(minutes.number)", "date=\(minutes.date)"]
      + [minutes.scoresDigest.map { "sha256=\($0)" }].compactMap { $0 }).joined(separator: " ")
  }
}
