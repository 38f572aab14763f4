public import Primitives

/// The places that the rules give by a ranking: what the jury is asked to confirm.
public struct Proposal: Hashable, Sendable {
  /// A place with the prize that goes with it.
  public struct Award: Hashable, Sendable {
    public var entry: Identifier
    public var place: Int
    /// The title of the prize; nil where places are declared without.
    public var prize: String?
    /// True when more hold the place than there are prizes for it.
    public var isShared: Bool

    public init(entry: Identifier, place: Int, prize: String? = nil, isShared: Bool = false) {
      self.entry = entry
      self.place = place
      self.prize = prize
      self.isShared = isShared
    }
  }

  /// Equals of whom the rules cannot say who gets which place.
  public struct Undecided: Hashable, Sendable {
    public var entries: [Identifier]
    /// The places that are to be given among them, best first, as often as each can be given.
    public var places: [Int]
    /// How the rules say that it is decided: what is left of the tie-breaks. Empty where they name none.
    public var methods: [ContestRules.TieBreak]

    public init(entries: [Identifier], places: [Int], methods: [ContestRules.TieBreak]) {
      self.entries = entries
      self.places = places
      self.methods = methods
    }
  }

  /// Why an entry that stands high enough gets no place.
  public enum Omission: Hashable, Sendable {
    case belowPassMark
    /// Of several wins of a participant, where the rules give one.
    case hasWonElsewhere
    /// Of equals of a participant, where the rules give one win, another comes first.
    case anotherCounts
    /// Its place was taken back.
    case hasLostPlace
  }

  public var outcome: NominationOutcome
  public var awards: [Award]
  public var undecided: [Undecided]
  /// Those who stand before somebody with a place, or where a place is left, and get none.
  public var omitted: [Identifier: Omission]

  /// What places there are for those of a ranking, and by which rules they are given.
  public struct Field: Sendable {
    /// Those of the nomination; where none has a rank, the first three places are given once each.
    public var prizes: [Prize]
    public var rules: ContestRules
    /// How many entries the nomination has, in all its age groups; nil for those of the ranking.
    public var entries: Int?
    /// With fewer entries the nomination is void; nil for no such rule.
    public var minimumEntries: Int?
    /// Places that the jury does not give.
    public var withheld: Set<Int>
    /// Entries that compete for no place any more.
    public var excluded: Set<Identifier>
    /// Entries whose place was taken back and stays vacant: it is kept for them as it was given, whatever they have won
    /// since.
    public var vacated: Set<Identifier>
    /// Where an entry stands in the order in which they were submitted: of equals of a participant the first counts.
    public var precedence: [Identifier: Int]
    /// What the jury has decided otherwise: that there is no winner, or that the nomination is cancelled.
    public var outcome: NominationOutcome?

    public init(
      prizes: [Prize], rules: ContestRules, entries: Int? = nil, minimumEntries: Int? = nil, withheld: Set<Int> = [],
      excluded: Set<Identifier> = [], vacated: Set<Identifier> = [], precedence: [Identifier: Int] = [:],
      outcome: NominationOutcome? = nil
    ) {
      self.prizes = prizes
      self.rules = rules
      self.entries = entries
      self.minimumEntries = minimumEntries
      self.withheld = withheld
      self.excluded = excluded
      self.vacated = vacated
      self.precedence = precedence
      self.outcome = outcome
    }
  }

  /// - Parameters:
  ///   - ranking: The order of those who competed.
  ///   - field: The places and rules.
  ///   - claims: Who has won already: passed over where the rules give one win to a participant. Those who win here are
  ///     added.
  public init(_ ranking: Ranking, in field: Field, claims: inout Claims) {
    awards = []
    undecided = []
    omitted = [:]
    outcome = field.outcome ?? .decided
    guard field.outcome == nil else { return }
    if let minimum = field.minimumEntries, field.entries ?? ranking.standings.count < minimum {
      outcome = .tooFewEntries
      return
    }
    var places = Places(field.prizes, withheld: field.withheld)
    for group in ranking.groups {
      if places.isEmpty { break }
      let candidates = candidates(of: group, field, claims)
      let given = give(places: &places, to: candidates, field.rules)
      for entry in given { claims.win(entry) }
    }
    if awards.isEmpty, undecided.isEmpty { outcome = .noWinner }
  }

  /// The places where nobody has won anything yet.
  public init(_ ranking: Ranking, in field: Field) {
    var claims = Claims()
    self.init(ranking, in: field, claims: &claims)
  }

  /// Those of equals who may get a place. Of several entries of a participant among them the one submitted first counts.
  private mutating func candidates(
    of group: [Ranking.Standing], _ field: Field, _ before: Claims
  ) -> [Identifier] {
    let order = { (standing: Ranking.Standing) in
      field.vacated.contains(standing.entry) ? -1 : field.precedence[standing.entry] ?? .max
    }
    var claims = before
    var candidates: Set<Identifier> = []
    for standing in group.stablySorted(by: order) {
      if field.excluded.contains(standing.entry) {
        omitted[standing.entry] = .hasLostPlace
      } else if !standing.passes {
        omitted[standing.entry] = .belowPassMark
      } else if field.rules.oneWinPerParticipant, !field.vacated.contains(standing.entry),
        claims.hasWon(standing.entry)
      {
        omitted[standing.entry] = before.hasWon(standing.entry) ? .hasWonElsewhere : .anotherCounts
      } else {
        candidates.insert(standing.entry)
        claims.win(standing.entry)
      }
    }
    return group.map(\.entry).filter(candidates.contains)
  }

  /// - Returns: those who got a place.
  private mutating func give(
    places: inout Places, to group: [Identifier], _ rules: ContestRules
  ) -> [Identifier] {
    guard let place = places.first, !group.isEmpty else { return [] }
    if group.count <= places.left(of: place) || rules.sharesPlaces {
      let isShared = group.count > places.left(of: place)
      awards += group.map { Award(entry: $0, place: place, prize: places.title(of: place), isShared: isShared) }
      // Equals share the better place, and the one after it is given to the next.
      places.take(min(group.count, places.left(of: place)))
      return group
    } else {
      undecided.append(
        Undecided(
          entries: group, places: places.take(group.count), methods: rules.tieBreaks.filter { $0 != .criterionOrder }))
      return []
    }
  }
}

extension [Ranking.Standing] {
  /// Those of the same order as they were.
  fileprivate func stablySorted(by order: (Element) -> Int) -> Self {
    enumerated().map { (order($0.element), $0.offset, $0.element) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

/// The places that are still to be given.
private struct Places {
  private var left: [(rank: Int, count: Int)]
  private var titles: [Int: String] = [:]

  init(_ prizes: [Prize], withheld: Set<Int>) {
    var quantities: [Int: Int] = [:]
    for prize in prizes {
      guard let rank = prize.rank else { continue }
      quantities[rank, default: 0] += prize.quantity
      titles[rank] = titles[rank] ?? prize.title
    }
    if quantities.isEmpty { quantities = [1: 1, 2: 1, 3: 1] }
    left = quantities.filter { $0.value > 0 && !withheld.contains($0.key) }.sorted { $0.key < $1.key }.map {
      (rank: $0.key, count: $0.value)
    }
  }

  var isEmpty: Bool { left.isEmpty }
  var first: Int? { left.first?.rank }
  func title(of rank: Int) -> String? { titles[rank] }
  func left(of rank: Int) -> Int { left.first { $0.rank == rank }?.count ?? 0 }

  /// Gives the best that are left.
  @discardableResult
  mutating func take(_ count: Int) -> [Int] {
    var taken: [Int] = []
    while taken.count < count, let best = left.first {
      taken.append(best.rank)
      if best.count == 1 { left.removeFirst() } else { left[0].count -= 1 }
    }
    return taken
  }
}
