package import Contests
package import Primitives

// Reading entries.
extension EntryStore {
  private static let select = """
    SELECT entry.id, contest.identifier, entry.identifier, exchange_identifier, sender.identifier, message_id,
      registered_on, status_changes, entry.changed_at,
      \(qualified), \(isErased)
    FROM entry JOIN contest ON contest.id = contest_id JOIN sender ON sender.id = sender_id
    """

  private static let isErased = "(SELECT count(*) FROM erasure WHERE erasure.entry_id = entry.id)"

  /// Columns that contests have too must say whose they are.
  private static let qualified = EntryRow.columns.split(separator: ",")
    .map { "entry." + $0.filter { !$0.isWhitespace } }.joined(separator: ", ")

  package func find(_ registration: Registration) throws -> StoredEntry? {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return nil }
    let row = EntryKey.row(contest: contest, number: registration.number)
    return try first("WHERE entry.id = ?", [.integer(row)])
  }

  /// Finds a sender's entry by the sender's own identifier.
  package func find(contest: Identifier, sender: Identifier, id: Identifier) throws -> StoredEntry? {
    try first(
      "WHERE contest.identifier = ? AND entry.identifier = ? AND sender.identifier = ?",
      [.coded(contest), .coded(id), .coded(sender)])
  }

  /// Finds an entry by the identifier it goes by within its contest.
  package func find(contest: Identifier, exchangeID: Identifier) throws -> StoredEntry? {
    guard let row = try session.contestRowIfAny(contest) else { return nil }
    return try first(
      "WHERE contest_id = ? AND coalesce(exchange_identifier, entry.identifier) = ?",
      [.integer(row), .coded(exchangeID)])
  }

  /// The number and the state of the entry that goes by an identifier within its contest. The rest is not read: a
  /// receipt asks for each of its records.
  package func standing(of exchangeID: Identifier, in contest: Identifier) throws -> (number: Int, status: EntryStatus)?
  {
    guard let row = try session.contestRowIfAny(contest) else { return nil }
    return try session.connection.first(
      "SELECT id, status FROM entry WHERE contest_id = ? AND coalesce(exchange_identifier, identifier) = ?",
      [.integer(row), .coded(exchangeID)]
    ) { fields in (number: EntryKey.number(of: try fields.int64()), status: try fields.named()) }
  }

  /// Entries in the order of registration, contest by contest.
  package func list(_ filter: EntryFilter = EntryFilter()) throws -> [StoredEntry] {
    var entries: [StoredEntry] = []
    try each(filter) { entries.append($0) }
    return entries
  }

  /// Hands over entries one by one in the order of registration, contest by contest: memory stays flat.
  package func each(_ filter: EntryFilter, _ body: (StoredEntry) throws -> Void) throws {
    var conditions = Conditions()
    if let contest = filter.contest {
      guard let row = try session.contestRowIfAny(contest) else { return }
      let rows = EntryKey.rows(of: row)
      conditions.add("entry.id BETWEEN ? AND ?", rows[0], rows[1])
    }
    conditions.add("entry.nomination = ?", ifGiven: .coded(filter.nomination))
    conditions.add("entry.status = ?", ifGiven: .named(filter.status))
    let district = filter.district.map { FoldedText($0) }
    let ageGroup = filter.ageGroup.map { FoldedText($0) }
    // Within a contest the rows already lie in order; a sort would hold them all back.
    let order = filter.contest == nil ? "contest.identifier, entry.id" : "entry.id"
    try each(where: conditions, order: order) { stored in
      if let district, stored.entry.district.map({ FoldedText($0) }) != district { return }
      if let ageGroup, stored.entry.ageGroup.map({ FoldedText($0) }) != ageGroup { return }
      try body(stored)
    }
  }

  package func each(in contest: Identifier, _ body: (StoredEntry) throws -> Void) throws {
    try each(EntryFilter(contest: contest), body)
  }

  /// Hands over what the applications of a contest say, in the order of registration, withdrawn ones left out. Each
  /// entry goes by its identifier within the contest, where that of its sender need not be the only one.
  ///
  /// What the store knows beyond that is not asked for: it would take longer than the rest.
  ///
  /// - Parameter body: is handed the registration number too.
  package func eachToSend(in contest: Identifier, _ body: (Int, Entry) throws -> Void) throws {
    guard let row = try session.contestRowIfAny(contest) else { return }
    try session.connection.rows(Self.toSend, EntryKey.rows(of: row)) { row in
      var fields = Fields(row)
      let number = EntryKey.number(of: try fields.int64())
      let id = try fields.value(Identifier.self)
      var entry = try EntryRow.read(&fields, id: id, contest: contest)
      entry.isErased = try fields.flag()
      try body(number, entry)
    }
  }

  private static let toSend = """
    SELECT id, coalesce(exchange_identifier, identifier), \(EntryRow.columns), \(isErased)
    FROM entry WHERE id BETWEEN ? AND ? AND status <> 'withdrawn' ORDER BY id
    """

  /// Hands over the entries of a contest that were withdrawn after applications of it were sent with them: whoever got
  /// them is to know.
  ///
  /// - Parameter body: is handed the registration number, the identifier within the contest, the withdrawal, and whether
  ///   the people were erased.
  package func eachToWithdraw(
    in contest: Identifier, _ body: (Int, Identifier, StatusChange<EntryStatus>, Bool) throws -> Void
  ) throws {
    guard let row = try session.contestRowIfAny(contest) else { return }
    try session.connection.rows(Self.toWithdraw, EntryKey.rows(of: row) + [.coded(contest)]) { row in
      var fields = Fields(row)
      let number = EntryKey.number(of: try fields.int64())
      let id = try fields.value(Identifier.self)
      let change = StatusChange(EntryStatus.withdrawn, on: try fields.day(), reason: fields.textIfAny())
      try body(number, id, change, try fields.flag())
    }
  }

  private static let toWithdraw = """
    SELECT entry.id, coalesce(exchange_identifier, identifier), date, reason,
      EXISTS (SELECT 1 FROM erasure WHERE erasure.entry_id = entry.id)
    FROM entry JOIN entry_status ON entry_id = entry.id AND position = status_changes - 1
    WHERE entry.id BETWEEN ? AND ? AND entry.status = 'withdrawn' AND EXISTS
      (SELECT 1 FROM sent_run JOIN message ON message.id = sent_run.message_id
       WHERE sent_run.contest_id = entry.contest_id AND first <= entry.id & 4294967295 AND last >= entry.id & 4294967295
         AND document = 'applications' AND subject = ?)
    ORDER BY entry.id
    """

  /// Whether the entries of a contest came from more than one sender.
  package func areOfSeveral(in contest: Identifier) throws -> Bool {
    guard let row = try session.contestRowIfAny(contest) else { return false }
    let rows = EntryKey.rows(of: row)
    let senders = try session.connection.number(
      "SELECT count(DISTINCT sender_id) FROM entry WHERE id BETWEEN ? AND ?", [rows[0], rows[1]])
    return senders ?? 0 > 1
  }

  /// Hands over the entries of a contest that were admitted or refused, and that no protocol speaks of yet.
  ///
  /// - Parameter number: Of the protocol that must not speak of them; nil for any.
  package func eachWithoutResult(
    in contest: Identifier, of number: String? = nil, _ body: (StoredEntry) throws -> Void
  ) throws {
    guard let row = try session.contestRowIfAny(contest) else { return }
    let rows = EntryKey.rows(of: row)
    var conditions = Conditions()
    conditions.add("entry.id BETWEEN ? AND ?", rows[0], rows[1])
    conditions.add("entry.status IN ('admitted', 'notAdmitted', 'underReview', 'awarded', 'participated')")
    if let number {
      conditions.add(
        """
        entry.id NOT IN (SELECT entry_id FROM protocol_result JOIN protocol ON protocol.id = protocol_id
        WHERE protocol.contest_id = ? AND protocol.number = ?)
        """, .integer(row), .text(number))
    } else {
      conditions.add("NOT EXISTS (SELECT 1 FROM protocol_result WHERE protocol_result.entry_id = entry.id)")
    }
    try each(where: conditions, order: "entry.id", body)
  }

  private func each(where conditions: Conditions, order: String, _ body: (StoredEntry) throws -> Void) throws {
    try session.connection.rows("\(Self.select) \(conditions.clause) ORDER BY \(order)", conditions.values) { row in
      try body(try read(row))
    }
  }

  /// Hands over the entries of a contest that compete, in the order of registration: what a ranking shows of them. Whoever
  /// stands behind them is not read.
  package func eachCompeting(in contest: Identifier, _ body: (CompetingEntry) throws -> Void) throws {
    guard let row = try session.contestRowIfAny(contest) else { return }
    let statuses = EntryStatus.allCases.filter(\.isAdmitted)
    try session.connection.rows(
      """
      SELECT id, coalesce(exchange_identifier, identifier), nomination, age_group, title FROM entry
      WHERE id BETWEEN ? AND ? AND status IN (\(marks(statuses.count))) ORDER BY id
      """, EntryKey.rows(of: row) + statuses.map { .named($0) }
    ) { row in
      var fields = Fields(row)
      let number = EntryKey.number(of: try fields.int64())
      try body(
        CompetingEntry(
          registration: Registration(contest: contest, number: number), exchangeID: try fields.value(),
          nomination: try fields.valueIfAny(), ageGroup: fields.textIfAny(), title: try fields.text()))
    }
  }

  /// How many entries of a contest compete, by nomination.
  package func admitted(in contest: Identifier) throws -> [Identifier?: Int] {
    try counts(of: Set(EntryStatus.allCases.filter(\.isAdmitted)), in: contest)
  }

  /// How many entries of a contest have one of these states, by nomination.
  package func counts(of statuses: Set<EntryStatus>, in contest: Identifier) throws -> [Identifier?: Int] {
    guard let row = try session.contestRowIfAny(contest) else { return [:] }
    let counts = try session.connection.all(
      """
      SELECT nomination, count(*) FROM entry
      WHERE id BETWEEN ? AND ? AND status IN (\(marks(statuses.count))) GROUP BY nomination
      """, EntryKey.rows(of: row) + statuses.map { .named($0) }
    ) { (try $0.valueIfAny(Identifier.self), try $0.int()) }
    return Dictionary(uniqueKeysWithValues: counts)
  }

  /// When the entries of a contest were last changed; nil where there are none.
  package func changedAt(in contest: Identifier) throws -> Instant? {
    guard let row = try session.contestRowIfAny(contest) else { return nil }
    return try session.connection.first(
      "SELECT max(changed_at) FROM entry WHERE id BETWEEN ? AND ?", EntryKey.rows(of: row)
    ) { try $0.instantIfAny() } ?? nil
  }

  private func first(_ clause: String, _ values: [Value]) throws -> StoredEntry? {
    var found: StoredEntry?
    try session.connection.rows("\(Self.select) \(clause)", values) { found = try read($0) }
    return found
  }

  private func read(_ row: any Row) throws -> StoredEntry {
    var fields = Fields(row)
    let key = try fields.int64()
    let contest = try fields.value(Identifier.self)
    let id = try fields.value(Identifier.self)
    let exchangeID = try fields.valueIfAny(Identifier.self)
    let sender = try fields.value(Identifier.self)
    let message = fields.intIfAny().map { Int64($0) }
    let registeredOn = try fields.day()
    let changes = try fields.int()
    let changedAt = try fields.instant()
    var entry = try EntryRow.read(&fields, id: id, contest: contest)
    entry.isErased = try fields.flag()
    return StoredEntry(
      registration: Registration(contest: contest, number: EntryKey.number(of: key)), exchangeID: exchangeID ?? id,
      sender: sender, entry: entry,
      history: try EntryRow.history(of: key, registeredOn: registeredOn, changes: changes, in: session.connection),
      changedAt: changedAt, message: message)
  }
}
