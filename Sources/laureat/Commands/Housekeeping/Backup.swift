import ArgumentParser
import Exchange
import Foundation
import Glibc
import Primitives
import Reports
import Storage

/// `laureat backup FILE`: a copy of the store while others work with it.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(
      ru: "Снять копию хранилища, не останавливая работы.", en: "Copy the store while others work with it."),
    discussion: examples(["laureat backup laureat-2020-12-31.sqlite"]))

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
    if !force, FileManager.default.fileExists(atPath: file) {
      throw Failure(
        .cannotWrite,
        [
          Diagnostic(
            ExchangeCode.cannotWrite, LocalizedText(ru: "такой файл уже есть", en: "the file is there already"),
            advice: LocalizedText(ru: "назовите другой или добавьте --force", en: "name another, or add --force"),
            location: .init(file: file))
        ])
    }
    let bytes = try StoreCopy(of: store, at: file).write()
    try common.print(
      ["file": .string(file), "bytes": .integer(bytes)],
      or: local(ru: "копия: \(file), \(bytes) байт\n", en: "copy: \(file), \(bytes) bytes\n"))
  }
}

/// A copy that appears whole or not at all, and is a sound store.
struct StoreCopy {
  private let store: Store
  private let path: String

  init(of store: Store, at path: String) {
    self.store = store
    self.path = path
  }

  /// - Returns: Its size in bytes.
  func write() throws -> Int {
    let place = URL(filePath: path).standardizedFileURL
    let temporary = place.deletingLastPathComponent()
      .appending(path: ".\(place.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)").path
    let files = FileManager.default
    guard !files.fileExists(atPath: temporary), files.createFile(atPath: temporary, contents: nil) else {
      throw Failure.cannotWrite(path)
    }
    defer { try? files.removeItem(atPath: temporary) }
    // It holds what the store holds: its owner's alone.
    try? files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: temporary)
    do {
      try store.copy(to: temporary)
    } catch let error as StoreError where error.code == .full || error.code == .inputOutput {
      throw Failure.cannotWrite(path)
    }
    try Self.sync(temporary)
    guard rename(temporary, place.path) == 0 else { throw Failure.cannotWrite(path) }
    try Self.sync(place.deletingLastPathComponent().path)
    return (try? files.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.cannotWrite(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure.cannotWrite(path) }
  }
}
