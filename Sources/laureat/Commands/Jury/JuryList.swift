import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat jury list`: who is in the jury, and how much each has to judge.
struct JuryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Состав жюри.", en: "Who is in the jury."),
    discussion: examples(["laureat jury list --contest teplo-2020"]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @OptionGroup var common: CommonOptions

  func run() throws {
    let jury = try common.openStore().read { JuryTable(try JuryWork(of: contest, in: $0)) }
    try common.print(jury.json, or: jury.text)
  }
}

/// The jury of a contest for a reader, in the order in which it was announced.
struct JuryTable {
  private let jury: [Juror]
  private let counts: [Identifier: JuryDuties.Counts]
  private let language = Speech.language

  init(_ work: JuryWork) {
    jury = work.contest.jury
    counts = work.duties.byJuror
  }

  var json: JSON {
    .array(
      jury.map { juror in
        JSON.juror(juror, counts[juror.id]).adding([
          "post": JSON(juror.post), "nominations": .array(juror.nominations.map { JSON($0) }),
        ])
      })
  }

  var text: String {
    TextTable(
      [
        .init("id"), .flexible(local(ru: "Имя", en: "Name")), .init(local(ru: "Роль", en: "Role")),
        .flexible(local(ru: "Должность", en: "Post")), .flexible(local(ru: "Номинации", en: "Nominations")),
        .number(local(ru: "Судит", en: "To judge")), .number(local(ru: "Оценено", en: "Done")),
      ],
      rows: jury.map { juror in
        let nominations = juror.nominations.map(\.description).joined(separator: ", ")
        return [
          juror.id.description, juror.name, Format.name(juror.role, language), juror.post ?? "—",
          nominations.isEmpty ? local(ru: "все", en: "all") : nominations,
          juror.givesPoints ? String(counts[juror.id]?.toJudge ?? 0) : "—",
          juror.givesPoints ? String(counts[juror.id]?.done ?? 0) : "—",
        ]
      }
    ).render(width: Terminal.tableWidth, language: language)
  }
}

extension JSON {
  /// Who a juror is, and how far with the work.
  static func juror(_ juror: Juror, _ counts: JuryDuties.Counts?) -> JSON {
    JSON.object(["id": JSON(juror.id), "name": .string(juror.name), "role": .string(juror.role.rawValue)])
      .adding(members(of: counts ?? JuryDuties.Counts()))
  }

  static func members(of counts: JuryDuties.Counts) -> [String: JSON] {
    [
      "toJudge": .integer(counts.toJudge), "done": .integer(counts.done), "missing": .integer(counts.missing),
      "recused": .integer(counts.recused),
    ]
  }
}
