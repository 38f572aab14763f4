/// Finds the later events that build on one, whatever way they do.
struct UndoDependencies {
  private static let all: [any UndoDependency] = [
    LaterChanges(), LaterMessageChanges(), LaterDecisions(), LaterScores(), LaterPlaces(), LaterRedecisions(),
    LaterUseOfJuror(),
    LaterEntriesOfContest(), LaterUseOfNomination(), LaterClosings(), LaterTakings(), DroppedNomination(),
    SentApplications(),
    SentWithdrawals(), SentAwards(), SentResults(), SentAnnouncements(),
  ]

  private let traces: EventTraces

  init(of event: Event, _ changes: [LoggedChange], in session: Session) throws {
    traces = try EventTraces(event: event, changes: changes, session: session)
  }

  /// The events in their order.
  func events() throws -> [Event] {
    let found = try Self.all.reduce(into: Set<Int64>()) { found, kind in
      found.formUnion(try kind.events(after: traces))
    }
    return try found.filter { $0 > traces.event.id }.sorted().compactMap { try traces.session.events.find($0) }
  }
}

/// One way in which later events build on an earlier one.
protocol UndoDependency: Sendable {
  /// Numbers of events, earlier ones among them, which are passed over.
  func events(after traces: EventTraces) throws -> Set<Int64>
}
