import ArgumentParser
import Contests
import Primitives

/// What a jury decides beside the points.
struct OutcomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru:
          "Не присуждать место: «номинация/место», «номинация:возрастная группа/место», без номинаций — просто место; можно несколько раз.",
        en:
          "Withhold a place: nomination/place, nomination:age group/place, or the place alone without nominations; repeatable."
      ),
      valueName: "place"))
  var withhold: [WithheldPlace] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Оставить без победителей номинацию или её возрастную группу: «номинация:группа»; можно несколько раз.",
        en: "Leave a nomination without a winner, or one age group of it: nomination:group; repeatable."),
      valueName: "id"))
  var noWinner: [TypedDivision] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru:
          "Отменённые места в номинации или её возрастной группе («номинация:группа») занимают следующие; без номинаций — обозначение конкурса.",
        en:
          "In a nomination, or an age group of it (nomination:group), the next ones move up to revoked places; without nominations, the contest's identifier."
      ),
      valueName: "id"))
  var moveUp: [TypedDivision] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Отменённые места в номинации или её возрастной группе остаются свободными, прочие прежние.",
        en: "In a nomination, or an age group of it, revoked places stay vacant, and the others as they are."),
      valueName: "id"))
  var vacant: [TypedDivision] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Решить номинацию заново: все места в ней отменены, и все снова участвуют.",
        en: "Decide a nomination anew: all its places are revoked, and all compete again."), valueName: "id"))
  var anew: [TypedDivision] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Почему так поступили с отменёнными местами, без имён: протокол это печатает.",
        en: "Why this becomes of the revoked places, without names: the protocol prints it.")),
    transform: TypedText.line)
  var reason: String?

  private var afterRevocation: [(division: TypedDivision, choice: RevokedPlaces)] {
    moveUp.map { ($0, .movedUp) } + vacant.map { ($0, .vacant) } + anew.map { ($0, .anew) }
  }

  /// True where what becomes of revoked places and why are not said together.
  var isUnreasoned: Bool { afterRevocation.isEmpty != (reason == nil) }

  var isGiven: Bool {
    !withhold.isEmpty || !noWinner.isEmpty || !afterRevocation.isEmpty || reason != nil
  }

  func validate() throws {
    let named = afterRevocation.map(\.division)
    let choices = Dictionary(grouping: afterRevocation, by: \.division.nomination).values
    // A protocol says one thing of what becomes of revoked places in a nomination.
    let isOne = choices.allSatisfy { said in
      Set(said.map(\.choice)).count == 1 && (said.count == 1 || said.allSatisfy { $0.division.ageGroup != nil })
    }
    let left = Set(noWinner)
    guard isOne, Set(named).count == named.count, left.isDisjoint(with: named),
      left.isDisjoint(with: named.map { TypedDivision(nomination: $0.nomination) })
    else {
      throw ValidationError(
        local(
          ru:
            "по каждой номинации, со всеми её возрастными группами, — что-то одно: --move-up, --vacant, --anew или --no-winner",
          en: "one of --move-up, --vacant, --anew and --no-winner for each nomination, with all its age groups"))
    }
  }

  /// - Throws: ``Failure`` for a nomination that the contest does not have, an age group that has no places of its own, or
  ///   a place none is announced for.
  func decisions(in contest: Contest) throws -> [ResultsProtocol.Decision] {
    let none = Set(try noWinner.map { try $0.division(in: contest) })
    let withheld = try withhold.map { (division: try $0.division(in: contest), place: $0.place) }
    var revoked: [Division: RevokedPlaces] = [:]
    for (typed, choice) in afterRevocation {
      let isContest = contest.nominations.isEmpty && typed == TypedDivision(nomination: contest.id)
      revoked[isContest ? Division(nomination: nil) : try typed.division(in: contest)] = choice
    }
    func decision(on division: Division) -> ResultsProtocol.Decision {
      let places = Set(withheld.filter { $0.division == division }.map(\.place)).sorted()
      return .init(
        nomination: division.nomination, ageGroup: division.ageGroup,
        outcome: none.contains(division) ? .noWinner : .decided, withheld: places.isEmpty ? nil : places,
        revokedPlaces: revoked[division], note: revoked[division].flatMap { _ in reason })
    }
    return ([nil] + contest.nominations.map(\.id)).flatMap { nomination -> [ResultsProtocol.Decision] in
      let whole = decision(on: Division(nomination: nomination))
      let groups = nomination.flatMap(contest.nomination)?.ageGroups ?? []
      let decisions = [whole] + groups.map { decision(on: Division(nomination: nomination, ageGroup: $0.title)) }
      return decisions.filter { $0.outcome != .decided || $0.withheld != nil || $0.revokedPlaces != nil }
    }
  }
}

/// A place that is not given, as it is typed: `vesna/1`, `vesna:7-10/1`.
struct WithheldPlace: ExpressibleByArgument, Hashable {
  var typed: TypedDivision?
  var place: Int

  init?(argument: String) {
    // An age group may be called «7/8 классы».
    let slash = argument.lastIndex(of: "/")
    let figure = slash.map { argument[argument.index(after: $0)...] } ?? argument[...]
    guard let place = Int(figure), TypedNumber.counts.contains(place) else { return nil }
    self.place = place
    if let slash {
      guard let typed = TypedDivision(argument: String(argument[..<slash])) else { return nil }
      self.typed = typed
    }
  }

  func division(in contest: Contest) throws -> Division {
    let division = try typed?.division(in: contest) ?? Division(nomination: nil)
    let ranks = contest.prizes(in: division.nomination).compactMap(\.rank)
    let isAnnounced = ranks.isEmpty ? (1...3).contains(place) : ranks.contains(place)
    if isAnnounced && (typed != nil || contest.nominations.isEmpty) { return division }
    throw Failure.refused(
      ContestCode.placeWithoutPrize,
      LocalizedText(ru: "такого места в конкурсе нет", en: "the contest has no such place"),
      advice: LocalizedText(
        ru: "назовите номинацию и место: --withhold номинация/1",
        en: "name nomination and place: --withhold nomination/1"
      ))
  }
}
