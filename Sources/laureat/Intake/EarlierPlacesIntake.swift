import Contests
import Exchange
import Primitives
import Storage

/// What becomes of places that earlier protocols gave, when a received one tells that they were taken back, or decides
/// on their nomination anew.
struct EarlierPlacesIntake {
  typealias Revocation = ProtocolResult.EarlierPlace.Revocation

  /// What one result takes back, found and not yet recorded.
  struct Step {
    fileprivate(set) var revoked: [(held: StoredWinner, revocation: Revocation)] = []
    fileprivate(set) var findings: [Diagnostic] = []
    /// True for an entry that is left with neither place nor prize.
    fileprivate(set) var takesAll = false

    var ids: Set<Int64> { Set(revoked.map(\.held.id)) }
    /// The last day on which something was taken back.
    var date: Day? { revoked.map(\.revocation.date).max() }

    func takes(_ award: ProtocolResult.Award, of result: ProtocolResult, by minutes: ResultsProtocol) -> Bool {
      revoked.contains { $0.held.winner.gives(award, of: result, by: minutes) }
    }
  }

  private let minutes: ResultsProtocol
  private let session: Session
  private let changedAt: Instant
  private let sender: Identifier
  private let speakers: ContestSpeakers
  /// The numbers of the protocols that came as documents: what was decided here is taken back here.
  private let received: Set<String>
  /// What was typed here of them before they came.
  private let givenHere: Set<Int64>
  /// What is known to have been taken back of this protocol, by entry: whatever the order in which documents come, it is
  /// not given again by one that does not know of it.
  private var takenBack: [Identifier: [ProtocolResult.EarlierPlace]] = [:]
  private let choices: [Identifier?: RevokedPlaces]
  /// Everything given, by entry.
  private var given: [Registration: [StoredWinner]]
  /// Places of protocols before this one, in nominations that it decides anew, of which nothing is known yet: until the last
  /// result has come they hinder nobody.
  private(set) var open: Set<Int64>

  init(
    _ minutes: ResultsProtocol, of announced: Contest, heeding speakers: ContestSpeakers, _ context: IntakeContext
  ) throws {
    self.minutes = minutes
    self.speakers = speakers
    session = context.session
    changedAt = context.changedAt
    sender = context.header.sender.id
    let contest = announced.id
    let received = Set(try session.protocols.list(contest: contest).filter(\.isImported).map(\.minutes.number))
    let givenHere = try session.winners.givenHere(in: contest)
    let choices = minutes.revokedPlaces
    let all = try session.winners.list(contest: contest)
    self.received = received
    self.givenHere = givenHere
    self.choices = choices
    given = Dictionary(grouping: all, by: \.registration)
    let candidates = all.filter { held in
      held.revoked == nil && held.winner.place != nil && held.winner.minutes.number != minutes.number
        && received.contains(held.winner.minutes.number) && !givenHere.contains(held.id)
        && speakers.mayTakeBack(held.winner.minutes.number, context.header.sender.id)
        && [.movedUp, .anew].contains(choices[held.winner.nomination] ?? .vacant)
    }
    let later = try Set(candidates.map(\.winner.minutes)).filter { other in
      try Self.isLater(other, than: minutes, of: contest, context.session)
    }
    open = Set(candidates.filter { !later.contains($0.winner.minutes) }.map(\.id))
    for place in all where place.winner.minutes.number == minutes.number {
      // What was typed here by mistake was never given.
      guard let revoked = place.revoked, !givenHere.contains(place.id) || revoked.ground != .mistake else { continue }
      takenBack[place.winner.entry, default: []].append(ProtocolResult.EarlierPlace(place))
    }
    for number in received where speakers.mayTell(number, of: minutes.number, sentBy: sender) {
      try session.protocols.eachResult(contest: contest, number: number) { _, result in
        for told in result.earlierPlaces where told.minutes == minutes.number && told.revocation != nil {
          takenBack[result.id, default: []].append(told.inNomination(result.nomination))
        }
      }
    }
  }

  /// Documents come in any order: a decision says nothing of places that were given after it.
  private static func isLater(
    _ other: ProtocolReference, than minutes: ResultsProtocol, of contest: Identifier, _ session: Session
  ) throws -> Bool {
    if other.date != minutes.date { return other.date > minutes.date }
    // Of the same day: whichever was here first came first, unless it tells of this one.
    if try session.protocols.find(contest: contest, number: minutes.number) != nil { return true }
    var tellsOfThis = false
    try session.protocols.eachResult(contest: contest, number: other.number) { _, result in
      tellsOfThis = tellsOfThis || result.earlierPlaces.contains { $0.minutes == minutes.number }
    }
    return tellsOfThis
  }

  /// Those of some entries for which something of this protocol was typed here, and stands.
  func typed(_ entries: Set<Identifier>) -> [Registration] {
    given.filter { _, held in
      held.contains { isTyped($0) && entries.contains($0.winner.entry) }
    }.keys.sorted { $0.number < $1.number }
  }

  /// True where something of this protocol was typed here for an entry, and stands.
  func isTyped(_ entry: Registration) -> Bool {
    (given[entry] ?? []).contains { isTyped($0) }
  }

  private func isTyped(_ place: StoredWinner) -> Bool {
    place.revoked == nil && place.winner.minutes.number == minutes.number && givenHere.contains(place.id)
  }

  /// - Parameter result: With its nomination named.
  func step(for result: ProtocolResult, on entry: Registration) -> Step {
    var step = Step()
    let held = given[entry] ?? []
    if result.awards.contains(where: { isTakenBack($0, of: result, held) }) {
      step.findings.append(.takenBackSince(minutes.number))
    }
    for told in result.earlierPlaces {
      guard let revocation = told.revocation else { continue }
      let meant = held.filter {
        $0.winner.place == told.place && $0.winner.nomination == told.nomination ?? result.nomination
          && $0.winner.minutes.number == told.minutes && (told.place != nil || $0.winner.prize == told.prize)
      }
      guard let standing = meant.first(where: { $0.revoked == nil }) else {
        if meant.isEmpty { step.findings.append(.notHeld(told)) }
        continue
      }
      if !received.contains(told.minutes) || givenHere.contains(standing.id) {
        step.findings.append(.decidedHere(told, entry))
      } else if !speakers.mayTakeBack(told.minutes, sender) {
        step.findings.append(.givenByAnother(told))
      } else if revocation.date < standing.winner.minutes.date {
        step.findings.append(.revokedBeforeGiven(told, standing.winner.minutes.date))
      } else {
        step.revoked.append((standing, revocation))
      }
    }
    // A decision says of itself that all places were taken back, or that whoever gets another place leaves the former.
    for place in held where open.contains(place.id) && !step.ids.contains(place.id) {
      let hasOther = result.awards.contains { award in
        award.place != nil && (award.nomination ?? result.nomination) == place.winner.nomination
      }
      switch choices[place.winner.nomination] {
      case .anew: step.revoked.append((place, Revocation(date: minutes.date, ground: .other)))
      case .movedUp where hasOther: step.revoked.append((place, Revocation(date: minutes.date, ground: .moved)))
      default: break
      }
    }
    let ids = step.ids
    step.takesAll = !ids.isEmpty && held.allSatisfy { $0.revoked != nil || ids.contains($0.id) }
    return step
  }

  /// True for what was taken back, where the result does not tell so beside giving it anew.
  private func isTakenBack(
    _ award: ProtocolResult.Award, of result: ProtocolResult, _ held: [StoredWinner]
  ) -> Bool {
    let isMeant = { (place: ProtocolResult.EarlierPlace) in
      place.revocation != nil && place.minutes == minutes.number && place.place == award.place
        && place.nomination == award.nomination ?? result.nomination
        && (award.place != nil || place.prize == award.prize)
    }
    return (takenBack[result.id] ?? []).contains(where: isMeant)
      && !result.earlierPlaces.contains { isMeant($0.inNomination(result.nomination)) }
      && !held.contains { $0.revoked == nil && $0.winner.gives(award, of: result, by: minutes) }
  }

  /// Takes back what a result took back.
  mutating func record(_ step: Step) throws {
    for (held, revocation) in step.revoked { try revoke(held, revocation) }
  }

  private mutating func revoke(_ held: StoredWinner, _ revocation: Revocation) throws {
    let reason = local(
      ru: "отменено организатором, протокол № \(minutes.number)",
      en: "taken back by the organiser, protocol \(minutes.number)")
    try session.winners.revoke(
      held.id, reason: reason, ground: revocation.ground, date: revocation.date, changedAt: changedAt)
    open.remove(held.id)
    given[held.registration]?.removeAll { $0.id == held.id }
  }

  /// Settles the places that no result spoke of.
  ///
  /// - Throws: ``IntakeRefusal`` where one of them stands, and was given to somebody else too.
  mutating func finish(_ winners: WinnerContext, _ root: Diagnostic.Location?) throws {
    for held in given.values.joined().filter({ open.contains($0.id) }).sorted(by: { $0.id < $1.id }) {
      guard let stored = try session.entries.find(held.registration) else { continue }
      if choices[held.winner.nomination] == .anew {
        try revoke(held, Revocation(date: minutes.date, ground: .other))
        let stands = given[held.registration]?.contains { $0.revoked == nil } ?? false
        if !stands, stored.status == .awarded {
          let last = stored.history.changes.last?.date ?? minutes.date
          try session.entries.apply(
            StatusChange(.participated, on: max(minutes.date, last)), to: held.registration, changedAt: changedAt)
        }
        continue
      }
      let findings = PlacesWithinPrizes().findings(
        for: held.winner, by: Candidate(stored.entry, status: stored.status), in: winners)
      guard findings.hasErrors else { continue }
      let number = held.winner.minutes.number
      let isStrangers =
        number != minutes.number && speakers.contains(sender) && speakers.stranger(behind: number) != nil
      throw IntakeRefusal(diagnostics: [
        (isStrangers ? try speakers.inTheWay(number) : .standsStill(held)).at(root)
      ])
    }
  }
}

extension Winner {
  fileprivate func gives(
    _ award: ProtocolResult.Award, of result: ProtocolResult, by minutes: ResultsProtocol
  ) -> Bool {
    self.minutes.number == minutes.number && place == award.place
      && nomination == award.nomination ?? result.nomination && (award.place != nil || prize == award.prize)
  }
}

extension ProtocolResult.EarlierPlace {
  fileprivate func inNomination(_ nomination: Identifier?) -> Self {
    var place = self
    place.nomination = place.nomination ?? nomination
    return place
  }
}
