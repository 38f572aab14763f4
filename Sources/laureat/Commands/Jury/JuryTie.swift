import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat jury tie`: how the chair or a vote decided between equals.
struct JuryTie: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tie", abstract: local(ru: "Записать решение о равных.", en: "Record how equals were decided."),
    discussion: examples([
      "laureat jury tie --contest teplo-2020 --nomination vesna --method vote --order 17,4 --reason \"4 голоса против 1\"",
      "laureat jury tie --contest teplo-2020 --nomination vesna --method chair --order 17,4,9 --reason \"сложность работы\"",
      "laureat jury tie --contest teplo-2020 --nomination vesna --method vote --order 17,4 --rest-below --reason \"остаётся одно место\"",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "The nomination."), valueName: "id"))
  var nomination: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Кто решил: chair — председатель, vote — голосование.",
        en: "Who decided: chair, or vote of the jury."), valueName: "chair|vote"))
  var method: TieMethod

  @Option(
    help: ArgumentHelp(
      local(ru: "Равные заявки через запятую, лучшая первой.", en: "The equals, best first, separated by commas."),
      valueName: "E1,E2"))
  var order: String

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Остальные равные, не названные в --order, остаются ниже, между собой равны.",
        en: "The other equals, which --order does not name, stay below, equal among themselves.")))
  var restBelow = false

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    let names = names
    guard names.count > 1, Set(names).count == names.count, !names.contains("") else {
      throw ValidationError(
        local(ru: "--order: две заявки или больше, каждая один раз", en: "--order: two entries or more, each once"))
    }
  }

  private var names: [String] {
    order.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
  }

  func run() throws {
    let ties = try writing.change(common.openStore()) { session in
      let work = try JuryWork(of: contest, in: session)
      try work.mustNotBeOver()
      if let nomination { _ = try work.contest.known(nomination) }
      guard work.contest.rules.tieBreaks.contains(method.tieBreak) else { throw Failure([.notAnnounced(contest)]) }
      let entries = try names.map { try competing($0, in: session) }
      if let late = try PlacedNominations(work.contest, in: session).finding(in: nomination),
        try !PlaceHistory(work.contest, in: session).isOpen(entries, in: nomination)
      {
        throw Failure([late])
      }
      guard let equals = try equals(of: entries, work.contest, in: session) else {
        throw Failure([.notEqual(entries.map(work.number), contest)])
      }
      let rest = equals.filter { !entries.contains($0) }.map(work.number)
      if !rest.isEmpty {
        guard restBelow else { throw Failure([.equalsMissing(rest)]) }
        DiagnosticPrinter.show([.staysBelow(rest)])
      }
      if method == .chair {
        _ = try decision.needReason(
          LocalizedText(
            ru: "решающий голос председателя записывают с обоснованием",
            en: "the chair's casting vote is recorded with its reason"),
          code: ContestCode.tieWithoutReason)
      }
      let tie = ResultsProtocol.TieDecision(
        nomination: nomination, method: method.tieBreak, entries: entries, reason: decision.reason)
      try replaceOverlapping(tie, among: equals, in: session)
      try session.judging.save(tie, contest: contest, date: decision.day(), changedAt: Clock.now())
      try session.record("jury.tie", contest.description, detail: method.rawValue)
      return TieTable(try session.judging.storedTieDecisions(of: contest), work)
    }
    try common.print(ties.json, or: ties.text)
  }

  /// All whom the points, and the criteria if they are asked first, put on one rank with these; nil where they stand on
  /// several.
  private func equals(of entries: [Identifier], _ contest: Contest, in session: Session) throws -> [Identifier]? {
    var adjudication = try ContestJudging(contest, in: session).adjudication
    adjudication.tieDecisions = []
    adjudication.contest.rules.tieBreaks = contest.rules.tieBreaks.prefix { $0 != method.tieBreak }.filter {
      $0 == .criterionOrder
    }
    let names = Set(entries)
    return adjudication.results().lazy.flatMap(\.ranking.groups).map { $0.map(\.entry) }
      .first { names.isSubset(of: $0) }
  }

  /// An entry of the nomination that competes.
  private func competing(_ name: String, in session: Session) throws -> Identifier {
    let stored = try session.entry(name, in: contest)
    guard stored.entry.nomination == nomination else { throw Failure([.ofOtherNomination(stored)]) }
    guard stored.status.isAdmitted else { throw Failure([.doesNotCompete(stored)]) }
    return stored.exchangeID
  }

  /// Equals are decided between once: what was decided before, between these or others that are equal to them, gives way.
  private func replaceOverlapping(
    _ tie: ResultsProtocol.TieDecision, among equals: [Identifier], in session: Session
  ) throws {
    for other in try session.judging.tieDecisions(of: contest) where other.nomination == tie.nomination {
      guard Set(other.entries).intersection(equals).count > 1,
        other.entries != tie.entries || other.method != tie.method
      else { continue }
      try session.judging.removeTieDecision(between: other.entries, in: other.nomination, contest: contest)
      DiagnosticPrinter.show([.replaces(other.entries.count)])
    }
  }
}

/// Who decides between equals; the order of the criteria decides by itself, and is never recorded.
enum TieMethod: String, CaseIterable, ExpressibleByArgument {
  case chair, vote

  var tieBreak: ContestRules.TieBreak { self == .chair ? .chair : .vote }
}

extension Diagnostic {
  fileprivate static func notAnnounced(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.tieMethodNotAnnounced,
      LocalizedText(
        ru: "положение конкурса не знает такого способа решать между равными",
        en: "the rules of the contest do not know this way to decide between equals"),
      advice: LocalizedText(
        ru: "если он есть в положении, допишите его: laureat contest edit \(contest) --tie-break …",
        en: "if the regulation has it, add it: laureat contest edit \(contest) --tie-break …"))
  }

  fileprivate static func ofOtherNomination(_ stored: StoredEntry) -> Diagnostic {
    Diagnostic(
      ContestCode.wrongNomination,
      LocalizedText(
        ru: "заявка \(stored.registration) не из этой номинации, а из «\(stored.entry.nomination?.description ?? "—")»",
        en: "the entry \(stored.registration) is of the nomination “\(stored.entry.nomination?.description ?? "—")”"),
      advice: LocalizedText(
        ru: "проверьте --nomination и номера заявок", en: "check --nomination and the numbers of the entries"))
  }

  fileprivate static func doesNotCompete(_ stored: StoredEntry) -> Diagnostic {
    Diagnostic(
      ContestCode.scoredNotAdmitted,
      LocalizedText(
        ru: "заявка \(stored.registration) не участвует: \(stored.status.title[.russian])",
        en: "the entry \(stored.registration) does not compete: \(stored.status.title[.english])"),
      advice: LocalizedText(ru: "проверьте номера заявок", en: "check the numbers of the entries"))
  }

  fileprivate static func notEqual(_ entries: [String], _ contest: Identifier) -> Diagnostic {
    let names = entries.joined(separator: ", ")
    return Diagnostic(
      ContestCode.entriesNotEqual,
      LocalizedText(
        ru: "заявки \(names) не равны по баллам, решать между ними нечего",
        en: "the entries \(names) are not equal by points; there is nothing to decide between them"),
      advice: LocalizedText(
        ru: "кто с кем равен: laureat ranking show --contest \(contest)",
        en: "see who is equal to whom: laureat ranking show --contest \(contest)"))
  }

  fileprivate static func equalsMissing(_ entries: [String]) -> Diagnostic {
    let names = entries.firstFew
    return Diagnostic(
      ContestCode.equalsMissing,
      LocalizedText(
        ru: "с ними равны и не названы: \(names)", en: "these are equal to them, and not named: \(names)"),
      advice: LocalizedText(
        ru: "назовите в --order всех равных; если остальные остаются ниже, добавьте --rest-below",
        en: "name all equals in --order; if the others stay below, add --rest-below"))
  }

  fileprivate static func staysBelow(_ entries: [String]) -> Diagnostic {
    let names = entries.firstFew
    return Diagnostic(
      ContestCode.equalsMissing, .note,
      LocalizedText(
        ru: "остаются ниже, между собой равны: \(names)", en: "these stay below, equal among themselves: \(names)"))
  }

  fileprivate static func replaces(_ count: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.alreadyRecorded, .note,
      LocalizedText(
        ru: "прежнее решение об этих равных (заявок в нём: \(count)) заменено",
        en: "an earlier decision on these equals, between \(count) entries, gives way"))
  }
}

/// The decisions between equals for a reader.
private struct TieTable {
  private let ties: [StoredTieDecision]
  private let work: JuryWork
  private let language = Speech.language

  init(_ ties: [StoredTieDecision], _ work: JuryWork) {
    self.ties = ties
    self.work = work
  }

  var json: JSON {
    .array(
      ties.map { tie in
        [
          "nomination": JSON(tie.decision.nomination), "method": .string(tie.decision.method.rawValue),
          "entries": .array(tie.decision.entries.map { .string(work.number($0)) }),
          "reason": JSON(tie.decision.reason), "date": JSON(tie.date),
        ]
      })
  }

  var text: String {
    TextTable(
      [
        .init(local(ru: "День", en: "Day")), .flexible(local(ru: "Номинация", en: "Nomination")),
        .init(local(ru: "Решил", en: "Decided by")), .init(local(ru: "Порядок", en: "Order")),
        .flexible(local(ru: "Обоснование", en: "Reason")),
      ],
      rows: ties.map { tie in
        [
          Format.day(tie.date, .table, language),
          tie.decision.nomination.flatMap { work.contest.nomination($0)?.title } ?? "—",
          tie.decision.method == .chair
            ? local(ru: "председатель", en: "the chair") : local(ru: "голосование", en: "a vote"),
          tie.decision.entries.map { work.number($0) }.joined(separator: ", "), tie.decision.reason ?? "—",
        ]
      }
    ).render(width: Terminal.tableWidth, language: language)
  }
}
