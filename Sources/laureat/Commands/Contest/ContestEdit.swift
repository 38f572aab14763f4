import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat contest edit C`: changes what was announced, as long as nothing is decided.
struct ContestEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: local(ru: "Изменить положение конкурса.", en: "Change a contest."),
    discussion: examples([
      "laureat contest edit teplo-2021 --closes 2021-03-27 --tie-break criterionOrder --tie-break chair",
      "laureat contest edit teplo-2021 --criterion idea:10=Замысел --drop-criterion size --clear passMark",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Название.", en: "Title.")), transform: TypedText.line)
  var title: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Убрать номинацию; можно несколько раз.", en: "Take out a nomination; may be repeated."),
      valueName: "id"))
  var dropNomination: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(ru: "Убрать критерий; можно несколько раз.", en: "Take out a criterion; may be repeated."),
      valueName: "id"))
  var dropCriterion: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Очистить: \(ClearedPart.names); можно несколько раз.",
        en: "Clear: \(ClearedPart.names); may be repeated."), valueName: "what"))
  var clear: [ClearedPart] = []

  @OptionGroup(title: local(ru: "О конкурсе", en: "About the contest")) var fields: ContestFields
  @OptionGroup(title: local(ru: "Номинации и критерии", en: "Nominations and criteria")) var parts: ContestPartFields
  @OptionGroup(title: local(ru: "Правила", en: "Rules")) var rules: ContestRuleFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let figures = try writing.change(common.openStore()) { session in
      let before = try session.contest(contest)
      guard try session.isOwn(before) else { throw Failure([.notOurs(contest)]) }
      try mustBeUndecided(before, in: session)
      let after = try changed(before)
      guard after != before else { return try session.contests.figures(of: before) }
      let entered = try session.contests.figures(of: before).byNomination.filter { $0.value.applications > 0 }
      let hasSheets = try session.judging.hasSheets(in: contest)
      let change = ContestChange(from: before, to: after).findings(entered: Set(entered.keys), hasSheets: hasSheets)
      let tooMany = try hasSheets ? [] : tooMany(from: before, to: after, in: session)
      try settle(change + ContestRulebook.all.findings(in: after) + tooMany)
      try session.contests.save(after, changedAt: Clock.now())
      try session.record("contest.edit", contest.description)
      return try session.contests.figures(of: after)
    }
    try common.print(figures.json, or: figures.text(Speech.language, width: Terminal.width))
  }

  /// More to rank than before the change. Asked only where there is a limit: it takes all entries.
  private func tooMany(from before: Contest, to after: Contest, in session: Session) throws -> [Diagnostic] {
    if after.rules.aggregation.limit == nil { return [] }
    let entrants = try ContestJudging(after, in: session).adjudication.entrants
    let known = EntriesWithinAggregation().findings(for: entrants, in: before)
    return EntriesWithinAggregation().findings(for: entrants, in: after).filter { !known.contains($0) }
  }

  private func mustBeUndecided(_ contest: Contest, in session: Session) throws {
    let isDecided =
      try !session.protocols.list(contest: contest.id).isEmpty
      || session.winners.list(contest: contest.id).contains { $0.revoked == nil }
    if contest.status.isFinal || isDecided { throw Failure([.isDecided(contest.id)]) }
  }

  private func changed(_ contest: Contest) throws -> Contest {
    var contest = contest
    if let title { contest.title = title }
    for id in dropNomination {
      guard contest.nomination(id) != nil else {
        throw Failure([.noSuchPart(ContestCode.unknownNomination, id, contest.id)])
      }
      contest.nominations.removeAll { $0.id == id }
    }
    for id in dropCriterion {
      guard contest.criteria.contains(where: { $0.id == id }) else {
        throw Failure([.noSuchPart(ContestCode.unknownCriterion, id, contest.id)])
      }
      contest.criteria.removeAll { $0.id == id }
    }
    for part in clear { part.clear(in: &contest) }
    try fields.apply(to: &contest)
    try parts.apply(to: &contest)
    rules.apply(to: &contest.rules)
    return contest
  }
}

/// What a contest may be without.
enum ClearedPart: String, CaseIterable, ExpressibleByArgument {
  case edition, description, eligibility, stageOf, programme, act, opens, closes, judging, results, prizeFund, prizes
  case tieBreaks, quorum, passMark, minimumEntries

  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  func clear(in contest: inout Contest) {
    switch self {
    case .edition: contest.edition = nil
    case .description: contest.description = nil
    case .eligibility: contest.eligibility = nil
    case .stageOf: contest.stageOf = nil
    case .programme: contest.programme = nil
    case .act: contest.approvingAct = nil
    case .opens: contest.schedule.opens = nil
    case .closes: contest.schedule.closes = nil
    case .judging: contest.schedule.judging = nil
    case .results: contest.schedule.results = nil
    case .prizeFund: contest.prizeFund = nil
    case .prizes: contest.prizes = []
    case .tieBreaks: contest.rules.tieBreaks = []
    case .quorum: contest.rules.quorum = nil
    case .passMark: contest.rules.passMark = nil
    case .minimumEntries: contest.rules.minimumEntries = nil
    }
  }
}

extension Diagnostic {
  fileprivate static func notOurs(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notTheOrganiser,
      LocalizedText(
        ru: "конкурс \(contest) проводит другая организация", en: "the contest \(contest) is another organiser's"),
      advice: LocalizedText(
        ru: "попросите организатора прислать изменённое объявление",
        en: "ask the organiser to send the changed announcement"))
  }

  fileprivate static func isDecided(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.rulesInUse,
      LocalizedText(
        ru: "по конкурсу \(contest) уже есть решения, его положение не меняют",
        en: "the contest \(contest) is decided; its rules stay as they are"),
      advice: LocalizedText(
        ru: "что решено, показывает laureat winner list --contest \(contest)",
        en: "laureat winner list --contest \(contest) shows what is decided"))
  }

  fileprivate static func noSuchPart(
    _ code: Diagnostic.Code, _ id: Identifier, _ contest: Identifier
  ) -> Diagnostic {
    Diagnostic(
      code, LocalizedText(ru: "\(id) в конкурсе нет", en: "the contest has no \(id)"),
      advice: LocalizedText(
        ru: "список: laureat contest show \(contest)", en: "list them: laureat contest show \(contest)"))
  }
}
