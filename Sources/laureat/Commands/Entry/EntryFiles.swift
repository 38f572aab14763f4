import ArgumentParser
import Contests
import Exchange
import Foundation
import Primitives
import Reports
import Storage

/// `laureat entry files E`: the attached files of an entry, and copies of them to look at.
struct EntryFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files", abstract: local(ru: "Приложенные файлы заявки.", en: "The attached files of an entry."),
    discussion: examples(["laureat entry files teplo-2020/17", "laureat entry files teplo-2020/17 -o заявка-17/"]))

  @Argument(help: ArgumentHelp(local(ru: "Номер заявки.", en: "Number of the entry."), valueName: "contest/n"))
  var entry: Registration

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(local(ru: "Папка, куда их скопировать.", en: "Folder to copy them to."), valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let files = try common.openStore().read { session in
      try session.entry(entry).entry.attachments.map { ($0, isHere: try session.files.has($0)) }
    }
    if let output { try copy(files.filter(\.isHere).map(\.0), to: output) }
    try common.print(
      .array(
        files.map { file, isHere in
          [
            "name": .string(file.name), "mediaType": .string(file.mediaType), "size": .integer(file.size),
            "sha256": .string(file.digest), "here": .bool(isHere),
          ]
        }), or: table(files))
  }

  private func copy(_ attachments: [Attachment], to folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure.cannotWrite(folder)
    }
    // Old stores may have names from before the rule.
    for attachment in attachments where attachment.hasPlainName {
      let target = URL(filePath: folder).appending(path: attachment.name).path
      if Digest(ofFile: target)?.description == attachment.digest { continue }
      do {
        // What is there already may be somebody's work.
        try FileManager.default.copyItem(atPath: common.shelf.path(of: attachment.digest), toPath: target)
      } catch {
        throw Failure.cannotWrite(target)
      }
    }
  }

  private func table(_ files: [(Attachment, isHere: Bool)]) -> String {
    if files.isEmpty { return local(ru: "файлов к заявке нет\n", en: "the entry has no files\n") }
    return TextTable(
      [
        .flexible(local(ru: "Файл", en: "File")), .number(local(ru: "Байт", en: "Bytes")),
        .init(local(ru: "Здесь", en: "Here")), .init("SHA-256"),
      ],
      rows: files.map { file, isHere in
        [
          file.name, String(file.size), isHere ? local(ru: "да", en: "yes") : local(ru: "нет", en: "no"),
          file.digest.prefix(12) + "…",
        ]
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}
