package import Contests
internal import Crypto
internal import Foundation
internal import Glibc
package import LibZip
package import Primitives

/// A document with the files that its applications name, in one ZIP archive.
///
/// At the top, or in the only folder there, stands the document, the one file whose name ends in `.xml`. Beside it the
/// folder `files` holds a folder for each application, named by its identifier, with its files under the names that the
/// application gives them. Nothing is ever unpacked under a name that comes from the archive.
package final class DocumentPackage {
  /// How a file differs from what its application says of it.
  package enum Fault: Hashable, Sendable {
    case missing
    /// Its content is there under another name.
    case renamed
    case otherSize
    case otherContent
  }

  /// The most bytes a document may have in a package: some hundred thousand applications. A larger one travels alone.
  private static let documentBytes = 128 << 20

  /// The most bytes of one attached file.
  package static let attachmentBytes = 256 << 20

  /// What a package may hold.
  package static let limits = {
    var limits = ZipLimits()
    limits.entryBytes = attachmentBytes
    limits.totalBytes = 4 << 30
    // An identifier of 64 letters, percent-encoded or in Cyrillic, and a name of 255 bytes.
    limits.nameBytes = 1024
    return limits
  }()

  /// True where a package of so many files, and so many bytes of them, would be read again.
  package static func takes(_ bytes: Int, of files: Int, document: Int) -> Bool {
    files < limits.entries && document <= documentBytes && bytes + document <= limits.totalBytes
  }

  private let file: String
  private let archive: ZipArchive
  private let document: ZipArchive.Entry
  /// The folder of the document, with its slash; empty at the top.
  private let root: String
  private var claimed: Set<String> = []
  private var digests: [String: String] = [:]

  /// Opens a package; nil for a file that is no archive at all, or one that is not called so and holds no document: a
  /// spreadsheet.
  ///
  /// - Throws: ``DocumentRefusal`` for an archive that could do harm, is damaged, or holds no document.
  package init?(path: String) throws(DocumentRefusal) {
    guard Self.isArchive(path) else { return nil }
    file = path
    let isNamedSo = path.lowercased().hasSuffix(".zip")
    do throws(ZipProblem) {
      archive = try ZipArchive(path: path, limits: Self.limits)
    } catch {
      // A spreadsheet is an archive too, and has words of its own for what is wrong with it.
      if !isNamedSo { return nil }
      throw Self.refusal(error, path)
    }
    if archive["[Content_Types].xml"] != nil || archive["mimetype"] != nil { return nil }
    let documents = archive.entries.filter(Self.isDocument)
    if documents.isEmpty, !isNamedSo { return nil }
    guard let document = documents.first, documents.count == 1 else {
      throw DocumentRefusal([Wording.documentsInPackage(documents.count, file: path)])
    }
    self.document = document
    root = document.name.lastIndex(of: "/").map { String(document.name[...$0]) } ?? ""
    claimed.insert(document.name)
  }

  /// Begins to read the document.
  package func stream() throws(DocumentRefusal) -> DocumentStream {
    do throws(ZipProblem) {
      return DocumentStream(bytes: try archive.bytes(of: document, most: Self.documentBytes), name: file)
    } catch {
      throw Self.refusal(error, file)
    }
  }

  /// Hands over a file of an application piece by piece, and compares it with what the application says.
  ///
  /// - Returns: How it differs; then what was handed over is not to be kept. Nil for the very file.
  /// - Throws: ``DocumentRefusal`` when the archive cannot be read on; whatever `write` throws.
  package func copy(
    _ attachment: Attachment, of application: Identifier, to write: ([UInt8]) throws -> Void
  ) throws -> Fault? {
    let name = root + PackagePath.path(of: attachment, in: application)
    guard let entry = archive[name], !entry.isFolder else {
      return try isThereUnderAnotherName(attachment) ? .renamed : .missing
    }
    claimed.insert(entry.name)
    if entry.size != attachment.size { return .otherSize }
    return try hash(entry, to: write) == attachment.digest ? nil : .otherContent
  }

  /// How many files of the archive nothing was said of. What systems put into every archive does not count.
  package var unclaimed: Int {
    archive.entries.count { !$0.isFolder && !claimed.contains($0.name) && !Self.isLitter($0.name) }
  }

  /// Tells that an application has files here that it was not asked for: it was refused.
  package func claim(_ attachments: [Attachment], of application: Identifier) {
    for attachment in attachments {
      if let entry = archive[root + PackagePath.path(of: attachment, in: application)] { claimed.insert(entry.name) }
    }
  }

  private func isThereUnderAnotherName(_ attachment: Attachment) throws -> Bool {
    for entry in archive.entries where entry.size == attachment.size && !claimed.contains(entry.name) {
      let digest = try digests[entry.name] ?? hash(entry) { _ in }
      digests[entry.name] = digest
      if digest == attachment.digest { return true }
    }
    return false
  }

  private func hash(_ entry: ZipArchive.Entry, to write: ([UInt8]) throws -> Void) throws -> String {
    do {
      var reader = try archive.reader(of: entry)
      var buffer = [UInt8](repeating: 0, count: 256 << 10)
      var hash = SHA256()
      while case let count = try reader.read(into: &buffer), count > 0 {
        let piece = count == buffer.count ? buffer : Array(buffer[..<count])
        hash.update(data: piece)
        try write(piece)
      }
      return Digest(hash.finalize()).description
    } catch let problem as ZipProblem {
      throw Self.refusal(problem, file)
    }
  }

  // MARK: What a file is

  /// By its first bytes.
  private static func isArchive(_ path: String) -> Bool {
    var status = stat()
    // A pipe is read only once, and not here.
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path), let beginning = try? file.read(upToCount: 4)
    else { return false }
    return ZipArchive.isBegun(by: beginning)
  }

  private static func isDocument(_ entry: ZipArchive.Entry) -> Bool {
    let parts = entry.name.split(separator: "/")
    return !entry.isFolder && parts.count <= 2 && entry.name.lowercased().hasSuffix(".xml")
      && parts.first?.lowercased() != PackagePath.folder && !isLitter(entry.name)
  }

  private static func isLitter(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return parts.first == "__MACOSX" || parts.last == ".DS_Store" || parts.last?.lowercased() == "thumbs.db"
      || parts.last?.lowercased() == "desktop.ini"
  }

  private static func refusal(_ problem: ZipProblem, _ file: String) -> DocumentRefusal {
    DocumentRefusal([Wording.diagnostic(problem, file: file)])
  }
}
