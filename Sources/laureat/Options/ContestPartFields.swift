import ArgumentParser
import Contests
import Primitives

/// The nominations, prizes, age groups and criteria of a contest. One whose identifier is known already is changed, any
/// other is added; prizes and age groups take the place of those of their nomination.
struct ContestPartFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru: "Номинация id=название; «+» в конце id — без своих заявок.",
        en: "Nomination id=title; + after the id: takes no applications."), valueName: "id=title"),
    transform: TypedNomination.parse)
  var nomination: [Nomination] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Приз место:число=название или число=название; номинация/… — только в ней.",
        en: "Prize rank:quantity=title or quantity=title; nomination/…: only there."),
      valueName: "prize"), transform: TypedPrize.parse)
  var prize: [TypedPrize] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Возрастная группа номинация:7-10=название, номинация:18+=название.",
        en: "Age group nomination:7-10=title, nomination:18+=title."), valueName: "group"),
    transform: TypedAgeGroup.parse)
  var ageGroup: [TypedAgeGroup] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Критерий id:наибольший балл:вес=название; балл — 10, если не указан; id@номинация — только в ней.",
        en: "Criterion id:maximum:weight=title; the maximum is 10 if not given; id@nomination: only there."),
      valueName: "criterion"), transform: TypedCriterion.parse)
  var criterion: [Criterion] = []

  @Option(
    help: ArgumentHelp(
      local(ru: "Меньше заявок — номинация не состоялась: номинация=2.", en: "Fewer entries, void: nomination=2."),
      valueName: "nomination=n"))
  var nominationMinimum: [String] = []

  @Option(
    help: ArgumentHelp(
      local(ru: "Проходной балл одной номинации: номинация=15,5.", en: "Pass mark of one: nomination=15.5."),
      valueName: "nomination=n"))
  var nominationPassMark: [String] = []

  func apply(to contest: inout Contest) throws {
    for typed in nomination {
      if let place = contest.nominations.firstIndex(where: { $0.id == typed.id }) {
        contest.nominations[place].title = typed.title
        contest.nominations[place].acceptsApplications = typed.acceptsApplications
      } else {
        contest.nominations.append(typed)
      }
    }
    for typed in criterion {
      if let place = contest.criteria.firstIndex(where: { $0.id == typed.id }) {
        contest.criteria[place] = typed
      } else {
        contest.criteria.append(typed)
      }
    }
    try applyPrizes(to: &contest)
    for (nomination, groups) in Dictionary(grouping: ageGroup, by: \.nomination) {
      try contest.change(nomination) { $0.ageGroups = groups.map(\.group) }
    }
    for text in nominationMinimum {
      let (id, least) = try TypedOfNomination.parse(text) {
        Int($0).flatMap { (0...999_999_999).contains($0) ? $0 : nil }
      }
      try contest.change(id) { $0.minimumEntries = least }
    }
    for text in nominationPassMark {
      let (id, mark) = try TypedOfNomination.parse(text) { ExactDecimal(argument: $0) }
      try contest.change(id) { $0.passMark = mark }
    }
  }

  private func applyPrizes(to contest: inout Contest) throws {
    for (nomination, prizes) in Dictionary(grouping: prize, by: \.nomination) {
      guard let nomination else {
        contest.prizes = prizes.map(\.prize)
        continue
      }
      try contest.change(nomination) { $0.prizes = prizes.map(\.prize) }
    }
  }
}

extension Contest {
  /// - Throws: `Failure` for a nomination that the contest does not have.
  fileprivate mutating func change(_ nomination: Identifier, _ change: (inout Nomination) -> Void) throws {
    guard let place = nominations.firstIndex(where: { $0.id == nomination }) else {
      throw Failure.refused(
        ContestCode.unknownNomination,
        LocalizedText(ru: "номинации \(nomination) в конкурсе нет", en: "the contest has no nomination \(nomination)"),
        advice: LocalizedText(
          ru: "проверьте обозначение или добавьте её: --nomination \(nomination)=…",
          en: "check the identifier, or add it: --nomination \(nomination)=…"))
    }
    change(&nominations[place])
  }
}
