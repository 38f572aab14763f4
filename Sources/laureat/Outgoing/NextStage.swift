import Contests
import Exchange
import Primitives
import Storage

/// The winners of a contest as applications to the contest that it is a stage of.
///
/// Their versions are counted by what went there before: an award, a nomination or a day may change them as well as a
/// correction of the entry, whose own version counts for its own contest.
struct NextStage {
  /// What goes there of one entry.
  struct Record {
    var number: Int
    var application: Application
    /// Of an application's content.
    var digest: [UInt8]?
  }

  private let stage: Identifier
  /// The contest of the next stage, where its announcement was taken in.
  private let announced: Contest?
  private let contest: Contest
  private let nomination: Identifier?
  private let session: Session

  /// - Throws: ``Failure`` for a contest that is its own next stage, or a nomination that is not announced there.
  init(_ stage: Identifier, of contest: Contest, nomination: Identifier?, in session: Session) throws {
    guard stage != contest.id else {
      throw Failure.usage(
        LocalizedText(
          ru: "конкурс не может быть следующим этапом самого себя", en: "a contest is not its own next stage"))
    }
    announced = try session.contests.find(stage)
    if let nomination, let announced, announced.nomination(nomination) == nil {
      throw Failure([.noCounterpart(nomination, in: announced)])
    }
    self.stage = stage
    self.contest = contest
    self.nomination = nomination
    self.session = session
  }

  /// Each winner once, in the order of registration, with what it reached here; withdrawals of those who were sent on and
  /// are winners no more.
  ///
  /// - Throws: ``Failure`` where the next stage has no nomination of that name.
  func records() throws -> [Record] {
    let awards = Dictionary(grouping: try session.winners.list(contest: contest.id), by: \.registration.number)
    let sent = try session.sent.last(of: contest.id, sentTo: stage)
    return try Set(awards.keys).union(sent.keys).sorted().compactMap { number in
      let registration = Registration(contest: contest.id, number: number)
      guard let stored = try session.entries.find(registration) else { return nil }
      return try record(of: stored, with: awards[number] ?? [], after: sent[number])
    }
  }

  /// - Parameters:
  ///   - awards: All that the entry was ever given.
  ///   - last: What went there of it before.
  private func record(of stored: StoredEntry, with awards: [StoredWinner], after last: SentRun?) throws -> Record? {
    let number = stored.registration.number
    let standing = stored.status == .withdrawn ? [] : awards.filter { $0.revoked == nil }
    let best = standing.min { ($0.winner.place ?? .max) < ($1.winner.place ?? .max) }
    if let best, last?.isWithdrawal != true {
      var entry = try application(stored, best.winner, prizes: standing.compactMap(\.winner.prize))
      let digest = try entry.contentDigest()
      entry.correctionNumber = last.map { $0.digest == digest ? $0.correctionNumber : $0.correctionNumber + 1 } ?? 0
      return Record(number: number, application: .entry(entry), digest: digest)
    }
    guard last != nil else { return nil }
    if best != nil { DiagnosticPrinter.show([.withdrawnThere(stored.registration, from: stage)]) }
    return Record(number: number, application: .withdrawal(withdrawal(of: stored, after: awards)))
  }

  /// Says since when the entry is no winner any more, and why; not from before it was submitted there.
  private func withdrawal(of stored: StoredEntry, after awards: [StoredWinner]) -> Withdrawal {
    let change = stored.history.changes.last { $0.status == .withdrawn }
    let revocation = awards.compactMap(\.revoked).max { $0.date < $1.date }
    let decided = awards.map(\.winner.minutes.date).max() ?? stored.entry.submittedAt.day
    let submitted = submission(of: stored.entry, decidedOn: decided).day
    return Withdrawal(
      id: Self.id(of: stored.registration) ?? stored.exchangeID,
      date: (change?.date ?? revocation?.date).map { max($0, submitted) },
      reason: change?.reason ?? revocation?.reason ?? "—")
  }

  private func application(_ stored: StoredEntry, _ best: Winner, prizes: [String]) throws -> Entry {
    var entry = stored.entry
    entry.id = Self.id(of: stored.registration) ?? stored.exchangeID
    entry.contest = stage
    entry.nomination = try counterpart(of: stored.entry.nomination)
    entry.submittedAt = submission(of: stored.entry, decidedOn: best.minutes.date)
    entry.previousStage = PreviousStage(
      contestTitle: contest.title, contest: contest.id, organiser: contest.organiser.title, entry: stored.exchangeID,
      place: best.place, prize: prizes.isEmpty ? nil : prizes.joined(separator: "; "), minutes: best.minutes)
    return entry
  }

  /// `<contest>.<number>`: contests of one sender must not send two entries under one identifier.
  static func id(of registration: Registration) -> Identifier? {
    Identifier("\(registration.contest).\(registration.number)")
  }

  /// The entry that goes by such an identifier.
  static func registration(of id: Identifier) -> Registration? {
    guard let dot = id.description.lastIndex(of: ".") else { return nil }
    return Registration(id.description[..<dot] + "/" + id.description[id.description.index(after: dot)...])
  }

  /// The nomination asked for; else the one of the same identifier, or the same title.
  private func counterpart(of own: Identifier?) throws -> Identifier? {
    if let nomination { return nomination }
    guard let own, let announced else { return own }
    if announced.nomination(own) != nil { return own }
    let title = contest.nomination(own)?.title
    if let same = announced.nominations.first(where: { $0.title == title }) { return same.id }
    if announced.nominations.isEmpty { return nil }
    throw Failure([.noCounterpart(own, in: announced)])
  }

  /// An entry is submitted to the next stage when it was decided here, and not before that stage opens.
  private func submission(of entry: Entry, decidedOn day: Day) -> Instant {
    let first = max(day, announced?.schedule.opens ?? day)
    return entry.submittedAt.day >= first ? entry.submittedAt : Instant(noonOf: first)
  }
}

extension Diagnostic {
  fileprivate static func withdrawnThere(_ entry: Registration, from stage: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.staysWithdrawn, .warning,
      LocalizedText(
        ru: "заявка \(entry) уже отозвана из конкурса \(stage) и снова туда не передаётся",
        en: "entry \(entry) was withdrawn from the contest \(stage) before, and does not go there again"),
      advice: LocalizedText(
        ru: "договоритесь с организатором \(stage), чтобы он принял её как новую",
        en: "ask the organiser of \(stage) to enter it as a new one"))
  }

  fileprivate static func noCounterpart(_ nomination: Identifier, in stage: Contest) -> Diagnostic {
    let known = stage.nominations.map(\.id.description).joined(separator: ", ")
    return Diagnostic(
      ContestCode.unknownNomination,
      LocalizedText(
        ru: "номинации \(nomination) в конкурсе \(stage.id) нет",
        en: "the contest \(stage.id) has no nomination \(nomination)"),
      advice: LocalizedText(ru: "выберите одну: --nomination (\(known))", en: "choose one: --nomination (\(known))"))
  }
}
