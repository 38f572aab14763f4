import Foundation
import Glibc
import Storage

/// The file of a store, looked at before SQLite is let near it: opening a foreign database may already change it.
struct StoreFile {
  enum State: Hashable {
    /// Not there, or empty: the tables are still to be made.
    case blank
    case store
  }

  /// `LAUR`, in the header field by which `file` and SQLite tell applications apart.
  static let applicationID = 0x4C41_5552

  let path: String

  /// - Throws: ``StoreError`` for what names no file.
  init(path: String) throws {
    guard !path.isEmpty else { throw StoreError(.cannotOpen(path: path, errno: EINVAL)) }
    // The rest of an address may hold a password.
    if let scheme = path.firstMatch(of: /^([A-Za-z][A-Za-z0-9+.\-]*):\/\//)?.1 {
      throw StoreError(.unsupportedAddress(scheme: String(scheme)))
    }
    self.path = path
  }

  /// The path as SQLite is to get it: it would take `:memory:` and `file:` for more than names.
  var absolutePath: String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// Says whether the file is a store that can be opened.
  ///
  /// - Throws: ``StoreError``, with the file untouched.
  func inspect(mode: SQLiteEngine.Mode, supported: Int) throws -> State {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw StoreError(.cannotOpen(path: path, errno: errno)) }
      guard mode == .create else { throw StoreError(.notFound(path: path)) }
      try inspectFolder()
      return .blank
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.notAStore(path: path)) }
    try refuseNetworkShare(device: status.st_dev)

    let header = try readHeader()
    if header.isEmpty && mode == .existing { throw StoreError(.notAStore(path: path)) }
    if !header.isEmpty { try inspectHeader(header, supported: supported) }
    // A file that nobody may write is meant to stay as it is, also before the superuser, whom access() lets through.
    guard status.st_mode & 0o222 != 0, access(path, W_OK) == 0, access(folder, W_OK) == 0 else {
      throw StoreError(.readOnly)
    }
    return header.isEmpty ? .blank : .store
  }

  /// Makes the file, empty, where it is not there yet. Nobody but its owner may read it: it will hold personal data.
  /// SQLite gives the files beside it the same rights.
  func create() throws {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor < 0 else {
      Glibc.close(descriptor)
      return
    }
    guard errno == EEXIST else { throw StoreError(.cannotOpen(path: path, errno: errno)) }
  }

  private var folder: String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  private func inspectFolder() throws {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw StoreError(.folderMissing(path: folder))
    }
    try refuseNetworkShare(device: status.st_dev)
    guard access(folder, W_OK) == 0 else { throw StoreError(.readOnly) }
  }

  // MARK: Header

  /// The first hundred bytes; fewer in a shorter file.
  private func readHeader() throws -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(.cannotOpen(path: path, errno: errno)) }
    defer { Glibc.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw StoreError(.cannotOpen(path: path, errno: errno)) }
    return Array(bytes.prefix(count))
  }

  /// Fields of the SQLite file format: the magic text at 0, `user_version` at 60, `application_id` at 68.
  private func inspectHeader(_ header: [UInt8], supported: Int) throws {
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)),
      Self.number(header[68..<72]) == Self.applicationID
    else { throw StoreError(.notAStore(path: path)) }
    let found = Self.number(header[60..<64])
    guard found <= supported else { throw StoreError(.newerVersion(found: found, supported: supported)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  // MARK: Network shares

  private func refuseNetworkShare(device: dev_t) throws {
    guard let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return }
    // As `major()` and `minor()` of glibc take a device number apart; they are macros, which Swift does not import.
    let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
    let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
    if Self.isNetworkShare(device: "\(major):\(minor)", mounts: mounts) {
      throw StoreError(.networkShare(path: path))
    }
  }

  /// True for a file system on which several machines write: the shared memory of SQLite's log does not reach from
  /// one to another.
  ///
  /// - Parameters:
  ///   - device: `major:minor`.
  ///   - mounts: lines of `/proc/self/mountinfo` (proc(5)): the third field is the device, and the type of the file
  ///     system follows a dash.
  static func isNetworkShare(device: String, mounts: String) -> Bool {
    mounts.split(separator: "\n").contains { line in
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { return false }
      return ["nfs", "nfs4", "cifs", "smbfs", "smb3"].contains(String(fields[dash + 1]))
    }
  }
}
