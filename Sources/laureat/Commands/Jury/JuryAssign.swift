import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat jury assign`: shares the admitted entries out among the jury.
struct JuryAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: local(ru: "Распределить заявки между членами жюри.", en: "Share out the entries."),
    discussion: examples([
      "laureat jury assign --contest teplo-2020 --balanced 3 --dry-run",
      "laureat jury assign --contest teplo-2020 --by-nomination",
      "laureat jury assign --contest teplo-2020 --nomination vesna --juror petrova --juror orlov --balanced 1",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Flag(
    help: ArgumentHelp(
      local(ru: "Все судят всё, как без распределения.", en: "Everybody judges everything, as at first.")))
  var all = false

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Номинацию судят те, кто введён в жюри для неё; где таких нет — общий состав.",
        en: "Each nomination by those who are there for it; otherwise by those who are there for all.")))
  var byNomination = false

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Каждую заявку — стольким судьям, поровну; выставленные оценки остаются.",
        en: "Each entry to so many jurors, evenly; sheets stay where they are."), valueName: "n"))
  var balanced: Int?

  @Option(
    help: ArgumentHelp(
      local(ru: "Только эту номинацию; можно несколько раз.", en: "Only this nomination; may be repeated."),
      valueName: "id"))
  var nomination: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(ru: "Только между ними; можно несколько раз.", en: "Only among these; may be repeated."),
      valueName: "id"))
  var juror: [Identifier] = []

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    guard [all, byNomination, balanced != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(
        local(
          ru: "выберите, как распределить: --all, --by-nomination или --balanced",
          en: "choose how: --all, --by-nomination or --balanced"))
    }
    guard (1...999).contains(balanced ?? 1) else {
      throw ValidationError(local(ru: "--balanced: число от 1 до 999", en: "--balanced: a number from 1 to 999"))
    }
  }

  func run() throws {
    let sharing = try writing.change(common.openStore()) { session in
      let work = try JuryWork(of: contest, in: session)
      try work.mustGoOn()
      for id in nomination { _ = try work.contest.known(id) }
      for id in juror { _ = try work.contest.knownJuror(id) }
      let chosen = work.entries.filter {
        nomination.isEmpty || $0.nomination.map(nomination.contains) ?? false
      }
      let before = work.distribution.assignments
      let replaced = before.filter { Set(chosen.map(\.id)).contains($0.entry) }
      let plan = try plan(for: chosen, work)
      for gone in replaced.subtracting(plan).sorted() { try session.judging.unassign(gone, contest: contest) }
      let now = Clock.now()
      for new in plan.subtracting(replaced).sorted() {
        try session.judging.assign(new, contest: contest, changedAt: now)
      }
      if plan != replaced {
        try session.record("jury.assign", contest.description, detail: String(plan.count))
      }
      return Sharing(before: work, after: try JuryWork(of: contest, in: session))
    }
    try common.print(sharing.json, or: sharing.text)
  }

  private func plan(for entries: [JudgedEntry], _ work: JuryWork) throws -> Set<Assignment> {
    // Without assignments everybody judges everything, those too that are admitted later.
    if all, juror.isEmpty { return [] }
    let plan = AssignmentPlan(
      contest: work.contest, entries: entries, jurors: juror.isEmpty ? nil : Set(juror), recusals: work.recusals,
      existing: work.distribution.assignments, sheets: work.sheets)
    do throws(TooFewJurors) {
      if let balanced { return try plan.balanced(balanced) }
      // Nobody is too few.
      _ = try plan.balanced(1)
      return byNomination ? plan.byNomination() : plan.everybody()
    } catch {
      throw Failure(
        error.shortages.map { .tooFew($0.available, of: balanced ?? 1, for: work.number($0.entry)) })
    }
  }
}

extension Diagnostic {
  fileprivate static func tooFew(_ available: Int, of wanted: Int, for entry: String) -> Diagnostic {
    Diagnostic(
      ContestCode.tooFewJurors,
      LocalizedText(
        ru: "заявку \(entry) могут судить только \(available), а нужно \(wanted)",
        en: "only \(available) may judge the entry \(entry), and \(wanted) are needed"),
      advice: LocalizedText(
        ru: "введите в жюри ещё кого-нибудь (laureat jury add) или уменьшите число судей",
        en: "add somebody to the jury (laureat jury add), or ask for fewer"))
  }
}

/// What a new distribution changes: each juror's entries before and after.
private struct Sharing {
  let jury: [Juror]
  let before: [Identifier: JuryDuties.Counts]
  let after: [Identifier: JuryDuties.Counts]
  let added: Int
  let removed: Int

  init(before: JuryWork, after: JuryWork) {
    jury = before.contest.jury.filter(\.givesPoints)
    self.before = before.duties.byJuror
    self.after = after.duties.byJuror
    added = after.distribution.assignments.subtracting(before.distribution.assignments).count
    removed = before.distribution.assignments.subtracting(after.distribution.assignments).count
  }

  var json: JSON {
    [
      "added": .integer(added), "removed": .integer(removed),
      "jurors": .array(
        jury.map { juror in
          [
            "id": JSON(juror.id), "before": .integer(before[juror.id]?.toJudge ?? 0),
            "after": .integer(after[juror.id]?.toJudge ?? 0), "done": .integer(after[juror.id]?.done ?? 0),
          ]
        }),
    ]
  }

  var text: String {
    TextTable(
      [
        .init("id"), .flexible(local(ru: "Имя", en: "Name")), .number(local(ru: "Было", en: "Before")),
        .number(local(ru: "Стало", en: "After")), .number(local(ru: "Оценено", en: "Done")),
      ],
      rows: jury.map { juror in
        [
          juror.id.description, juror.name, String(before[juror.id]?.toJudge ?? 0),
          String(after[juror.id]?.toJudge ?? 0), String(after[juror.id]?.done ?? 0),
        ]
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}
