import ArgumentParser
import Primitives
import Reports
import Storage

/// `laureat history`: what was done, when and by whom.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(ru: "Что, когда и кем сделано.", en: "What was done, when and by whom."),
    discussion: examples(["laureat history", "laureat history --subject teplo-2020 --last 20 --json"]))

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Только об этом: конкурс, заявка, проект, сообщение.",
        en: "Only about this contest, entry, project or message."),
      valueName: "id"))
  var subject: String?

  @Option(help: ArgumentHelp(local(ru: "Сколько последних.", en: "How many of the last."), valueName: "n"))
  var last: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let last, last < 1 { throw ValidationError(local(ru: "--last: число от 1", en: "--last: a number from 1 on")) }
  }

  func run() throws {
    let events = try common.openStore().read { session in
      try subject.map { try session.events.list(about: $0) } ?? session.events.list()
    }
    let shown = last.map { Array(events.suffix($0)) } ?? events
    try common.print(.array(shown.map(\.json)), or: table(shown))
  }

  private func table(_ events: [Event]) -> String {
    let language = Speech.language
    return TextTable(
      [
        .number("№"), .init(local(ru: "Когда", en: "When")), .init(local(ru: "Кто", en: "Who")),
        .init(local(ru: "Что", en: "What")), .flexible(local(ru: "О чём", en: "About")), .init(""),
      ],
      rows: events.map { event in
        [
          String(event.id), Format.moment(event.at, language), event.actor ?? "—", event.title[language],
          event.subject ?? "—", event.detailText(language) ?? event.remark ?? "",
        ]
      }
    ).render(width: Terminal.tableWidth, language: language)
  }
}

extension Event {
  var json: JSON {
    [
      "id": .integer(Int(id)), "at": JSON(at), "actor": JSON(actor), "kind": .string(kind), "subject": JSON(subject),
      "message": JSON(message.map { Int($0) }), "detail": JSON(detail ?? remark), "digest": JSON(digest?.hexadecimal),
      "previous": JSON(previous?.hexadecimal), "hash": JSON(hash?.hexadecimal),
    ]
  }
}
