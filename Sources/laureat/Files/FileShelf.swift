import Contests
import Exchange
import Foundation
import LibXML
import Primitives
import Storage

/// The folder beside a store that keeps the attached files of its entries, each under its digest: a name that leads
/// nowhere, and the same file sent twice is kept once.
struct FileShelf {
  let folder: String

  /// The shelf of the store at a path.
  init(ofStore path: String) {
    folder = path + ".files"
  }

  func path(of digest: String) -> String { "\(folder)/\(digest)" }

  func holds(_ attachment: Attachment) -> Bool {
    size(of: attachment.digest) == attachment.size
  }

  /// True where its content is still the one it was kept for, which is read to its end.
  func holdsUnchanged(_ attachment: Attachment) -> Bool {
    holds(attachment) && Digest(ofFile: path(of: attachment.digest))?.description == attachment.digest
  }

  /// Bytes; nil where there is no such file.
  private func size(of digest: String) -> Int? {
    try? FileManager.default.attributesOfItem(atPath: path(of: digest))[.size] as? Int
  }

  /// Takes in a file that is written piece by piece; it lies on the shelf if what writes it says so in the end.
  ///
  /// - Parameter write: Is handed what takes the pieces, and returns whether the file is to be kept.
  /// - Returns: What `write` has returned.
  @discardableResult
  func put(_ digest: String, _ write: (_ take: ([UInt8]) throws -> Void) throws -> Bool) throws -> Bool {
    do {
      // It holds what the store holds: its owner's alone.
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      var file = try AtomicFile(path: path(of: digest))
      let isKept = try write { try $0.span.bytes.withUnsafeBytes { try file.write($0) } }
      if isKept { try file.place() }
      return isKept
    } catch is WriteFailure {
      throw Failure.cannotWrite(folder)
    } catch is CocoaError {
      throw Failure.cannotWrite(folder)
    }
  }

  /// Makes files that were put here durable: together, for each at once would take many times longer.
  func sync(_ digests: some Sequence<String>) throws {
    guard Durable.sync(digests.map(path(of:)), in: folder) else { throw Failure.cannotWrite(folder) }
  }

  func remove(_ digest: String) {
    try? FileManager.default.removeItem(atPath: path(of: digest))
  }

  /// Copies files to another shelf, and removes from there what does not belong to them. Files never change: those that
  /// are there already are not copied again.
  ///
  /// - Throws: `Failure` when one is not here, or cannot be written there.
  func copy(_ files: [AttachedFile], to other: FileShelf) throws {
    for file in files where other.size(of: file.digest) != file.size {
      guard let source = FileHandle(forReadingAtPath: path(of: file.digest)) else { throw Failure([.lost(file)]) }
      try other.put(file.digest) { take in
        while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty { try take(Array(piece)) }
        return true
      }
    }
    if !files.isEmpty { try other.sync(files.map(\.digest)) }
    other.removeAll(except: files)
  }

  private func removeAll(except files: [AttachedFile]) {
    for name in strays(beside: files) { remove(name) }
  }

  /// The names of files that were laid here and that the store does not know. What somebody else has put here is none.
  func strays(beside files: [AttachedFile]) -> [String] {
    let known = Set(files.map(\.digest))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.contains(/^\.?[0-9a-f]{64}(\.|$)/) && !known.contains($0) }.sorted()
  }

  /// What is wrong with the files that the store says are here; each is read to its end.
  func faults(of files: [AttachedFile]) -> [Fault] {
    let strays = strays(beside: files).count
    return (strays == 0 ? [] : [.strays(strays)])
      + files.compactMap { file in
        guard let size = size(of: file.digest) else { return .missing(file) }
        let isUnchanged = size == file.size && Digest(ofFile: path(of: file.digest))?.description == file.digest
        return isUnchanged ? nil : .changed(file)
      }
  }

  enum Fault {
    case missing(AttachedFile)
    case changed(AttachedFile)
    /// How many files it does not know of.
    case strays(Int)
  }

  /// Removes what the store does not know: files whose entries are gone, and what an interrupted import left.
  ///
  /// The store is kept from taking in files meanwhile: they lie here before it has finally taken them.
  func sweep(for store: Store) throws {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    try store.write { try $0.files.forgetUnused() }
    try store.write { removeAll(except: try $0.files.list()) }
  }
}

extension Diagnostic {
  fileprivate static func lost(_ file: AttachedFile) -> Diagnostic {
    Diagnostic(
      ExchangeCode.attachedFileMissing,
      LocalizedText(
        ru: "нет приложенного файла \(file.digest.prefix(12))…",
        en: "attached file \(file.digest.prefix(12))… is not here"),
      advice: LocalizedText(
        ru: "что пропало, перечислит laureat doctor; файл вернёт приём пакета, в котором он пришёл",
        en: "laureat doctor lists what is lost; taking in the package that brought it brings it back"))
  }
}
