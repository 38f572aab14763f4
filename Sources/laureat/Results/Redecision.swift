import Contests
import Exchange
import Primitives
import Storage

/// What a round decides on nominations in which places were taken back: the jury says what becomes of these.
struct Redecision {
  let history: PlaceHistory
  let contest: Contest
  let choices: [Identifier?: RevokedPlaces]
  /// What the jury decides beside the points, with the places it withheld before: they are still not given.
  let decisions: [ResultsProtocol.Decision]
  /// Those of the nominations that take applications.
  private let applying: Set<Identifier?>
  /// The age groups named alone, by nomination: what becomes of revoked places is said of them only.
  let namedGroups: [Identifier?: Set<String>]
  /// What the jury says of its own now.
  private let said: [ResultsProtocol.Decision]

  init(_ contest: Contest, _ decisions: [ResultsProtocol.Decision], in session: Session) throws {
    let history = try PlaceHistory(contest, in: session)
    self.history = history
    namedGroups = decisions.groupsDecidedAnew
    let decisions = decisions.withGroupsDecidedAnew
    said = decisions
    self.decisions = decisions.flatMap { decision in
      guard let choice = decision.revokedPlaces, choice != .anew else { return [decision] }
      let earlier = history.lastDecisions(on: decision.nomination)
      var decision = decision
      decision.withheld = decision.withheld ?? earlier.last(on: decision.nomination)?.withheld
      let onGroups = earlier.filter { group in
        group.ageGroup != nil && decisions.last(on: decision.nomination, ageGroup: group.ageGroup) == nil
      }
      return [decision] + onGroups
    }
    self.contest = contest
    choices = decisions.revokedPlaces
    applying =
      contest.nominations.isEmpty ? [nil] : Set(contest.nominations.filter(\.acceptsApplications).map(\.id))
  }

  var isEmpty: Bool { choices.isEmpty }

  /// The nominations whose places are to be given: those named, and those that nothing was decided on.
  var nominations: Set<Identifier?> {
    applying.subtracting(history.decided).subtracting(history.open).union(choices.keys)
  }

  /// Entries that compete for no place any more: those before which the next ones move up, or have moved up earlier.
  var excluded: [Identifier?: Set<Identifier>] {
    choices.filter { $0.value != .anew }.reduce(into: [:]) { excluded, choice in
      let lost = history.lost(in: choice.key).filter { choice.value == .movedUp || history.movedUp(to: $0) != nil }
      excluded[choice.key] = Set(lost.map(\.winner.entry))
    }
  }

  /// Entries whose place stays vacant.
  var vacated: [Identifier?: Set<Identifier>] {
    let passed = excluded
    return choices.filter { $0.value == .vacant }.reduce(into: [:]) { vacated, choice in
      vacated[choice.key] = Set(history.lost(in: choice.key).map(\.winner.entry)).subtracting(passed[choice.key] ?? [])
    }
  }

  /// Entries whose places stand: of equals of a participant it is they that were taken.
  var holders: [Identifier] { choices.keys.flatMap { history.standing(in: $0) }.map(\.winner.entry) }

  /// Entries that nothing is given to beside a place that stays vacant.
  func passedOver(
    among entrants: [Adjudication.Entrant], _ shared: SharedParticipants, in session: Session
  ) throws -> [Adjudication.Entrant] {
    try history.passedOver(by: choices, among: entrants, shared, in: session)
  }

  /// True for a place that is given anew, and so is no earlier win.
  func redecides(_ holding: Holding) -> Bool { holding.place != nil && choices.keys.contains(holding.nomination) }

  /// The protocol by which an entry holds a place of a nomination.
  func protocolGiving(_ place: Int, to entry: Identifier, in nomination: Identifier?) -> String? {
    history.standing(in: nomination).first { $0.winner.entry == entry && $0.winner.place == place }?.winner.minutes
      .number
  }

  /// What stands against the choices, or asks for one.
  func obstacles(_ results: [Adjudication.Result], _ judging: ContestJudging) -> [Diagnostic] {
    let unsaid = history.open.subtracting(choices.keys)
    var found = inOrder(unsaid).map { Diagnostic.revokedPlacesOpen(in: $0, of: contest) }
    for nomination in inOrder(Set(choices.keys)) {
      let standing = history.standing(in: nomination)
      // What was recorded by mistake is no loss to be answered, but may be all that there was.
      let canBeAnew = choices[nomination] == .anew && history.hasRevoked(in: nomination)
      let isAnswered = !history.open.contains(nomination) && !changes(nomination, by: results)
      if history.lost(in: nomination).isEmpty || isAnswered, !canBeAnew {
        found.append(.noRevokedPlaces(in: nomination, of: contest))
        continue
      }
      if choices[nomination] == .anew, let first = standing.first {
        found.append(.placeStands(first.registration, contest.id))
      } else {
        found += differences(in: nomination, results, judging)
      }
      found += groupFindings(in: nomination)
    }
    return found + recordedFindings(unsaid)
  }

  /// What is to be known of nominations whose places are recorded: nothing is decided on them.
  private func recordedFindings(_ unsaid: Set<Identifier?>) -> [Diagnostic] {
    let recorded = applying.subtracting(nominations).subtracting(unsaid)
    let typed = inOrder(recorded.filter(history.isTypedIn)).map {
      Diagnostic.placesTypedIn(in: $0, by: history.numbersDeciding($0), of: contest)
    }
    if !applying.isEmpty, recorded == applying {
      let numbers = Set(applying.flatMap(history.numbersDeciding))
      return [.allPlacesRecorded(by: history.protocols.map(\.number).filter(numbers.contains), contest.id)] + typed
    }
    let named = recorded.filter { nomination in said.contains { $0.nomination == nomination } }
    return inOrder(named).map { .placesRecorded(in: $0, by: history.numbersDeciding($0), of: contest) } + typed
  }

  /// True where places would be given, or are still to be decided on.
  private func changes(_ nomination: Identifier?, by results: [Adjudication.Result]) -> Bool {
    results.filter { $0.division.nomination == nomination }.map(\.proposal).contains { proposal in
      !proposal.undecided.isEmpty
        || proposal.awards.contains { award in
          if case .leave = step(for: award, in: nomination) { false } else { true }
        }
    }
  }

  /// A protocol dated before the revocation that it answers.
  func findings(on day: Day) -> [Diagnostic] {
    inOrder(Set(choices.keys)).compactMap { nomination in
      guard let last = history.lost(in: nomination).compactMap(\.revoked?.date).max(), day < last else { return nil }
      return .beforeRevocation(in: nomination, last, of: contest)
    }
  }

  /// Places that stand, and that the rules do not give.
  private func differences(
    in nomination: Identifier?, _ results: [Adjudication.Result], _ judging: ContestJudging
  ) -> [Diagnostic] {
    let results = results.filter { $0.division.nomination == nomination }
    // Who is among equals that are still to be decided is no difference yet.
    let undecided = Set(results.flatMap(\.proposal.undecided).flatMap(\.entries))
    let awards = Dictionary(
      results.flatMap(\.proposal.awards).map { ($0.entry, $0.place) }, uniquingKeysWith: { first, _ in first })
    var found = history.standing(in: nomination).filter { held in
      if undecided.contains(held.winner.entry) { return false }
      guard let place = awards[held.winner.entry] else { return true }
      return choices[nomination] == .vacant && place != held.winner.place
    }.map { Diagnostic.standingPlaceDiffers(judging.registration($0.winner.entry), contest.id) }
    if choices[nomination] == .vacant {
      // Whoever had a place by mistake may get the one the rules give.
      let known = Set(
        (history.standing(in: nomination) + history.lost(in: nomination) + history.mistaken(in: nomination))
          .map(\.winner.entry))
      found += awards.keys.filter { !known.contains($0) }.sorted().map {
        .standingPlaceDiffers(judging.registration($0), contest.id)
      }
    }
    return found
  }

  /// What is to be recorded of an award: nothing where the place stands or stays vacant.
  func step(for award: Proposal.Award, in nomination: Identifier?) -> Step {
    guard let choice = choices[nomination] else { return .give }
    let held = history.standing(in: nomination).first { $0.winner.entry == award.entry }
    if held?.winner.place == award.place { return .leave }
    if let held { return .move(from: held.id) }
    return choice == .vacant && hasLost(award.entry, in: nomination) ? .leave : .give
  }

  private func hasLost(_ entry: Identifier, in nomination: Identifier?) -> Bool {
    history.lost(in: nomination).contains { $0.winner.entry == entry }
  }

  /// Without the places that stay vacant: nobody gets them.
  func settled(_ result: Adjudication.Result) -> Adjudication.Result {
    let nomination = result.division.nomination
    guard choices[nomination] == .vacant else { return result }
    var result = result
    for award in result.proposal.awards where hasLost(award.entry, in: nomination) {
      result.proposal.omitted[award.entry] = .hasLostPlace
    }
    result.proposal.awards.removeAll { hasLost($0.entry, in: nomination) }
    return result
  }

  enum Step {
    case give
    /// - from: The number of the place that the entry holds.
    case move(from: Int64)
    case leave
  }

  private func inOrder(_ nominations: Set<Identifier?>) -> [Identifier?] {
    nominations.sorted { ($0?.description ?? "") < ($1?.description ?? "") }
  }
}
