import Foundation

/// The documents that mutations begin from: everything in Samples/, the bad ones too. Of a large one only the first
/// records are kept, for a round should take milliseconds.
struct Corpus {
  let documents: [(name: String, bytes: [UInt8])]
  /// Announcements and portfolios that an import can build on.
  let foundations: [String]

  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples")

  private static let mostBytes = 16 << 10

  init() throws {
    let files = FileManager.default.enumerator(at: Self.samples, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "xml" && !$0.hasDirectoryPath }.sorted {
        $0.path < $1.path
      }
    documents = try (files ?? []).map { file in
      (file.lastPathComponent, Self.excerpt(of: try Self.bytes(of: file)))
    }
    foundations = (files ?? []).map(\.path).filter {
      !$0.contains("/broken/") && !$0.contains("/odd/") && ($0.contains("announcement") || $0.contains("portfolio"))
    }
  }

  /// Foundation's own reading leaks its buffer where a file is empty, of which the leak sanitizer complains.
  private static func bytes(of file: URL) throws -> [UInt8] {
    try file.resourceValues(forKeys: [.fileSizeKey]).fileSize == 0 ? [] : Array(try Data(contentsOf: file))
  }

  /// The beginning of a document up to the end of a record, and the root's end tag; its count is put right.
  private static func excerpt(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > mostBytes, let text = String(validating: bytes, as: UTF8.self) else { return bytes }
    for (record, root) in [("application", "applications"), ("result", "resultsProtocol")] {
      let end = "</\(record)>"
      let beginning = text.prefix(mostBytes)
      guard let last = beginning.range(of: end, options: .backwards) else { continue }
      let kept = String(text[..<last.upperBound]) + "\n</\(root)>\n"
      return Array(Markup(kept).withCountRepaired().text.utf8)
    }
    return Array(bytes.prefix(mostBytes))
  }
}
