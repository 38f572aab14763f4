import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat jury recuse`: a juror steps back from entries.
struct JuryRecuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recuse", abstract: local(ru: "Записать самоотвод.", en: "Record that a juror steps back."),
    discussion: examples([
      "laureat jury recuse --contest teplo-2020 --juror petrova --entry 17 --entry 21 --reason \"мои ученики\""
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Член жюри.", en: "The juror."), valueName: "id"))
  var juror: Identifier

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Заявка: номер или идентификатор; можно несколько раз.",
        en: "The entry: its number or identifier; may be repeated.")))
  var entry: [String]

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let recused = try writing.change(common.openStore()) { session in
      let work = try JuryWork(of: contest, in: session)
      try work.mustGoOn()
      _ = try work.contest.knownJuror(juror)
      let reason = try decision.needReason(
        LocalizedText(ru: "не указана причина самоотвода", en: "the reason for stepping back is missing"))
      let day = try decision.day()
      let placed = try PlacedNominations(work.contest, in: session)
      var names = Set(work.recusals.map(\.id))
      var recused: [StoredEntry] = []
      for name in entry {
        let stored = try session.entry(name, in: contest)
        if let late = placed.finding(in: stored.entry.nomination) { throw Failure([late]) }
        let known = work.recusals.first { $0.juror == juror && $0.entry == stored.exchangeID }
        let recusal = Recusal(
          id: try known?.id ?? Self.free(&names), juror: juror, entry: stored.exchangeID, date: day, reason: reason)
        try session.judging.save(recusal, contest: contest, changedAt: Clock.now())
        recused.append(stored)
      }
      try session.record("jury.recuse", contest.description, detail: juror.description)
      try settle(warnings(recused, before: work, after: JuryWork(of: contest, in: session)))
      return recused.map(\.registration)
    }
    try common.print(
      [
        "contest": JSON(contest), "juror": JSON(juror), "entries": .array(recused.map { JSON($0) }),
      ],
      or: local(ru: "самоотвод", en: "stepped back") + ", \(juror): "
        + recused.map(\.description).joined(separator: ", ") + "\n")
  }

  private func warnings(_ recused: [StoredEntry], before: JuryWork, after: JuryWork) -> [Diagnostic] {
    let unjudged = Set(after.duties.unjudged.map(\.id))
    let wereUnjudged = Set(before.duties.unjudged.map(\.id))
    return recused.flatMap { stored in
      var found: [Diagnostic] = []
      if before.sheets.contains(Assignment(juror: juror, entry: stored.exchangeID)) {
        found.append(.sheetCountsNoMore(juror))
      }
      if unjudged.contains(stored.exchangeID), !wereUnjudged.contains(stored.exchangeID) {
        found.append(.nobodyJudges(stored.registration))
      }
      return found
    }
  }

  /// `recusal-3`, or the next that is free.
  private static func free(_ names: inout Set<Identifier>) throws -> Identifier {
    var number = names.count + 1
    while true {
      guard let candidate = Identifier("recusal-\(number)") else { throw StoreError(.other, cause: "no identifier") }
      if names.insert(candidate).inserted { return candidate }
      number += 1
    }
  }
}

extension Diagnostic {
  fileprivate static func nobodyJudges(_ entry: Registration) -> Diagnostic {
    Diagnostic(
      ContestCode.tooFewJurors, .warning,
      LocalizedText(
        ru: "заявку \(entry) теперь никто не судит", en: "nobody judges the entry \(entry) any more"),
      advice: LocalizedText(
        ru: "передайте её другим: laureat jury assign --contest \(entry.contest)",
        en: "give it to others: laureat jury assign --contest \(entry.contest)"))
  }
}
