import Foundation
import Glibc
import Testing

/// Files as poppler's tools read them, as others would.
enum Poppler {
  /// The text, page by page, as it is copied out.
  static func text(_ bytes: [UInt8]) throws -> String {
    try run("pdftotext", ["-enc", "UTF-8"], bytes, ["-"])
  }

  /// The tags, each with its text.
  static func structure(_ bytes: [UInt8]) throws -> String {
    try run("pdfinfo", ["-struct-text"], bytes, [])
  }

  static func info(_ bytes: [UInt8]) throws -> String {
    try run("pdfinfo", [], bytes, [])
  }

  /// The pages as a screen shows them, one after another.
  static func picture(_ bytes: [UInt8]) throws -> [UInt8] {
    try read("pdftoppm", ["-r", "100"], bytes, [])
  }

  struct Box {
    let xMin: Double, yMin: Double, xMax: Double, yMax: Double
  }

  /// Where the words stand, in points.
  static func boxes(_ bytes: [UInt8]) throws -> [Box] {
    try run("pdftotext", ["-bbox"], bytes, ["-"])
      .matches(of: /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/)
      .map { match in
        let sides = [match.1, match.2, match.3, match.4].map { Double($0) ?? .nan }
        return Box(xMin: sides[0], yMin: sides[1], xMax: sides[2], yMax: sides[3])
      }
  }

  private static func run(_ tool: String, _ options: [String], _ bytes: [UInt8], _ rest: [String]) throws -> String {
    String(decoding: try read(tool, options, bytes, rest), as: UTF8.self)
  }

  private static func read(_ tool: String, _ options: [String], _ bytes: [UInt8], _ rest: [String]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "laureat-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let complaintsFile = file.path + ".errors"
    defer { try? FileManager.default.removeItem(atPath: complaintsFile) }
    // Not Foundation's Process, which leaks a little: these tests run under the sanitizer too.
    let words = [tool] + options + ["'\(file.path)'"] + rest + ["2>'\(complaintsFile)'"]
    let stream = try #require(popen(words.joined(separator: " "), "r"))
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, stream), count > 0 { output += piece.prefix(count) }
    let status = pclose(stream)
    let complaints = try FileHandle(forReadingFrom: URL(filePath: complaintsFile)).readToEnd() ?? Data()
    // A reader that has to mend a file says so.
    #expect(complaints.isEmpty, "\(String(decoding: complaints, as: UTF8.self))")
    #expect(status == 0)
    return output
  }
}
