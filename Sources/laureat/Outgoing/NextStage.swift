import Contests
import Exchange
import Primitives
import Storage

/// The winners of a contest as applications to the contest that it is a stage of.
struct NextStage {
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

  /// Each winner once, in the order of registration, with what it reached here.
  ///
  /// - Throws: ``Failure`` where the next stage has no nomination of that name.
  func winners() throws -> [(number: Int, entry: Entry)] {
    let standing = try session.winners.list(contest: contest.id).filter { $0.revoked == nil }
    let byNumber = Dictionary(grouping: standing, by: \.registration.number)
    return try byNumber.sorted { $0.key < $1.key }.compactMap { number, awards in
      guard let best = awards.min(by: { ($0.winner.place ?? .max) < ($1.winner.place ?? .max) }),
        let stored = try session.entries.find(best.registration), stored.status != .withdrawn
      else { return nil }
      return (number, try application(stored, best.winner, prizes: awards.compactMap(\.winner.prize)))
    }
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
