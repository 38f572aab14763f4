import Contests
import Exchange
import Primitives
import Reports
import Storage

/// What the rules give by the work of a jury, and what stands against recording it.
struct DecidedRound {
  let judging: ContestJudging
  /// Those that are decided now.
  let results: [Adjudication.Result]
  let redecision: Redecision
  /// Everything that has to be settled first.
  let obstacles: [Diagnostic]
  /// With the places of the divisions that are recorded, in the order of the announcement.
  let told: [Adjudication.Result]

  var contest: Contest { judging.contest }

  /// - Parameter nomination: The one to tell of; nil for all. What is won in the others counts all the same.
  init(
    _ contest: Contest, decisions: [ResultsProtocol.Decision], showing nomination: Identifier? = nil,
    in session: Session
  ) throws {
    let redecision = try Redecision(contest, decisions, in: session)
    var judging = try ContestJudging(contest, decisions: redecision.decisions, in: session)
    let nominations = redecision.nominations
    judging.adjudication.earlierWinners = try Self.earlierWinners(judging.adjudication, redecision, in: session)
    judging.adjudication.nominations = nominations
    judging.adjudication.excluded = redecision.excluded
    judging.adjudication.vacated = redecision.vacated
    judging.adjudication.precedence = redecision.holders + judging.adjudication.precedence
    self.judging = judging
    self.redecision = redecision
    let all = judging.adjudication.results()
    let decided = all.filter { nominations.contains($0.division.nomination) }
    let isShown = { (result: Adjudication.Result) in nomination == nil || result.division.nomination == nomination }
    // Where there is no order, nothing is said of places.
    results = decided.filter { $0.obstacles.isEmpty && isShown($0) }.map(redecision.settled)
    told = all.filter(isShown).compactMap { result in
      if !nominations.contains(result.division.nomination) { return redecision.recorded(result) }
      return result.obstacles.isEmpty ? redecision.settled(result) : nil
    }
    var obstacles = decided.flatMap(\.obstacles)
    let ungrouped = judging.adjudication.entrants.filter {
      nominations.contains($0.nomination) && contest.lacksAgeGroup(nomination: $0.nomination, ageGroup: $0.ageGroup)
    }.compactMap { judging.entries[$0.entry]?.registration }
    if !ungrouped.isEmpty { obstacles.append(.withoutAgeGroup(ungrouped)) }
    if !nominations.isEmpty, !judging.unidentified.isEmpty {
      let entries = judging.unidentified.compactMap { judging.entries[$0]?.registration }
      obstacles.append(.participantsUnidentified(entries, in: contest.id))
    }
    if nominations.isEmpty {
      // Nothing is to be decided, whatever the jury still owes.
    } else if judging.adjudication.sheets.isEmpty {
      obstacles.append(.noSheets(contest.id))
    } else if try session.judging.closing(of: contest.id) == nil {
      let missing = try judging.duties(in: session).missing.count
      if missing > 0 { obstacles.append(.roundUnfinished(contest.id, missing: missing)) }
    }
    for result in results {
      obstacles += result.proposal.undecided.map { .tieUndecided($0, in: result.division, judging) }
      // A nomination is void with all its age groups.
      obstacles += Self.remarks(result, judging).filter { !obstacles.contains($0) }
    }
    self.obstacles = obstacles + redecision.obstacles(decided, judging)
  }

  /// What is to be said of the quorum where those make it who gave points, once all sheets are there.
  var quorum: [Diagnostic] {
    guard !results.isEmpty, !obstacles.contains(where: { $0.code == ContestCode.roundUnfinished }) else { return [] }
    var minutes = judging.adjudication.minutes(ProtocolReference(number: "—", date: Clock.now().day), giving: [])
    minutes.attendance = judging.adjudication.attendance()
    return QuorumReached().findings(in: minutes, of: contest)
  }

  /// Where nobody may win twice, what has been given by hand counts too.
  private static func earlierWinners(
    _ adjudication: Adjudication, _ redecision: Redecision, in session: Session
  ) throws -> [Adjudication.Entrant] {
    let contest = adjudication.contest
    guard contest.rules.oneWinPerParticipant else { return [] }
    let shared = try session.sharedParticipants.of(contest.id)
    return try session.winners.existing(in: contest.id).filter { !redecision.redecides($0) }
      .map { Adjudication.Entrant($0, numbered: shared) }
      + redecision.passedOver(among: adjudication.entrants, shared, in: session)
  }

  /// What is to be known about a nomination, and hinders nothing.
  private static func remarks(_ result: Adjudication.Result, _ judging: ContestJudging) -> [Diagnostic] {
    switch result.proposal.outcome {
    case .tooFewEntries: [.tooFewEntries(in: Division(nomination: result.division.nomination), of: judging.contest)]
    case .noWinner where !result.ranking.groups.isEmpty: [.nobodyWins(in: result.division, of: judging.contest)]
    case .decided, .noWinner, .cancelled: []
    }
  }
}

extension Diagnostic {
  fileprivate static func noSheets(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.roundUnfinished, .error,
      LocalizedText(
        ru: "оценочных листов в конкурсе \(contest) нет", en: "the contest \(contest) has no score sheets"),
      advice: LocalizedText(
        ru: "примите листы: laureat scores import или laureat import; победителей без листов записывают по одному",
        en: "take the sheets in: laureat scores import, or laureat import; without sheets, record winners one by one"))
  }

  fileprivate static func roundUnfinished(_ contest: Identifier, missing: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.roundUnfinished, .error,
      LocalizedText(
        ru: "жюри не закончило работу: недостаёт оценочных листов — \(missing)",
        en: "the jury has not finished: \(missing) score sheet\(missing == 1 ? " is" : "s are") missing"),
      advice: LocalizedText(
        ru:
          "кто не сдал: laureat jury progress --contest \(contest); закончить без них: laureat jury close --contest \(contest) --reason …",
        en:
          "who owes them: laureat jury progress --contest \(contest); end without them: laureat jury close --contest \(contest) --reason …"
      ))
  }

  fileprivate static func tieUndecided(
    _ tie: Proposal.Undecided, in division: Division, _ judging: ContestJudging
  ) -> Diagnostic {
    let entries = tie.entries.map(judging.registration).joined(separator: ", ")
    let places = tie.places.map(String.init).joined(separator: ", ")
    // Plain numbers are those of registration.
    let numbers = tie.entries.map(judging.number).joined(separator: ",")
    let nomination = division.nomination.map { " --nomination \($0)" } ?? ""
    let method = tie.methods.first ?? .vote
    // What the regulation does not name must be named first.
    let named = (judging.contest.rules.tieBreaks + [method]).map { " --tie-break \($0.rawValue)" }.joined()
    let edit = tie.methods.isEmpty ? "laureat contest edit \(judging.contest.id)\(named); " : ""
    let command =
      edit
      + "laureat jury tie --contest \(judging.contest.id)\(nomination) --method \(method.rawValue) --order \(numbers)"
    return Diagnostic(
      ContestCode.tieUndecided, .error,
      LocalizedText(
        ru: "заявки \(entries) равны, и правила не говорят, кому какое место (\(places))",
        en: "the entries \(entries) are equal, and the rules do not say who gets which place (\(places))"),
      advice: LocalizedText(
        ru: "запишите решение жюри, лучших первыми: \(command) --reason …",
        en: "record what the jury decides, best first: \(command) --reason …"))
  }

  fileprivate static func tooFewEntries(in division: Division, of contest: Contest) -> Diagnostic {
    let (russian, english) = (
      Format.sentencePart(division, of: contest, .russian), Format.sentencePart(division, of: contest, .english)
    )
    return Diagnostic(
      ContestCode.tooFewEntries, .warning,
      LocalizedText(
        ru: "\(russian) не состоялась: заявок меньше, чем требует положение",
        en: "\(english) is void: fewer entries than the regulation asks for"),
      advice: LocalizedText(
        ru: "мест в ней нет; специальный приз жюри дать может",
        en: "it gives no places; the jury may still give a special prize"))
  }

  fileprivate static func nobodyWins(in division: Division, of contest: Contest) -> Diagnostic {
    let (russian, english) = (
      Format.sentencePart(division, of: contest, .russian), Format.sentencePart(division, of: contest, .english)
    )
    return Diagnostic(
      ContestCode.nobodyWins, .warning,
      LocalizedText(ru: "\(russian): места не присуждаются", en: "\(english): no places are given"),
      advice: LocalizedText(
        ru: "почему — показывает laureat ranking show", en: "laureat ranking show tells why"))
  }
}
