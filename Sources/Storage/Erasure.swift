package import Contests
package import Primitives

/// That the personal values of an entry were removed.
package struct Erasure: Hashable, Sendable {
  package var registration: Registration
  /// The number of the event.
  package var event: Int64
  package var date: Day
  package var reason: String
}

/// What an erasure has done.
package struct ErasureAct: Hashable, Sendable {
  package var erasure: Erasure
  /// How many values of each kind are gone.
  package var removed: [PersonalField: Int]
  /// The messages that brought the entry and its corrections.
  package var broughtBy: [StoredMessage]
  /// Other entries that name the same people.
  package var others: [Registration]
}

/// Why an entry is not erased.
package enum ErasureRefusal: Error, Hashable, Sendable {
  case already(Erasure)
  /// The reason is kept, so it must name nobody.
  case reasonIsPersonal
}

/// Takes the personal values of entries out of the store; what they count stays, and so does the chain of events.
package struct ErasureStore {
  let session: Session

  package func find(_ registration: Registration) throws -> Erasure? {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return nil }
    return try session.connection.first(
      "SELECT event_id, erased_on, reason FROM erasure WHERE entry_id = ?",
      [.integer(EntryKey.row(contest: contest, number: registration.number))]
    ) { fields in
      Erasure(
        registration: registration, event: try fields.int64(), date: try fields.day(), reason: try fields.text())
    }
  }

  /// Everyone whom an entry, an earlier version of it or a protocol names.
  package func people(of stored: StoredEntry) throws -> PersonalNames {
    try EntryErasure(of: stored, in: session).people
  }

  /// Removes what the store knows of the people of an entry. What was removed stays in the free pages of the store's
  /// file until ``Store/compact()`` is called.
  ///
  /// - Parameters:
  ///   - outcomes: what the entry reached elsewhere.
  ///   - version: what its sender has made of it without personal values; nil where it is erased here first.
  ///   - names: what the entry may be called in messages that carried it.
  /// - Throws: ``ErasureRefusal``, ``StoreError``.
  package func erase(
    _ stored: StoredEntry, like version: Entry? = nil, outcomes: [Outcome], named names: [Identifier], on date: Day,
    reason: String, actor: String?, at instant: Instant
  ) throws -> ErasureAct {
    if let known = try find(stored.registration) { throw ErasureRefusal.already(known) }
    let work = try EntryErasure(of: stored, in: session)
    if work.people.occur(in: reason) { throw ErasureRefusal.reasonIsPersonal }
    // In a store from before there were numbers it is the last moment at which they can be given.
    if let contest = try session.contests.find(stored.registration.contest) {
      try session.sharedParticipants.keep(in: contest)
    }
    var removed = try work.eraseEntry(like: version, at: instant)
    removed[.reasons] = try work.eraseReasons()
    removed[.protocols] = try work.eraseProtocols(at: instant)
    removed[.outcomes] = try work.erase(outcomes, at: instant)
    removed[.answers] = try work.eraseAnswers(to: names)
    removed[.fileNames] = try work.eraseFileNames()
    let event = try session.events.append(
      "entry.erase", subject: stored.registration.description, actor: actor, at: instant)
    // Also what this transaction itself has logged.
    removed[.earlierVersions] = try work.eraseVersions(outcomes, before: event)
    try session.connection.run(
      "INSERT INTO erasure (entry_id, event_id, erased_on, reason) VALUES (\(marks(4)))",
      [.integer(work.row), .integer(event), .day(date), .text(reason)])
    let erasure = Erasure(registration: stored.registration, event: event, date: date, reason: reason)
    return ErasureAct(
      erasure: erasure, removed: removed.filter { $0.value > 0 },
      broughtBy: try session.messages.bringing(stored.registration), others: try work.others())
  }
}
