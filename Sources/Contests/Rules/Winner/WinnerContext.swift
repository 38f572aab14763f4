public import Primitives

/// What the rules ask about an entry that is to win.
public struct Candidate: Hashable, Sendable {
  /// The entry by its identifier within the contest.
  public var entry: Identifier
  /// What messages call the entry by; its identifier where it is not known.
  public var registration: Registration?
  /// The nomination it applied to.
  public var nomination: Identifier?
  public var ageGroup: String?
  public var status: EntryStatus
  public var participants: Set<ParticipantKey>

  public init(
    entry: Identifier, registration: Registration? = nil, nomination: Identifier?, ageGroup: String? = nil,
    status: EntryStatus, participants: Set<ParticipantKey> = []
  ) {
    self.entry = entry
    self.registration = registration
    self.nomination = nomination
    self.ageGroup = ageGroup
    self.status = status
    self.participants = participants
  }

  /// How messages call it.
  var name: String { registration?.description ?? entry.description }

  public init(_ entry: Entry, status: EntryStatus) {
    self.init(
      entry: entry.id, nomination: entry.nomination, ageGroup: entry.ageGroup, status: status,
      participants: entry.participantKeys)
  }
}

/// What the rules ask about a contest in which winners are recorded: its prizes, and who holds what already.
///
/// Made once for a protocol and kept up with ``record(_:ageGroup:participants:)``; every answer is one look into a dictionary,
/// so the time a protocol takes grows with the number of its results and no faster.
public struct WinnerContext: Sendable {
  public let contest: Contest
  /// How many entries compete in each nomination; nil where it is not known.
  private let entries: [Identifier?: Int]?
  private let nominations: [Identifier: NominationFacts]
  /// The prizes of the contest itself, where it has no nominations.
  private let own: PrizeList

  private var placeHolders: [Place: Int] = [:]
  private var prizeHolders: [SpecialPrize: Int] = [:]
  private var placesOfEntry: [Share: Set<Int>] = [:]
  private var prizesOfEntry: [Share: Set<String>] = [:]
  private var winningEntries: Set<Identifier> = []
  private var winningParticipants: Set<ParticipantKey> = []

  /// A contest in which nothing has been decided yet.
  ///
  /// - Parameters:
  ///   - contest: With its prizes and rules.
  ///   - entries: How many compete in each nomination; nil where it is not known.
  public init(contest: Contest, entries: [Identifier?: Int]? = nil) {
    self.contest = contest
    self.entries = entries
    own = PrizeList(contest.prizes)
    nominations = Dictionary(
      contest.nominations.map { nomination in
        (nomination.id, NominationFacts(nomination, PrizeList(contest.prizes(in: nomination))))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Counts an unrevoked winner in. The participants are asked for only where the contest's rules give one win to each.
  ///
  /// - Parameters:
  ///   - winner: What was given.
  ///   - ageGroup: That of the entry, where age groups have places of their own.
  ///   - participants: Those behind the entry.
  public mutating func record(
    _ winner: Winner, ageGroup: String? = nil, participants: Set<ParticipantKey> = []
  ) {
    let share = Share(entry: winner.entry, nomination: winner.nomination)
    if let place = winner.place, placesOfEntry[share, default: []].insert(place).inserted {
      let division = contest.division(nomination: winner.nomination, ageGroup: ageGroup)
      placeHolders[Place(division: division, rank: place), default: 0] += 1
    }
    if let title = winner.prizeTitle {
      let isSpecial = specialQuantity(of: winner) != nil
      // The prize of a place does not take from the entry a special prize of the same title.
      let isNamesake = !isSpecial && prizes(in: winner.nomination).special[title] != nil
      if !isNamesake && prizesOfEntry[share, default: []].insert(title).inserted && isSpecial {
        prizeHolders[SpecialPrize(nomination: winner.nomination, title: title), default: 0] += 1
      }
    }
    winningEntries.insert(winner.entry)
    winningParticipants.formUnion(participants)
  }

  /// True when the entry already holds the place, or for a decision without place the prize, in that nomination.
  public func hasRecorded(_ winner: Winner) -> Bool {
    let share = Share(entry: winner.entry, nomination: winner.nomination)
    if let place = winner.place { return placesOfEntry[share]?.contains(place) ?? false }
    guard let title = winner.prizeTitle else { return false }
    return prizesOfEntry[share]?.contains(title) ?? false
  }
}

extension WinnerContext {
  /// Nil for a nomination the contest does not have.
  func acceptsApplications(_ nomination: Identifier) -> Bool? { nominations[nomination]?.acceptsApplications }

  /// How many entries compete in a nomination; nil where it is not known.
  func entries(in nomination: Identifier?) -> Int? { entries.map { $0[nomination, default: 0] } }

  /// How many entries a nomination needs to give places; nil for no such rule. One that takes no applications is won by
  /// entries of the others.
  func minimumEntries(in nomination: Identifier?) -> Int? {
    guard let nomination else { return contest.rules.minimumEntries }
    guard let announced = nominations[nomination], announced.acceptsApplications else { return nil }
    return announced.minimumEntries ?? contest.rules.minimumEntries
  }

  /// How many may hold a place: nil where no places are declared at all, 0 for one that is not among them.
  func quantity(of place: Int, in nomination: Identifier?) -> Int? {
    let prizes = prizes(in: nomination)
    return prizes.places.isEmpty ? nil : prizes.places[place, default: 0]
  }

  /// How many of the special prize may be given; nil where it is not declared as one.
  func specialQuantity(of winner: Winner) -> Int? {
    guard let title = winner.prizeTitle else { return nil }
    let prizes = prizes(in: winner.nomination)
    // A title may stand for the prize of a place as well as for a special one.
    if winner.place != nil && prizes.placeTitles.contains(title) { return nil }
    return prizes.special[title]
  }

  /// How many hold the place so far.
  func holders(ofPlace place: Int, in division: Division) -> Int {
    placeHolders[Place(division: division, rank: place), default: 0]
  }

  /// How many hold the winner's special prize so far.
  func holdersOfPrize(of winner: Winner) -> Int {
    guard let title = winner.prizeTitle else { return 0 }
    return prizeHolders[SpecialPrize(nomination: winner.nomination, title: title), default: 0]
  }

  /// True when the entry holds a place of that nomination other than this one.
  func holdsOtherPlace(than place: Int, entry: Identifier, in nomination: Identifier?) -> Bool {
    let places = placesOfEntry[Share(entry: entry, nomination: nomination)] ?? []
    return places.contains { $0 != place }
  }

  /// True when the entry or one of its participants has won anything.
  func hasWon(_ candidate: Candidate) -> Bool {
    winningEntries.contains(candidate.entry) || !winningParticipants.isDisjoint(with: candidate.participants)
  }

  private func prizes(in nomination: Identifier?) -> PrizeList {
    nomination.flatMap { nominations[$0]?.prizes } ?? own
  }

  private struct Place: Hashable {
    let division: Division
    let rank: Int
  }

  private struct SpecialPrize: Hashable {
    let nomination: Identifier?
    let title: String
  }

  private struct Share: Hashable {
    let entry: Identifier
    let nomination: Identifier?
  }

  private struct NominationFacts {
    let acceptsApplications: Bool
    let minimumEntries: Int?
    let prizes: PrizeList

    init(_ nomination: Nomination, _ prizes: PrizeList) {
      acceptsApplications = nomination.acceptsApplications
      minimumEntries = nomination.minimumEntries
      self.prizes = prizes
    }
  }

  private struct PrizeList {
    var places: [Int: Int] = [:]
    var placeTitles: Set<String> = []
    var special: [String: Int] = [:]

    init(_ prizes: [Prize]) {
      for prize in prizes {
        let title = prize.title.loosened
        if let rank = prize.rank {
          places[rank, default: 0] += prize.quantity
          placeTitles.insert(title)
        } else {
          special[title, default: 0] += prize.quantity
        }
      }
    }
  }
}

extension Winner {
  /// The prize's title as it is compared; nil where none is given.
  var prizeTitle: String? {
    guard let prize, !prize.isBlank else { return nil }
    return prize.loosened
  }
}
