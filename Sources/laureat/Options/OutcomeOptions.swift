import ArgumentParser
import Contests
import Primitives

/// What a jury decides beside the points.
struct OutcomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru: "Не присуждать место: «номинация/место», без номинаций — просто место; можно несколько раз.",
        en: "Withhold a place: nomination/place, or the place alone without nominations; repeatable."),
      valueName: "place"))
  var withhold: [WithheldPlace] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Оставить номинацию без победителей; можно несколько раз.",
        en: "Leave a nomination without a winner; repeatable."), valueName: "id"))
  var noWinner: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Отменённые места в номинации занимают следующие; без номинаций — обозначение конкурса.",
        en: "In a nomination the next ones move up to revoked places; without nominations, the contest's identifier."),
      valueName: "id"))
  var moveUp: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Отменённые места в номинации остаются свободными, прочие прежние.",
        en: "In a nomination revoked places stay vacant, and the others as they are."), valueName: "id"))
  var vacant: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Решить номинацию заново: все места в ней отменены, и все снова участвуют.",
        en: "Decide a nomination anew: all its places are revoked, and all compete again."), valueName: "id"))
  var anew: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Почему так поступили с отменёнными местами, без имён: протокол это печатает.",
        en: "Why this becomes of the revoked places, without names: the protocol prints it.")),
    transform: TypedText.line)
  var reason: String?

  private var afterRevocation: [(nomination: Identifier, choice: RevokedPlaces)] {
    moveUp.map { ($0, .movedUp) } + vacant.map { ($0, .vacant) } + anew.map { ($0, .anew) }
  }

  /// True where what becomes of revoked places and why are not said together.
  var isUnreasoned: Bool { afterRevocation.isEmpty != (reason == nil) }

  var isGiven: Bool {
    !withhold.isEmpty || !noWinner.isEmpty || !afterRevocation.isEmpty || reason != nil
  }

  func validate() throws {
    let named = afterRevocation.map(\.nomination)
    guard Set(named).count == named.count, Set(noWinner).isDisjoint(with: named) else {
      throw ValidationError(
        local(
          ru: "по каждой номинации — что-то одно: --move-up, --vacant, --anew или --no-winner",
          en: "one of --move-up, --vacant, --anew and --no-winner for each nomination"))
    }
  }

  /// - Throws: ``Failure`` for a nomination that the contest does not have, or a place none is announced for.
  func decisions(in contest: Contest) throws -> [ResultsProtocol.Decision] {
    for nomination in noWinner { _ = try contest.known(nomination) }
    for place in withhold { try place.check(in: contest) }
    var revoked: [Identifier?: RevokedPlaces] = [:]
    for (name, choice) in afterRevocation {
      if contest.nominations.isEmpty, name == contest.id {
        revoked.updateValue(choice, forKey: nil)
      } else {
        revoked[try contest.known(name).id] = choice
      }
    }
    let none = Set(noWinner)
    var decisions = none.sorted().map { ResultsProtocol.Decision(nomination: $0, outcome: .noWinner) }
    for nomination: Identifier? in contest.nominations.map(\.id) + [nil]
    where nomination.map({ !none.contains($0) }) ?? true {
      let places = Set(withhold.filter { $0.nomination == nomination }.map(\.place)).sorted()
      if places.isEmpty, revoked[nomination] == nil { continue }
      decisions.append(
        .init(
          nomination: nomination, outcome: .decided, withheld: places.isEmpty ? nil : places,
          revokedPlaces: revoked[nomination], note: revoked[nomination].flatMap { _ in reason }))
    }
    return decisions
  }
}

/// A place that is not given, as it is typed: `vesna/1`.
struct WithheldPlace: ExpressibleByArgument, Hashable {
  var nomination: Identifier?
  var place: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let place = parts.last.flatMap({ Int($0) }), TypedNumber.counts.contains(place), parts.count <= 2 else {
      return nil
    }
    self.place = place
    if parts.count == 2 {
      guard let nomination = Identifier(parts[0]) else { return nil }
      self.nomination = nomination
    }
  }

  func check(in contest: Contest) throws {
    if let nomination { _ = try contest.known(nomination) }
    let ranks = contest.prizes(in: nomination).compactMap(\.rank)
    let isAnnounced = ranks.isEmpty ? (1...3).contains(place) : ranks.contains(place)
    if isAnnounced && (nomination != nil || contest.nominations.isEmpty) { return }
    throw Failure.refused(
      ContestCode.placeWithoutPrize,
      LocalizedText(ru: "такого места в конкурсе нет", en: "the contest has no such place"),
      advice: LocalizedText(
        ru: "назовите номинацию и место: --withhold номинация/1",
        en: "name nomination and place: --withhold nomination/1"
      ))
  }
}
