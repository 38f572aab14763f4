import ArgumentParser
import Exchange
import Foundation
import Primitives
import Reports
import Storage

/// `laureat backup FILE`: a copy of the store while others work with it.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(
      ru: "Снять копию хранилища, не останавливая работы.", en: "Copy the store while others work with it."),
    discussion: examples(["laureat backup laureat-2020-12-31.sqlite"])
      + local(
        ru: "\n\nВ копии есть всё, что есть в хранилище: персональные данные и ключ псевдонимов (export --profile).",
        en: "\n\nThe copy holds all that the store holds: personal data, and the key of the pseudonyms (export"
          + " --profile)."))

  @Argument(help: ArgumentHelp(local(ru: "Файл копии.", en: "File of the copy.")), completion: .file())
  var file: String

  @Flag(help: ArgumentHelp(local(ru: "Заменить файл, если он есть.", en: "Replace the file if it is there.")))
  var force = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if common.isStore(file) {
      throw ValidationError(
        local(ru: "это само хранилище: назовите другой файл", en: "this is the store itself: name another file"))
    }
  }

  func run() throws {
    let store = try common.openStore()
    let places = [file, FileShelf(ofStore: file).folder]
    if !force, let taken = places.first(where: FileManager.default.fileExists(atPath:)) {
      throw Failure(.cannotWrite, [.placeTaken(taken)])
    }
    // A copy that is open, or was left by a crash, has a log beside it: SQLite would put it into the new one.
    if let log = ["-wal", "-journal"].map({ file + $0 }).first(where: FileManager.default.fileExists(atPath:)) {
      throw Failure(.cannotWrite, [.copyInUse(log)])
    }
    let copy = try StoreCopy(of: store, common.shelf, at: file).write()
    let bytes = Format.number(copy.bytes, Speech.language)
    try common.print(
      ["file": .string(file), "bytes": .integer(copy.bytes), "files": .integer(copy.files)],
      or: local(ru: "копия: \(file), \(bytes) байт", en: "copy: \(file), \(bytes) bytes")
        + (copy.files == 0
          ? "\n"
          : local(
            ru: "; приложенные файлы (\(copy.files)): \(file).files\n",
            en: "; attached files (\(copy.files)): \(file).files\n")))
  }
}

extension Diagnostic {
  fileprivate static func placeTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.cannotWrite, LocalizedText(ru: "здесь уже что-то есть", en: "something is there already"),
      advice: LocalizedText(ru: "назовите другой файл или добавьте --force", en: "name another file, or add --force"),
      location: .init(file: path))
  }

  fileprivate static func copyInUse(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.cannotWrite,
      LocalizedText(
        ru: "прежняя копия открыта или не закрыта после сбоя", en: "the copy there is open, or a crash left it so"),
      advice: LocalizedText(
        ru: "назовите другой файл, или откройте и закройте ту копию: laureat doctor --store ФАЙЛ",
        en: "name another file, or open and close that copy: laureat doctor --store FILE"),
      location: .init(file: path))
  }
}
