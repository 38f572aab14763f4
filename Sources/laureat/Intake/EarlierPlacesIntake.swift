import Contests
import Exchange
import Primitives
import Storage

/// What becomes of places that earlier protocols gave, when a received one tells that they were taken back, or decides
/// on their nomination anew.
struct EarlierPlacesIntake {
  typealias Revocation = ProtocolResult.EarlierPlace.Revocation

  /// What one result takes back, found and not yet recorded.
  struct Step {
    fileprivate(set) var revoked: [(held: StoredWinner, revocation: Revocation)] = []
    fileprivate(set) var findings: [Diagnostic] = []
    /// True for an entry that is left with neither place nor prize.
    fileprivate(set) var takesAll = false

    var ids: Set<Int64> { Set(revoked.map(\.held.id)) }
    /// The last day on which something was taken back.
    var date: Day? { revoked.map(\.revocation.date).max() }

    func takes(_ award: ProtocolResult.Award, of result: ProtocolResult, by minutes: ResultsProtocol) -> Bool {
      revoked.map(\.held.winner).contains {
        $0.minutes.number == minutes.number && $0.place == award.place
          && $0.nomination == award.nomination ?? result.nomination
      }
    }
  }

  private let minutes: ResultsProtocol
  private let session: Session
  private let changedAt: Instant
  /// The numbers of the protocols that came as documents: what was decided here is taken back here.
  private let received: Set<String>
  private let choices: [Identifier?: RevokedPlaces]
  /// Everything given, by entry.
  private var given: [Registration: [StoredWinner]]
  /// Places in nominations decided anew of which nothing is known yet: until the last result has come they hinder
  /// nobody.
  private(set) var open: Set<Int64>

  init(_ minutes: ResultsProtocol, of contest: Identifier, _ context: IntakeContext) throws {
    self.minutes = minutes
    session = context.session
    changedAt = context.changedAt
    let received = Set(try session.protocols.list(contest: contest).filter(\.isImported).map(\.minutes.number))
    let choices = minutes.decisions.reduce(into: [Identifier?: RevokedPlaces]()) { choices, decision in
      if let choice = decision.revokedPlaces { choices[decision.nomination] = choice }
    }
    let all = try session.winners.list(contest: contest)
    self.received = received
    self.choices = choices
    given = Dictionary(grouping: all, by: \.registration)
    open = Set(
      all.filter { held in
        held.revoked == nil && held.winner.place != nil && held.winner.minutes.number != minutes.number
          && received.contains(held.winner.minutes.number)
          && [.movedUp, .anew].contains(choices[held.winner.nomination] ?? .vacant)
      }.map(\.id))
  }

  /// - Parameter result: With its nomination named.
  func step(for result: ProtocolResult, on entry: Registration) -> Step {
    var step = Step()
    let held = given[entry] ?? []
    for told in result.earlierPlaces {
      guard let revocation = told.revocation else { continue }
      let meant = held.filter {
        $0.winner.place == told.place && $0.winner.nomination == told.nomination ?? result.nomination
          && $0.winner.minutes.number == told.minutes
      }
      guard let standing = meant.first(where: { $0.revoked == nil }) else {
        if meant.isEmpty { step.findings.append(.notHeld(told)) }
        continue
      }
      if !received.contains(told.minutes) {
        step.findings.append(.decidedHere(told, entry))
      } else if revocation.date < standing.winner.minutes.date {
        step.findings.append(.revokedBeforeGiven(told, standing.winner.minutes.date))
      } else {
        step.revoked.append((standing, revocation))
      }
    }
    // A decision says of itself that all places were taken back, or that whoever gets another place leaves the former.
    for place in held where open.contains(place.id) && !step.ids.contains(place.id) {
      let hasOther = result.awards.contains { award in
        award.place != nil && (award.nomination ?? result.nomination) == place.winner.nomination
      }
      switch choices[place.winner.nomination] {
      case .anew: step.revoked.append((place, Revocation(date: minutes.date, ground: .other)))
      case .movedUp where hasOther: step.revoked.append((place, Revocation(date: minutes.date, ground: .moved)))
      default: break
      }
    }
    let ids = step.ids
    step.takesAll = !ids.isEmpty && held.allSatisfy { $0.revoked != nil || ids.contains($0.id) }
    return step
  }

  /// Takes back what a result took back.
  mutating func record(_ step: Step) throws {
    for (held, revocation) in step.revoked { try revoke(held, revocation) }
  }

  private mutating func revoke(_ held: StoredWinner, _ revocation: Revocation) throws {
    let reason = local(
      ru: "отменено организатором, протокол № \(minutes.number)",
      en: "taken back by the organiser, protocol \(minutes.number)")
    try session.winners.revoke(
      held.id, reason: reason, ground: revocation.ground, date: revocation.date, changedAt: changedAt)
    open.remove(held.id)
    given[held.registration]?.removeAll { $0.id == held.id }
  }

  /// Settles the places that no result spoke of.
  ///
  /// - Throws: ``IntakeRefusal`` where one of them stands, and was given to somebody else too.
  mutating func finish(_ winners: WinnerContext, _ root: Diagnostic.Location?) throws {
    for held in given.values.joined().filter({ open.contains($0.id) }).sorted(by: { $0.id < $1.id }) {
      guard let stored = try session.entries.find(held.registration) else { continue }
      if choices[held.winner.nomination] == .anew {
        try revoke(held, Revocation(date: minutes.date, ground: .other))
        let stands = given[held.registration]?.contains { $0.revoked == nil } ?? false
        if !stands, stored.status == .awarded {
          try session.entries.apply(
            StatusChange(.participated, on: minutes.date), to: held.registration, changedAt: changedAt)
        }
        continue
      }
      let findings = PlacesWithinPrizes().findings(
        for: held.winner, by: Candidate(stored.entry, status: stored.status), in: winners)
      if findings.hasErrors { throw IntakeRefusal(diagnostics: [Diagnostic.standsStill(held).at(root)]) }
    }
  }
}

extension Diagnostic {
  fileprivate static func notHeld(_ told: ProtocolResult.EarlierPlace) -> Diagnostic {
    Diagnostic(
      ContestCode.awardNotHeld, .note,
      LocalizedText(
        ru: "отменено \(told.place)-е место по протоколу № \(told.minutes), которого у заявки здесь нет",
        en: "place \(told.place) of the protocol \(told.minutes) was revoked, which the entry does not hold here"),
      advice: LocalizedText(
        ru: "если нужна вся история, попросите у организатора и прежний протокол",
        en: "ask the organiser for the earlier protocol too, if the whole history is wanted"),
      field: "earlierPlace")
  }

  fileprivate static func decidedHere(_ told: ProtocolResult.EarlierPlace, _ entry: Registration) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "протокол № \(told.minutes) составлен здесь, и \(told.place)-е место по нему в силе",
        en: "the protocol \(told.minutes) was drawn up here, and its place \(told.place) stands"),
      advice: LocalizedText(
        ru: "если место отменено, отмените его сами: laureat winner revoke --contest \(entry.contest) --entry \(entry)",
        en: "if it was revoked, revoke it here: laureat winner revoke --contest \(entry.contest) --entry \(entry)"),
      field: "earlierPlace")
  }

  fileprivate static func revokedBeforeGiven(_ told: ProtocolResult.EarlierPlace, _ given: Day) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "\(told.place)-е место отменено раньше, чем присуждено: протокол № \(told.minutes) от \(given.dotted)",
        en: "place \(told.place) was revoked before it was given: the protocol \(told.minutes) is of \(given)"),
      advice: LocalizedText(
        ru: "попросите организатора проверить день отмены", en: "ask the organiser to check the day of the revocation"),
      field: "earlierPlace/@revokedOn")
  }

  fileprivate static func standsStill(_ held: StoredWinner) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "место заявки \(held.registration) отдано другой, а об отмене его ничего не сказано",
        en: "the place of \(held.registration) is given to another, and nothing says that it was revoked"),
      advice: LocalizedText(
        ru: "попросите организатора отменить место и выгрузить протокол заново",
        en: "ask the organiser to revoke the place, and to export the protocol anew"))
  }
}
