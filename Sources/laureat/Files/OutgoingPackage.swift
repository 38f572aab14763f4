import Contests
import Exchange
import Foundation
import LibZip
import Primitives
import Storage

/// A document and the attached files of its applications, written as one archive.
struct OutgoingPackage {
  private let shelf: FileShelf
  private var files: [(name: String, source: String)] = []
  private var bytes = 0
  /// Entries of which a file is not at hand.
  private var incomplete: [String] = []

  init(from shelf: FileShelf) {
    self.shelf = shelf
  }

  /// Puts in the files of an application, under the identifier by which it goes out.
  mutating func add(_ entry: Entry, number: Int, in session: Session) throws {
    for attachment in entry.attachments {
      if try session.files.has(attachment), shelf.holds(attachment) {
        files.append((PackagePath.path(of: attachment, in: entry.id), shelf.path(of: attachment.digest)))
        bytes += attachment.size
      } else if incomplete.last != String(number) {
        incomplete.append(String(number))
      }
    }
  }

  private static func size(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  /// Writes the archive to its place.
  ///
  /// - Parameter document: The file of the document.
  /// - Throws: `Failure` when files are not at hand, or it cannot be written.
  func write(_ document: String, named name: String, to path: String) throws {
    if !incomplete.isEmpty { throw Failure([.filesNotHere(incomplete)]) }
    if !DocumentPackage.takes(bytes, of: files.count, document: try Self.size(of: document)) {
      throw Failure([.tooLarge])
    }
    let place = try TemporaryPlace(for: path)
    do throws(ZipProblem) {
      var archive = try ZipWriter(path: place.path, limits: DocumentPackage.limits)
      try archive.add(name, file: document)
      for file in files { try archive.add(file.name, file: file.source) }
      try archive.finish()
    } catch {
      if error.kind == .duplicateName { throw Failure([.namesCollide]) }
      throw Failure.cannotWrite(path)
    }
    try place.commit()
  }
}

extension Diagnostic {
  fileprivate static let tooLarge = Diagnostic(
    ExchangeCode.packageRefused,
    LocalizedText(
      ru: "файлов столько, что получатель такой пакет не примет", en: "there are more files than a package may hold"),
    advice: LocalizedText(
      ru: "выгрузите документ без --package, а файлы передайте отдельно",
      en: "export the document without --package, and hand over the files apart"))

  fileprivate static func filesNotHere(_ numbers: [String]) -> Diagnostic {
    let shown = numbers.prefix(20).joined(separator: ", ") + (numbers.count > 20 ? ", …" : "")
    return Diagnostic(
      ExchangeCode.attachedFileMissing,
      LocalizedText(
        ru: "здесь нет файлов, которые описаны в заявках: \(shown)",
        en: "files that these applications describe are not here: \(shown)"),
      advice: LocalizedText(
        ru: "примите пакет, в котором они пришли, или выгрузите документ без --package",
        en: "take in the package that brings them, or export the document without --package"))
  }

  fileprivate static let namesCollide = Diagnostic(
    ExchangeCode.duplicateIdentifier,
    LocalizedText(
      ru: "идентификаторы двух заявок отличаются только большими и малыми буквами",
      en: "the identifiers of two applications differ in upper and lower case alone"),
    advice: LocalizedText(
      ru: "в одном пакете они не помещаются: выгрузите документ без --package, а файлы передайте отдельно",
      en: "one package cannot hold both: export the document without --package, and hand over the files apart"))
}
