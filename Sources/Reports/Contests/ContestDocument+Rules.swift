import Contests
import Primitives

// What the regulation of a contest says: days, criteria and rules.
extension ContestFigures {
  func regulation(_ language: Language) -> [Document.Section] {
    let isRussian = language == .russian
    var sections: [Document.Section] = []
    if !contest.criteria.isEmpty {
      sections.append(Document.Section(isRussian ? "Критерии" : "Criteria", [.table(criteria(language))]))
    }
    if !contest.jury.isEmpty {
      let members = contest.jury.sorted { $0.role.order < $1.role.order }.map { member($0, language) }
      sections.append(Document.Section(isRussian ? "Жюри" : "Jury", [.list(members)]))
    }
    let rules = RuleSentences(contest, language).all
    if !rules.isEmpty {
      sections.append(Document.Section(isRussian ? "Правила" : "Rules", [.list(rules)]))
    }
    return sections
  }

  private func criteria(_ language: Language) -> Table {
    let isRussian = language == .russian
    return Table(
      isRussian ? "Критерии" : "Criteria",
      columns: [
        .text(isRussian ? "Критерий" : "Criterion"), .figure(isRussian ? "Наибольший балл" : "Maximum"),
        .figure(isRussian ? "Вес, %" : "Weight, %"), .text(isRussian ? "Номинации" : "Nominations"),
      ],
      rows: contest.criteria.map { criterion in
        Table.Row(
          .plain,
          [
            .text(criterion.title), .text(Format.decimal(criterion.maximum, language)),
            .text(criterion.weight.map { Format.decimal($0, language) } ?? "—"),
            .text(titles(criterion.nominations, language)),
          ])
      })
  }

  /// «Петрова А. А., председатель, директор школы (номинации: Вокал)».
  private func member(_ juror: Juror, _ language: Language) -> String {
    let words = [juror.name, Format.name(juror.role, language), juror.post].compactMap { $0 }.joined(separator: ", ")
    guard !juror.nominations.isEmpty else { return words }
    let label = language == .russian ? "номинации" : "nominations"
    return "\(words) (\(label): \(titles(juror.nominations, language)))"
  }

  private func titles(_ nominations: [Identifier], _ language: Language) -> String {
    if nominations.isEmpty { return language == .russian ? "все" : "all" }
    return nominations.map { contest.nomination($0)?.title ?? $0.description }.joined(separator: ", ")
  }
}

/// The rules that differ from what goes without saying, one sentence each.
private struct RuleSentences {
  private let contest: Contest
  private let language: Language

  init(_ contest: Contest, _ language: Language) {
    self.contest = contest
    self.language = language
  }

  var all: [String] { (days + judging + deciding + [publication] + nominations).map { $0[language] } }

  private var days: [LocalizedText] {
    func said(_ day: Day?, _ words: LocalizedText) -> LocalizedText? {
      day.map {
        LocalizedText(
          ru: "\(words.russian) — \(Format.day($0, .table, .russian))",
          en: "\(words.english): \(Format.day($0, .table, .english))")
      }
    }
    return [
      said(contest.schedule.judging, LocalizedText(ru: "жюри работает с", en: "the jury begins")),
      said(contest.schedule.results, LocalizedText(ru: "итоги", en: "results")),
    ].compactMap { $0 }
  }

  private var judging: [LocalizedText] {
    let rules = contest.rules
    var said: [LocalizedText] = []
    if !contest.criteria.isEmpty { said.append(aggregation) }
    if let quorum = rules.quorum {
      said.append(LocalizedText(ru: "кворум жюри — \(quorum) состава", en: "quorum: \(quorum) of the jury"))
    }
    if rules.isBlind {
      said.append(LocalizedText(ru: "жюри не видит, чья работа", en: "the jury does not see whose work it is"))
    }
    return said
  }

  private var aggregation: LocalizedText {
    switch contest.rules.aggregation {
    case .mean: LocalizedText(ru: "итог — средний балл", en: "result: the mean of the points")
    case .sum: LocalizedText(ru: "итог — сумма баллов", en: "result: the sum of the points")
    case .trimmedMean:
      LocalizedText(
        ru: "итог — средний балл без высшего и низшего", en: "result: the mean without the highest and the lowest")
    case .borda: LocalizedText(ru: "итог — по методу Борда", en: "result: by the Borda count")
    case .schulze: LocalizedText(ru: "итог — по методу Шульце", en: "result: by the Schulze method")
    }
  }

  private var deciding: [LocalizedText] {
    let rules = contest.rules
    var said: [LocalizedText] = []
    if !rules.tieBreaks.isEmpty {
      let ways = rules.tieBreaks.map(\.words)
      said.append(
        LocalizedText(
          ru: "между равными решают: " + ways.map(\.russian).joined(separator: ", затем "),
          en: "between equals: " + ways.map(\.english).joined(separator: ", then ")))
    }
    if rules.sharesPlaces { said.append(LocalizedText(ru: "равные делят место", en: "equals share a place")) }
    if rules.placesByAgeGroup {
      said.append(
        LocalizedText(ru: "у каждой возрастной группы свои места", en: "each age group has places of its own"))
    }
    if rules.oneWinPerParticipant {
      said.append(LocalizedText(ru: "один участник побеждает один раз", en: "a participant wins once"))
    }
    if let mark = rules.passMark {
      said.append(
        LocalizedText(
          ru: "ниже \(mark.inRussianPoints) мест нет",
          en: "no place below \(Format.decimal(mark, .english)) points"))
    }
    if let least = rules.minimumEntries {
      said.append(
        LocalizedText(
          ru: "номинация, где заявок меньше \(least), не состоялась",
          en: "a nomination with fewer than \(least) entries is void"))
    }
    return said
  }

  private var publication: LocalizedText {
    switch contest.rules.publication {
    case .full:
      LocalizedText(
        ru: "имена публикуются полностью, если есть согласие", en: "names are published in full, where consent is given"
      )
    case .minimised:
      LocalizedText(
        ru: "имена публикуются сокращённо («Мария Т.»), если есть согласие",
        en: "names are published shortened (“Maria T.”), where consent is given")
    case .none: LocalizedText(ru: "имена не публикуются", en: "names are not published")
    }
  }

  private var nominations: [LocalizedText] {
    contest.nominations.flatMap { nomination -> [LocalizedText] in
      func said(_ russian: String, _ english: String) -> LocalizedText {
        LocalizedText(
          ru: "\(Format.quoted(nomination.title, .russian)): \(russian)",
          en: "\(Format.quoted(nomination.title, .english)): \(english)")
      }
      var found: [LocalizedText] = []
      if !nomination.ageGroups.isEmpty {
        func groups(_ language: Language) -> String {
          nomination.ageGroups.map { Format.name($0, language) }.joined(separator: ", ")
        }
        found.append(said("возрастные группы — \(groups(.russian))", "age groups: \(groups(.english))"))
      }
      if let mark = nomination.passMark {
        found.append(
          said(
            "проходной балл — \(Format.decimal(mark, .russian))", "pass mark: \(Format.decimal(mark, .english))"))
      }
      if let least = nomination.minimumEntries {
        found.append(said("заявок не меньше \(least)", "at least \(least) entries"))
      }
      return found
    }
  }
}

extension ContestRules.TieBreak {
  fileprivate var words: LocalizedText {
    switch self {
    case .criterionOrder: LocalizedText(ru: "критерии по порядку", en: "the criteria in their order")
    case .chair: LocalizedText(ru: "голос председателя", en: "the chair's casting vote")
    case .vote: LocalizedText(ru: "голосование жюри", en: "a vote of the jury")
    }
  }
}
