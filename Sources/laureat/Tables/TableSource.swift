import Exchange
import Foundation
import Glibc
import Primitives
import Tables

/// The bytes of a table, read once.
struct TableSource {
  let place: TablePlace
  let bytes: [UInt8]

  /// Reads a file that has to be a table.
  ///
  /// - Throws: ``DocumentRefusal`` for a file that cannot be read, or is a document.
  init(path: String) throws(DocumentRefusal) {
    let place = TablePlace(file: Self.name(path), sheet: nil)
    guard let file = Self.open(path) else { throw DocumentRefusal([TableProblem(.io(ENOENT)).diagnostic(place)]) }
    try self.init(file, begunWith: [], place)
    if beginsAsXML { throw DocumentRefusal([.documentForTable(at: place.location)]) }
  }

  private var beginsAsXML: Bool { bytes.first { !Self.blank.contains($0) } == UInt8(ascii: "<") }

  /// Looks into a file and reads it if it is a table; nil for what is to be read as an exchange document.
  ///
  /// What a file is shows in its first bytes. Where nobody says for which contest a table is, plain text counts as one
  /// only if its first line holds names of our columns or it is a juror's form, and its name does not say that it is XML.
  init?(path: String, isExpected: Bool) throws(DocumentRefusal) {
    let isFile = Self.isFile(path)
    // A pipe is read only once: it is looked into where a table may come.
    guard isFile || isExpected, let file = Self.open(path) else { return nil }
    let bytes = Array((try? file.read(upToCount: 64 << 10)) ?? Data())
    if isFile, !Self.looksLikeTable(bytes, path, isExpected: isExpected) { return nil }
    try self.init(file, begunWith: bytes, TablePlace(file: Self.name(path), sheet: nil))
  }

  private init(_ file: FileHandle, begunWith start: [UInt8], _ place: TablePlace) throws(DocumentRefusal) {
    let limit = TableLimits().bytes
    var bytes = start
    while bytes.count <= limit, let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty { bytes += piece }
    if bytes.count > limit { throw DocumentRefusal([TableProblem(.limit(.bytes)).diagnostic(place)]) }
    self.place = place
    self.bytes = bytes
  }

  private static func name(_ path: String) -> String { path == "-" ? "<stdin>" : path }

  /// Whether a file, which is no pipe, would be read as a table.
  static func isTable(_ path: String, isExpected: Bool) -> Bool {
    guard let file = open(path), let bytes = try? file.read(upToCount: 64 << 10) else { return false }
    return looksLikeTable(Array(bytes), path, isExpected: isExpected)
  }

  /// Whether a file, which is no pipe, begins as XML does.
  static func isDocument(_ path: String) -> Bool {
    guard isFile(path), let bytes = try? open(path)?.read(upToCount: 64 << 10) else { return false }
    return bytes.first { !blank.contains($0) } == UInt8(ascii: "<")
  }

  /// True when it begins as XML does.
  var isMarkup: Bool { bytes.first { !Self.blank.contains($0) } == UInt8(ascii: "<") }

  /// True when it is an exchange document after all, which only a pipe can turn out to be.
  var isDocument: Bool { !Self.looksLikeTable(bytes, place.file, isExpected: true) }

  private static func looksLikeTable(_ bytes: [UInt8], _ path: String, isExpected: Bool) -> Bool {
    if TableFile.isArchive(bytes) || TableFile.isCompound(bytes) { return true }
    guard let first = bytes.first(where: { !blank.contains($0) }), first != UInt8(ascii: "<") else { return false }
    return isExpected || !path.lowercased().hasSuffix(".xml") && (hasKnownColumns(bytes) || isForm(bytes, path))
  }

  /// White space, the halves of UTF-16 and byte order marks.
  private static let blank: Set<UInt8> = [0, 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]

  private static func hasKnownColumns(_ bytes: [UInt8]) -> Bool {
    // Up to the end of a line: what was read may end within a character.
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    guard let file = try? TableFile(bytes: Array(line)), var rows = try? file.rows(),
      let header = try? rows.next()
    else { return false }
    return header.cells.count { cell in
      if case .text(let title) = cell.content { ApplicationColumn(named: title) != nil } else { false }
    } >= 2
  }

  /// Whether it is a juror's form, which is told what takes it rather than that it is no document.
  private static func isForm(_ bytes: [UInt8], _ path: String) -> Bool {
    // Up to the last whole line of what was read.
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return false }
    let source = TableSource(place: TablePlace(file: name(path), sheet: nil), bytes: Array(bytes[...end]))
    return (try? OpenTable(source, sheet: nil)).map(FilledForm.isForm) ?? false
  }

  private init(place: TablePlace, bytes: [UInt8]) {
    self.place = place
    self.bytes = bytes
  }

  /// False for what is read only once, such as a pipe, by whatever name it is called.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func open(_ path: String) -> FileHandle? {
    if path == "-" { return .standardInput }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { return nil }
    return FileHandle(forReadingAtPath: path)
  }
}
