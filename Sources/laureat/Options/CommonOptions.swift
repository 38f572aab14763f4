import ArgumentParser
import Foundation
import Primitives
import Reports
import SQLiteEngine
import Storage

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru: "Файл хранилища (или LAUREAT_STORE; без них laureat.sqlite здесь).",
        en: "File of the store (or LAUREAT_STORE; otherwise laureat.sqlite here)."), valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var store: String?

  @Flag(help: ArgumentHelp(local(ru: "Вывести JSON.", en: "Print JSON.")))
  var json = false

  @Option(
    help: ArgumentHelp(local(ru: "Язык: ru или en.", en: "Language: ru or en."), valueName: "ru|en"),
    completion: .list(["ru", "en"]))
  var lang: Language?

  /// An empty variable is one that is not set.
  private var path: String {
    let variable = ProcessInfo.processInfo.environment["LAUREAT_STORE"] ?? ""
    return store ?? (variable.isEmpty ? "laureat.sqlite" : variable)
  }

  func validate() throws {
    if store?.isEmpty == true {
      throw ValidationError(local(ru: "--store: назовите файл", en: "--store: name a file"))
    }
  }

  /// Opens a store that must be there.
  func openStore() throws -> Store {
    Store(try SQLiteEngine.open(path: path, mode: .existing))
  }

  /// Opens the store, and makes it where it is not; a dry run makes one only in memory.
  func openOrCreateStore(_ writing: WriteOptions) throws -> Store {
    if writing.dryRun, !FileManager.default.fileExists(atPath: path) { return Store(try SQLiteEngine.scratch()) }
    return Store(try SQLiteEngine.open(path: path, mode: .create))
  }

  /// Where the store keeps attached files.
  var shelf: FileShelf { FileShelf(ofStore: path) }

  /// The store's file and those beside it must not be written over.
  func isStore(_ file: String) -> Bool {
    func resolved(_ path: String) -> String { URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path }
    let store = resolved(path)
    return ["", "-wal", "-shm", "-journal"].contains { resolved(file) == store + $0 }
  }

  /// Prints either form of a result.
  func print(_ json: @autoclosure () -> JSON, or text: @autoclosure () -> String) throws {
    try Terminal.print(self.json ? json().text : text())
  }
}

/// What every command takes that changes something.
struct WriteOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(local(ru: "Только показать, ничего не меняя.", en: "Only show what would be done.")))
  var dryRun = false

  /// Changes the store in one transaction, or shows what would be changed.
  func change<Result>(_ store: Store, _ body: (Session) throws -> Result) throws -> Result {
    let result = try store.write(dryRun: dryRun, body)
    if dryRun { Terminal.say(local(ru: "пробный запуск: ничего не записано", en: "dry run: nothing was recorded")) }
    return result
  }
}
