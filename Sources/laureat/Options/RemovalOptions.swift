import ArgumentParser
import Grants
import Primitives

/// A record of a ledger that is taken out, and why.
struct RemovalOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Argument(
    help: ArgumentHelp(
      local(ru: "id записи, как в списке (list).", en: "Id of the record, as list shows it."), valueName: "record"))
  var record: Identifier

  @Option(help: ArgumentHelp(local(ru: "Почему удаляется.", en: "Why it is removed.")), transform: TypedText.line)
  var reason: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  var change: LedgerChange { LedgerChange(project, common, writing) }

  /// Takes the record out, with a note of it in the history.
  func remove<Record>(
    from records: WritableKeyPath<Project, [Record]>, _ kind: String, id: (Record) -> Identifier
  ) throws -> Project {
    try change.make(.init(kind: kind, detail: record.description, remark: reason)) { project, _, _ in
      project[keyPath: records].remove(at: try project.place(of: record, in: records, id))
    }
  }
}
