import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

struct FunderAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: local(ru: "Записать грантодателя.", en: "Add a funder."),
    discussion: examples(["laureat funder add --id timchenko-foundation --title \"Фонд Елены и Геннадия Тимченко\""]))

  @Option(help: ArgumentHelp(local(ru: "Идентификатор.", en: "Identifier.")))
  var id: Identifier

  @Option(help: ArgumentHelp(local(ru: "Название.", en: "Name.")), transform: TypedText.line)
  var title: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    if title.allSatisfy(\.isWhitespace) { throw ValidationError(local(ru: "укажите название", en: "give the name")) }
  }

  func run() throws {
    try writing.change(common.openOrCreateStore(writing)) { session in
      if let known = try session.funders.find(id), known.title != title {
        throw Failure.refused(
          GrantCode.doubledIdentifier,
          LocalizedText(
            ru: "под этим идентификатором уже записан другой грантодатель",
            en: "another funder is known by this identifier"),
          advice: LocalizedText(ru: "список: laureat funder list", en: "list them: laureat funder list"))
      }
      try session.funders.add(Funder(id: id, title: title))
      try session.record("funder.add", id.description)
    }
    try common.print(["id": JSON(id), "title": .string(title)], or: "\(title) (\(id))\n")
  }
}
