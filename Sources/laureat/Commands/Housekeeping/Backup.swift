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
    if !force, [file, FileShelf(ofStore: file).folder].contains(where: FileManager.default.fileExists(atPath:)) {
      throw Failure(
        .cannotWrite,
        [
          Diagnostic(
            ExchangeCode.cannotWrite, LocalizedText(ru: "такой файл уже есть", en: "the file is there already"),
            advice: LocalizedText(ru: "назовите другой или добавьте --force", en: "name another, or add --force"),
            location: .init(file: file))
        ])
    }
    let copy = try StoreCopy(of: store, common.shelf, at: file).write()
    try common.print(
      ["file": .string(file), "bytes": .integer(copy.bytes), "files": .integer(copy.files)],
      or: local(ru: "копия: \(file), \(copy.bytes) байт", en: "copy: \(file), \(copy.bytes) bytes")
        + (copy.files == 0
          ? "\n"
          : local(
            ru: "; приложенные файлы (\(copy.files)): \(file).files\n",
            en: "; attached files (\(copy.files)): \(file).files\n")))
  }
}

/// A copy of a store with its attached files: the store appears whole or not at all, and is sound.
struct StoreCopy {
  private let store: Store
  private let shelf: FileShelf
  private let path: String

  init(of store: Store, _ shelf: FileShelf, at path: String) {
    self.store = store
    self.shelf = shelf
    self.path = path
  }

  /// - Returns: The size of the store in bytes, and how many files were copied.
  func write() throws -> (bytes: Int, files: Int) {
    let place = try TemporaryPlace(for: path)
    do {
      try store.copy(to: place.path)
    } catch let error as StoreError where error.code == .full || error.code == .inputOutput {
      throw Failure.cannotWrite(path)
    }
    // Before the store is there, so that it never lacks its files.
    let files = try store.read { try $0.files.list() }
    try shelf.copy(files, to: FileShelf(ofStore: path))
    try place.commit()
    return ((try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0, files.count)
  }
}
