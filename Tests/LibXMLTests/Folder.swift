import Glibc
import LibXML
import Testing

/// A folder that is gone after the test.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/libxml-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  var names: [String] {
    var names: [String] = []
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func write(_ name: String, _ text: String) throws {
    var file = try AtomicFile(path: "\(path)/\(name)")
    try Array(text.utf8).withUnsafeBytes { try file.write($0) }
    try file.commit()
  }

  func text(_ name: String) -> String? {
    guard let file = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  func mode(_ name: String) -> mode_t {
    var status = stat()
    stat("\(path)/\(name)", &status)
    return status.st_mode & 0o777
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}

/// A pipe with a name, held open for writing so that its reader waits.
final class WaitingPipe {
  let path: String
  private var descriptor: Int32
  private let folder: Folder

  init(in folder: Folder) throws {
    self.folder = folder
    path = "\(folder.path)/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    descriptor = open(path, O_RDWR)
  }

  func finish() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit { finish() }
}

extension Folder {
  func pipe() throws -> WaitingPipe { try WaitingPipe(in: self) }
}
