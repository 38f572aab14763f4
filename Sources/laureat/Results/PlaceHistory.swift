import Contests
import Primitives
import Storage

/// The places that protocols gave in a contest by points, those taken back among them.
struct PlaceHistory {
  /// Places and prizes, as they were given.
  let all: [StoredWinner]
  /// The places of nominations that take applications.
  let places: [StoredWinner]
  let contest: Identifier
  /// In their order.
  let protocols: [ResultsProtocol]
  private let moments: [String: Moment]
  private let acts: RecordedActs

  /// When something was recorded. The day decides only for what is from before the log of changes.
  struct Moment: Comparable {
    /// 0 for what is from before the log.
    var event: Int64
    var day: Day
    /// Among the protocols of the day.
    var order: Int

    static func < (left: Moment, right: Moment) -> Bool {
      (left.event, left.day, left.order) < (right.event, right.day, right.order)
    }
  }

  init(_ contest: Contest, in session: Session) throws {
    let given = try session.winners.list(contest: contest.id).sorted { $0.id < $1.id }
    let isByPoints = { (place: StoredWinner) in
      place.winner.place != nil
        && (place.winner.nomination.flatMap { contest.nomination($0) }?.acceptsApplications ?? true)
    }
    self.contest = contest.id
    all = given
    places = given.filter(isByPoints)
    let acts = try session.winners.acts(in: contest.id)
    self.acts = acts
    // A protocol that was there when its places were given is as old as the first of them.
    let first = Dictionary(
      places.compactMap { place in acts.given[place.id].map { (place.winner.minutes.number, $0) } },
      uniquingKeysWith: min)
    let listed = try session.protocols.list(contest: contest.id).map(\.minutes)
    let moments = Dictionary(
      listed.enumerated().map { order, minutes in
        let event = first[minutes.number] ?? acts.protocols[minutes.number] ?? 0
        return (minutes.number, Moment(event: event, day: minutes.date, order: order))
      }, uniquingKeysWith: { first, _ in first })
    self.moments = moments
    protocols = listed.sorted { left, right in
      guard let left = moments[left.number], let right = moments[right.number] else { return false }
      return left < right
    }
  }

  /// Nominations in which places were given, or a protocol has decided that there are none. What was recorded by mistake
  /// had never been given, however it was recorded.
  var decided: Set<Identifier?> {
    let given = places.filter { $0.revoked?.ground != .mistake }.map(\.winner.nomination)
    let withoutPlaces = protocols.flatMap { minutes in
      minutes.decisions.map(\.nomination).filter { !hasGiven(minutes, in: $0) }
    }
    return Set(given + withoutPlaces)
  }

  private func hasGiven(_ minutes: ResultsProtocol, in nomination: Identifier?) -> Bool {
    places.contains { $0.winner.minutes.number == minutes.number && $0.winner.nomination == nomination }
  }

  /// Nominations in which places were taken back, and nothing has been decided on them since.
  var open: Set<Identifier?> {
    let nominations = Set(places.map(\.winner.nomination))
    return nominations.filter { nomination in lost(in: nomination).contains { !isSettled($0) } }
  }

  /// True where places were taken back that these entries may get: they hold none.
  func isOpen(_ entries: [Identifier], in nomination: Identifier?) -> Bool {
    open.contains(nomination) && Set(standing(in: nomination).map(\.winner.entry)).isDisjoint(with: entries)
  }

  private var standing: [StoredWinner] { places.filter { $0.revoked == nil } }

  func standing(in nomination: Identifier?) -> [StoredWinner] {
    standing.filter { $0.winner.nomination == nomination }
  }

  /// The numbers of the protocols whose places stand in a nomination, or else of the last that has decided it.
  func numbersDeciding(_ nomination: Identifier?) -> [String] {
    let giving = Set(standing(in: nomination).map(\.winner.minutes.number))
    let numbers = protocols.map(\.number).filter(giving.contains)
    return numbers.isEmpty ? [lastDeciding(nomination, before: nil)?.number].compactMap(\.self) : numbers
  }

  /// True where places of a nomination stand, and no protocol says that it decides it: they were typed in.
  func isTypedIn(_ nomination: Identifier?) -> Bool {
    !standing(in: nomination).isEmpty
      && !protocols.contains { $0.decisions.contains { $0.nomination == nomination } }
  }

  /// What the last decision on a nomination withheld, in all of it and in its age groups.
  func lastDecisions(on nomination: Identifier?) -> [ResultsProtocol.Decision] {
    protocols.last { $0.decisions.last(on: nomination) != nil }?.decisions.filter { $0.nomination == nomination } ?? []
  }

  /// The day before which a place or prize cannot be taken back: that of its protocol, and of those that have given or
  /// decided places in its nomination since.
  func firstDay(ofRevoking award: StoredWinner) -> Day {
    guard places.contains(where: { $0.id == award.id }) else { return award.winner.minutes.date }
    let nomination = award.winner.nomination
    let giving = places.filter { $0.winner.nomination == nomination }.map(\.winner.minutes.date)
    let deciding = protocols.filter { $0.revokedPlaces[nomination] != nil }.map(\.date)
    return (giving + deciding).max() ?? award.winner.minutes.date
  }

  /// Those that had been given by an earlier protocol and stood when a protocol was drawn up.
  func standing(before minutes: ResultsProtocol) -> [StoredWinner] {
    places.filter { isBefore($0, minutes) && stood($0, at: minutes) }
  }

  /// The numbers of what the jury had given of its own by then, and not taken back.
  func othersStanding(before minutes: ResultsProtocol) -> Set<Int64> {
    guard let moment = moments[minutes.number] else { return [] }
    let byPoints = Set(places.map(\.id))
    return Set(all.filter { !byPoints.contains($0.id) && given($0) < moment && stood($0, at: minutes) }.map(\.id))
  }

  /// The places of a nomination that were taken back from entries that hold none there now; what was recorded by mistake
  /// had never been given, and what was decided anew is over.
  func lost(in nomination: Identifier?) -> [StoredWinner] {
    let holders = Set(standing(in: nomination).map(\.winner.entry))
    return places.filter { place in
      place.winner.nomination == nomination && !holders.contains(place.winner.entry) && counts(place, as: nil)
    }
  }

  func hasRevoked(in nomination: Identifier?) -> Bool {
    places.contains { $0.winner.nomination == nomination && $0.revoked != nil }
  }

  /// The places of a nomination that were recorded by mistake, of entries that hold none there now.
  func mistaken(in nomination: Identifier?) -> [StoredWinner] {
    let holders = Set(standing(in: nomination).map(\.winner.entry))
    return places.filter { place in
      place.winner.nomination == nomination && place.revoked?.ground == .mistake
        && !holders.contains(place.winner.entry)
    }
  }

  /// The number of the protocol before this one by which the next ones moved up to a place that had been taken back.
  func movedUp(to place: StoredWinner, before minutes: ResultsProtocol? = nil) -> String? {
    later(than: place, until: minutes).first {
      $0.revokedPlaces[place.winner.nomination] == .movedUp && !stood(place, at: $0)
    }?.number
  }

  /// True where a protocol that moved the next ones up gave the place to one of them.
  func hasPassedOn(_ place: StoredWinner, by number: String?) -> Bool {
    places.contains { given in
      given.winner.minutes.number == number && given.winner.nomination == place.winner.nomination
        && given.winner.place == place.winner.place
    }
  }

  /// True for a place that was taken back and given up for lost, when a protocol was drawn up; nil for now.
  func counts(_ place: StoredWinner, as minutes: ResultsProtocol?) -> Bool {
    guard let revoked = place.revoked, revoked.ground != .moved, revoked.ground != .mistake else { return false }
    if let minutes, !isBefore(place, minutes) || stood(place, at: minutes) { return false }
    return !later(than: place, until: minutes).contains { $0.revokedPlaces[place.winner.nomination] == .anew }
  }

  /// True for a place that stands, or on which something has been decided since it was taken back.
  func isSettled(_ place: StoredWinner) -> Bool {
    place.revoked == nil
      || later(than: place, until: nil).contains {
        $0.revokedPlaces[place.winner.nomination] != nil && !stood(place, at: $0)
      }
  }

  /// True for a place that had been taken back when a protocol was drawn up, for whatever reason; what an earlier protocol
  /// decided anew is over.
  func wasTakenBack(_ place: StoredWinner, before minutes: ResultsProtocol) -> Bool {
    isBefore(place, minutes) && !stood(place, at: minutes)
      && !later(than: place, until: minutes).contains { $0.revokedPlaces[place.winner.nomination] == .anew }
  }

  private func later(than place: StoredWinner, until minutes: ResultsProtocol?) -> [ResultsProtocol] {
    let end = minutes.flatMap { moments[$0.number] }
    return protocols.filter { later in
      isBefore(place, later) && (end.map { end in moments[later.number].map { $0 < end } ?? false } ?? true)
    }
  }

  func isBefore(_ place: StoredWinner, _ minutes: ResultsProtocol) -> Bool {
    place.winner.minutes.number != minutes.number && wasGiven(place, before: minutes)
  }

  func wasGiven(_ place: StoredWinner, before minutes: ResultsProtocol) -> Bool {
    moments[minutes.number].map { given(place) < $0 } ?? false
  }

  /// True for what was given once a place had been taken back.
  func wasGiven(_ later: StoredWinner, inSteadOf place: StoredWinner) -> Bool {
    guard let revoked = place.revoked else { return false }
    return Moment(event: acts.revoked[place.id] ?? 0, day: revoked.date, order: -1) < given(later)
  }

  /// The last protocol before this one by which places of a nomination were given, or could have been.
  func lastDeciding(_ nomination: Identifier?, before minutes: ResultsProtocol?) -> ResultsProtocol? {
    let giving = Set(places.filter { $0.winner.nomination == nomination }.map(\.winner.minutes.number))
    let end = minutes.flatMap { moments[$0.number] }
    return protocols.last { decided in
      if let end, moments[decided.number].map({ $0 >= end }) ?? true { return false }
      return giving.contains(decided.number)
        || decided.decisions.contains { $0.nomination == nomination && $0.revokedPlaces != .vacant }
    }
  }

  func stood(_ place: StoredWinner, at minutes: ResultsProtocol) -> Bool {
    guard let revoked = place.revoked, let moment = moments[minutes.number] else { return true }
    // What gives way to another place of the protocol did not stand beside it.
    return moment < Moment(event: acts.revoked[place.id] ?? 0, day: revoked.date, order: -1)
  }

  /// True where a protocol between these two decided on what had been given in the nomination.
  func isRedecided(_ nomination: Identifier?, from minutes: ResultsProtocol, to place: StoredWinner) -> Bool {
    guard let start = moments[minutes.number] else { return false }
    return protocols.contains { between in
      between.revokedPlaces[nomination] != nil
        && (moments[between.number].map { start < $0 && $0 <= given(place) } ?? false)
    }
  }

  private func given(_ place: StoredWinner) -> Moment {
    Moment(
      event: acts.given[place.id] ?? 0, day: place.winner.minutes.date,
      order: moments[place.winner.minutes.number]?.order ?? 0)
  }
}
