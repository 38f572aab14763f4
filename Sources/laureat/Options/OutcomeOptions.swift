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

  var isGiven: Bool { !withhold.isEmpty || !noWinner.isEmpty }

  /// - Throws: ``Failure`` for a nomination that the contest does not have, or a place none is announced for.
  func decisions(in contest: Contest) throws -> [ResultsProtocol.Decision] {
    for nomination in noWinner { _ = try contest.known(nomination) }
    for place in withhold { try place.check(in: contest) }
    let none = Set(noWinner)
    var decisions = none.sorted().map { ResultsProtocol.Decision(nomination: $0, outcome: .noWinner) }
    for nomination: Identifier? in contest.nominations.map(\.id) + [nil]
    where nomination.map({ !none.contains($0) }) ?? true {
      let places = Set(withhold.filter { $0.nomination == nomination }.map(\.place)).sorted()
      if !places.isEmpty { decisions.append(.init(nomination: nomination, outcome: .decided, withheld: places)) }
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
