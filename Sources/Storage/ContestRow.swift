import Contests
import Primitives

/// A contest's own row; nominations, criteria, jury and history have tables of their own.
enum ContestRow {
  static let columns = """
    identifier, title, edition, year, level, organiser, oktmo, territory, programme, approving_act, larger_contest,
    larger_contest_title, description, eligibility, opens, closes, judging, results, prize_fund, prize_currency, prizes,
    aggregation, tie_breaks, shares_places, places_by_age_group, one_win_per_participant, quorum, pass_mark, minimum_entries, is_blind,
    publication, achievements, extensions
    """

  static let upsert = Upsert("contest", key: "identifier", columns: columns + ", sort_key, status, changed_at")

  static func values(_ contest: Contest, changedAt: Instant) throws -> [Value] {
    let schedule = contest.schedule
    let rules = contest.rules
    var values: [Value] = [
      .coded(contest.id), .text(contest.title), .text(contest.edition), .int(contest.year), .named(contest.level),
      try .json(contest.organiser),
    ]
    Territory.append(contest.territory, to: &values)
    values += [
      try .json(contest.programme), try .json(contest.approvingAct), .coded(contest.stageOf?.id),
      .text(contest.stageOf?.title), .text(contest.description), .text(contest.eligibility),
    ]
    values += [.day(schedule.opens), .day(schedule.closes), .day(schedule.judging), .day(schedule.results)]
    values += [
      .amount(contest.prizeFund?.amount), .coded(contest.prizeFund?.currency), try .list(contest.prizes),
    ]
    values += [
      .named(rules.aggregation), try .list(rules.tieBreaks), .flag(rules.sharesPlaces),
      .flag(rules.placesByAgeGroup), .flag(rules.oneWinPerParticipant), .coded(rules.quorum), .decimal(rules.passMark),
      .int(rules.minimumEntries),
      .flag(rules.isBlind), .named(rules.publication),
    ]
    values += [
      try .list(contest.achievements), .text(contest.extensions), .text(FoldedText(contest.title).text),
      .named(contest.status), .instant(changedAt),
    ]
    return values
  }

  /// The contest without the parts that have tables of their own.
  static func read(_ fields: inout Fields) throws -> Contest {
    var contest = Contest(
      id: try fields.value(), title: try fields.text(), edition: fields.textIfAny(), year: try fields.int(),
      level: try fields.named(), organiser: try fields.json())
    contest.territory = try Territory.read(&fields)
    contest.programme = try fields.jsonIfAny()
    contest.approvingAct = try fields.jsonIfAny()
    let larger = (id: try fields.valueIfAny(Identifier.self), title: fields.textIfAny())
    contest.stageOf = larger.title.map { LargerContest(id: larger.id, title: $0) }
    contest.description = fields.textIfAny()
    contest.eligibility = fields.textIfAny()
    contest.schedule = Schedule(
      opens: try fields.dayIfAny(), closes: try fields.dayIfAny(), judging: try fields.dayIfAny(),
      results: try fields.dayIfAny())
    let fund = (amount: fields.amountIfAny(), currency: try fields.valueIfAny(Currency.self))
    if let amount = fund.amount, let currency = fund.currency { contest.prizeFund = Money(amount, currency) }
    contest.prizes = try fields.list()
    contest.rules = ContestRules(
      aggregation: try fields.named(), tieBreaks: try fields.list(), sharesPlaces: try fields.flag(),
      placesByAgeGroup: try fields.flag(), oneWinPerParticipant: try fields.flag(), quorum: try fields.valueIfAny(),
      passMark: fields.decimalIfAny(),
      minimumEntries: fields.intIfAny(), isBlind: try fields.flag(), publication: try fields.named())
    contest.achievements = try fields.list()
    contest.extensions = fields.textIfAny()
    return contest
  }
}
