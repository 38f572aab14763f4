import Contests
import Foundation
import Primitives

/// The steps of erasing one entry, each over one kind of rows. Each returns how many values it took away.
struct EntryErasure {
  let row: Int64
  /// Everyone whom the entry, an earlier version of it or a protocol names.
  let people: PersonalNames
  private let stored: StoredEntry
  private let session: Session
  private let log: ChangeLog
  var connection: any Connection { session.connection }
  /// The row of its contest.
  var contest: Int64 { row >> 32 }

  init(of stored: StoredEntry, in session: Session) throws {
    self.stored = stored
    self.session = session
    row = try session.entryRow(stored.registration)
    log = ChangeLog(connection: session.connection)
    var people = stored.entry.personalNames
    for version in try log.versions(of: "entry", keys: "[\(row)]") {
      people = people.union(PersonalNames(ofRow: version.row))
    }
    if stored.entry.applicant.isPersonal {
      let applicants = try session.connection.all(
        "SELECT applicant FROM protocol_result WHERE entry_id = ?", [.integer(row)]
      ) { $0.textIfAny() }
      people = people.union(PersonalNames(applicants.compactMap { $0 }))
    }
    self.people = people
  }

  /// A corrected version without personal values takes the entry's place, so that whoever was sent it takes it too.
  ///
  /// - Parameter version: that version, where the sender has made it. Its people are not taken on trust.
  func eraseEntry(like version: Entry?, at instant: Instant) throws -> [PersonalField: Int] {
    let erased = ErasedEntry(stored.entry, naming: people)
    var entry = erased.entry
    entry.correctionNumber += 1
    if let version {
      entry = ErasedEntry(version, naming: people.union(version.personalNames)).entry
      entry.correctionNumber = max(version.correctionNumber, stored.entry.correctionNumber)
    }
    try session.entries.replace(stored.registration, with: entry, message: stored.message, changedAt: instant)
    return erased.removed
  }

  /// Reasons of states and of revoked awards that name someone, and remarks on events.
  func eraseReasons() throws -> Int {
    let states = try connection.all(
      "SELECT position, reason FROM entry_status WHERE entry_id = ? AND reason IS NOT NULL", [.integer(row)]
    ) { fields in (position: try fields.int64(), reason: try fields.text()) }.filter { people.occur(in: $0.reason) }
    for state in states {
      try connection.run(
        "UPDATE entry_status SET reason = ? WHERE entry_id = ? AND position = ?",
        [.text(Neutral.text), .integer(row), .integer(state.position)])
    }
    let revoked = try connection.all(
      "SELECT id, revoked_reason FROM winner WHERE entry_id = ? AND revoked_reason IS NOT NULL", [.integer(row)]
    ) { fields in (id: try fields.int64(), reason: try fields.text()) }.filter { people.occur(in: $0.reason) }
    for award in revoked {
      try connection.run(
        "UPDATE winner SET revoked_reason = ? WHERE id = ?", [.text(Neutral.text), .integer(award.id)])
    }
    return try states.count + revoked.count + eraseReasonsOfContest() + eraseRemarks() + eraseWordsOfJury()
  }

  private func eraseReasonsOfContest() throws -> Int {
    let states = try connection.all(
      "SELECT position, reason FROM contest_status WHERE contest_id = ? AND reason IS NOT NULL", [.integer(contest)]
    ) { fields in (position: try fields.int64(), reason: try fields.text()) }.filter {
      people.areNamed(in: $0.reason)
    }
    for state in states {
      try connection.run(
        "UPDATE contest_status SET reason = ? WHERE contest_id = ? AND position = ?",
        [.text(Neutral.text), .integer(contest), .integer(state.position)])
    }
    return states.count
  }

  private func eraseRemarks() throws -> Int {
    let remarks = try connection.all("SELECT event_id, remark FROM event_remark") { fields in
      (event: try fields.int64(), text: try fields.text())
    }.filter { people.areNamed(in: $0.text) }
    for remark in remarks {
      try connection.run(
        "UPDATE event_remark SET remark = ? WHERE event_id = ?", [.text(Neutral.text), .integer(remark.event)])
    }
    return remarks.count
  }

  // MARK: Protocols

  /// What protocols say of the entry, and their remarks that name someone.
  func eraseProtocols(at instant: Instant) throws -> Int {
    var erased = 0
    for held in try session.protocols.list(contest: stored.registration.contest) {
      let number = held.minutes.number
      var results: [ProtocolResult] = []
      try session.protocols.eachResult(contest: stored.registration.contest, number: number) { registration, result in
        if registration == stored.registration { results.append(result) }
      }
      for result in results {
        let without = result.erased(of: stored.entry.applicant, naming: people)
        if without == result { continue }
        try session.protocols.saveResult(without, contest: stored.registration.contest, number: number)
        erased += 1
      }
      let minutes = held.minutes.erased(naming: people)
      if minutes == held.minutes { continue }
      try session.protocols.save(
        minutes, contest: stored.registration.contest, imported: held.isImported, changedAt: instant)
      erased += 1
    }
    return erased
  }

  // MARK: What came from elsewhere

  func erase(_ outcomes: [Outcome], at instant: Instant) throws -> Int {
    try outcomes.count { outcome in
      try session.outcomes.add(outcome.erased(naming: people), changedAt: instant) == .updated
    }
  }

  func eraseAnswers(to names: [Identifier]) throws -> Int {
    guard !names.isEmpty else { return 0 }
    return try connection.run(
      """
      UPDATE answer SET reasons = NULL WHERE reasons IS NOT NULL AND record IN (\(marks(names.count)))
        AND message_id IN (\(Self.carriers))
      """, names.map { .coded($0) } + carrierValues)
  }

  /// «Заявка Ивановой.xml», as the message and its receipt have it. Of all messages: one that brought nothing new about
  /// the entry may be called so too.
  func eraseFileNames() throws -> Int {
    let files = try connection.all("SELECT id, file_name FROM message WHERE file_name IS NOT NULL") { fields in
      (id: try fields.int64(), name: try fields.text())
    }.filter { people.areNamed(in: $0.name) }
    for file in files {
      try session.messages.forgetFileName(of: file.id)
      try session.messages.forgetFileName(inReceiptOf: file.id)
    }
    return files.count
  }

  /// The messages that carried the entry.
  private static let carriers = "SELECT message_id FROM sent_run WHERE contest_id = ? AND first <= ? AND last >= ?"
  private var carrierValues: [Value] {
    [.integer(contest), .int(stored.registration.number), .int(stored.registration.number)]
  }

  // MARK: Earlier versions

  /// What the rows had been before they changed, now or earlier.
  ///
  /// - Parameter event: of the erasure: what it logged itself is emptied, and not counted.
  func eraseVersions(_ outcomes: [Outcome], before event: Int64) throws -> Int {
    var keys = [("entry", "[\(row)]"), ("protocol_result", "%,\(row)]")]
    keys += ["entry_status", "score_sheet", "recusal"].map { ($0, "[\(row),%") }
    keys += ["protocol_sheet", "protocol_recusal"].map { ($0, "%,\(row),%") }
    keys += try connection.all("SELECT id FROM winner WHERE entry_id = ?", [.integer(row)]) {
      ("winner", "[\(try $0.int64())]")
    }
    for outcome in outcomes {
      keys += try connection.all(
        "SELECT id FROM outcome WHERE organiser_identifier = ? AND coalesce(contest, contest_title) = ? AND identifier = ?",
        [
          .coded(outcome.organiser.id), .text(outcome.contest.id?.description ?? outcome.contest.title),
          .coded(outcome.id),
        ]
      ) { ("outcome", "[\(try $0.int64())]") }
    }
    var changes = try keys.flatMap { try log.versions(of: $0.0, keys: $0.1).map(\.change) }
    var shared = ["contest_status", "tie_decision"].map { ($0, "[\(contest),%") }
    shared.append(("judging_closing", "[\(contest)]"))
    shared += try connection.all("SELECT id FROM protocol WHERE contest_id = ?", [.integer(contest)]) {
      ("protocol", "[\(try $0.int64())]")
    }
    for (table, keys) in shared {
      changes += try log.versions(of: table, keys: keys).filter { isAnyoneNamed(in: $0.row) }.map(\.change)
    }
    let own = try connection.number(
      "SELECT count(*) FROM change WHERE event_id = ? AND before IS NOT NULL", [.integer(event)])
    try log.erase(changes)
    return max(0, changes.count - Int(own ?? 0))
  }

  private func isAnyoneNamed(in row: [String: Value]) -> Bool {
    row.values.contains { value in
      if case .text(let text) = value { people.areNamed(in: text) } else { false }
    }
  }

  // MARK: The same people elsewhere

  /// Other entries in which someone goes by the very same name.
  func others() throws -> [Registration] {
    var names = Set(stored.entry.participants?.people.map(\.name) ?? [])
    if case .person(let person) = stored.entry.applicant { names.insert(person.name) }
    var found: Set<Registration> = []
    for name in names {
      let escaped = name.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
      let rows = try connection.all(
        """
        SELECT entry.id, contest.identifier FROM entry JOIN contest ON contest.id = contest_id
        WHERE entry.id <> ? AND (applicant = ? OR people LIKE ? ESCAPE '\\')
        """, [.integer(row), .text(name), .text("%\"name\":\"\(escaped)\"%")]
      ) { fields in
        let number = EntryKey.number(of: try fields.int64())
        return Registration(contest: try fields.value(), number: number)
      }
      found.formUnion(rows)
    }
    return found.sorted()
  }
}

extension PersonalNames {
  /// Of an earlier row of an entry.
  fileprivate init(ofRow row: [String: Value]) {
    func text(_ column: String) -> String? {
      if case .text(let text)? = row[column] { text } else { nil }
    }
    let people = text("people").flatMap { try? JSONDecoder().decode([Person].self, from: Data($0.utf8)) } ?? []
    var names = [text("leader"), text("applicant_leader"), text("applicant_representative")]
    if text("applicant_kind") != "organisation" || text("applicant_inn")?.count == 12 {
      names.append(text("applicant"))
    }
    names += people.flatMap { [$0.name, $0.leader, $0.representative] }
    self.init(
      names.compactMap { $0 },
      phrases: [text("applicant_phone"), text("applicant_email"), text("applicant_address")].compactMap { $0 })
  }
}
