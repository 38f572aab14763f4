import Crypto
import Foundation
import LibZip

/// A file that is attached to an application.
struct Attached {
  var name: String
  var content: String

  var digest: String { SHA256.hash(data: Data(content.utf8)).map { String(format: "%02x", $0) }.joined() }

  /// As the application describes it.
  var xml: String {
    "<attachment name=\"\(name)\" mediaType=\"image/jpeg\" size=\"\(content.utf8.count)\" sha256=\"\(digest)\"/>"
  }
}

extension Command {
  /// Writes an archive of these files and returns its path.
  @discardableResult
  func pack(_ files: [(name: String, content: String)], to archive: String) throws -> String {
    var writer = try ZipWriter(path: path(archive))
    for file in files { try writer.add(file.name, bytes: Array(file.content.utf8)) }
    try writer.finish()
    return path(archive)
  }

  /// The files of an archive by their names.
  func unpack(_ archive: String) throws -> [String: String] {
    let archive = try ZipArchive(path: path(archive))
    var files: [String: String] = [:]
    for entry in archive.entries { files[entry.name] = String(decoding: try archive.bytes(of: entry), as: UTF8.self) }
    return files
  }
}
