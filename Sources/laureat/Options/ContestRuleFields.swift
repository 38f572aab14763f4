import ArgumentParser
import Contests
import Primitives

/// How a contest is judged and decided; what is not given stays as it is.
struct ContestRuleFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru: "Как баллы судей становятся итогом: среднее, сумма, среднее без крайних, Борда, Шульце.",
        en: "How the points of the jurors become one figure."), valueName: "method"))
  var aggregation: ContestRules.Aggregation?

  @Option(
    help: ArgumentHelp(
      local(
        ru:
          "Что решает между равными: критерии по порядку, председатель, голосование; можно несколько раз, по порядку.",
        en: "What decides between equals; repeated, in this order."), valueName: "method"))
  var tieBreak: [ContestRules.TieBreak] = []

  @Flag(inversion: .prefixedNo, help: ArgumentHelp(local(ru: "Равные делят место.", en: "Equals share a place.")))
  var sharedPlaces: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      local(ru: "У каждой возрастной группы свои места.", en: "Each age group has places of its own.")))
  var placesByAgeGroup: Bool?

  @Flag(inversion: .prefixedNo, help: ArgumentHelp(local(ru: "Один участник — одна победа.", en: "One win for each.")))
  var oneWin: Bool?

  @Option(
    help: ArgumentHelp(local(ru: "Кворум жюри, как 2/3.", en: "Quorum of the jury, as 2/3."), valueName: "n/m"))
  var quorum: Quorum?

  @Option(
    help: ArgumentHelp(local(ru: "Ниже этого балла мест нет.", en: "No place below these points."), valueName: "points")
  )
  var passMark: ExactDecimal?

  @Option(
    help: ArgumentHelp(
      local(ru: "Меньше заявок — номинация не состоялась.", en: "With fewer entries a nomination is void."),
      valueName: "n"))
  var minimumEntries: Int?

  @Flag(
    inversion: .prefixedNo, help: ArgumentHelp(local(ru: "Жюри не видит, чья работа.", en: "The jury sees no names.")))
  var blind: Bool?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Имена в открытых документах: целиком, имя и буква, без имён.",
        en: "Names in public documents."), valueName: "names"))
  var publication: ContestRules.Publication?

  func validate() throws {
    guard (0...999_999_999).contains(minimumEntries ?? 0) else {
      throw ValidationError(local(ru: "--minimum-entries: число от 0", en: "--minimum-entries: a number from 0 on"))
    }
    guard Set(tieBreak).count == tieBreak.count else {
      throw ValidationError(local(ru: "--tie-break: каждый способ один раз", en: "--tie-break: each way once"))
    }
  }

  func apply(to rules: inout ContestRules) {
    if let aggregation { rules.aggregation = aggregation }
    if !tieBreak.isEmpty { rules.tieBreaks = tieBreak }
    if let sharedPlaces { rules.sharesPlaces = sharedPlaces }
    if let placesByAgeGroup { rules.placesByAgeGroup = placesByAgeGroup }
    if let oneWin { rules.oneWinPerParticipant = oneWin }
    if let quorum { rules.quorum = quorum }
    if let passMark { rules.passMark = passMark }
    if let minimumEntries { rules.minimumEntries = minimumEntries }
    if let blind { rules.isBlind = blind }
    if let publication { rules.publication = publication }
  }
}
