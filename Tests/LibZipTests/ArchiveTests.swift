import Foundation
import LibZip
import Testing

/// What is written comes out again, and the same content is the same archive.
struct ArchiveTests {
  @Test func `files come out as they went in, in their order`() throws {
    let long = String(repeating: "снежный городок; ", count: 30_000)
    let archive = try ZipArchive(bytes: archive([("b/заявка.xml", long), ("a.txt", ""), ("a/b.txt", "x")]))
    #expect(archive.entries.map(\.name) == ["b/заявка.xml", "a.txt", "a/b.txt"])
    let entry = try #require(archive["b/заявка.xml"])
    #expect(entry.size == long.utf8.count)
    #expect(entry.compressedSize < entry.size / 100)
    #expect(try archive.bytes(of: entry) == Array(long.utf8))
    #expect(try archive.bytes(of: try #require(archive["a.txt"])) == [])
    #expect(archive["A.txt"] == nil)
  }

  @Test func `the same content gives the same bytes, at any time`() throws {
    let first = try archive([("a.txt", "один"), ("b.txt", "два")])
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try archive([("a.txt", "один"), ("b.txt", "два")]) == first)
  }

  @Test func `a file is taken from the disk, and read from there`() throws {
    let folder = try Folder()
    try Data("содержание".utf8).write(to: folder.url.appending(path: "source"))
    var writer = try ZipWriter(path: folder.path("a.zip"))
    try writer.add("copy.txt", file: folder.path("source"))
    try writer.finish()
    let archive = try ZipArchive(path: folder.path("a.zip"))
    #expect(try archive.bytes(of: try #require(archive["copy.txt"])) == Array("содержание".utf8))
  }

  @Test func `without its end nothing is written`() throws {
    let folder = try Folder()
    do {
      var writer = try ZipWriter(path: folder.path("a.zip"))
      try writer.add("a.txt", bytes: [1])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    #expect(throws: ZipProblem(.missingEntry)) { try ZipWriter(path: folder.path("b.zip")).finish() }
  }

  @Test func `other programs read what is written`() throws {
    let folder = try Folder()
    var writer = try ZipWriter(path: folder.path("a.zip"))
    try writer.add("папка/заявка.xml", bytes: Array("<a/>".utf8))
    try writer.finish()
    let program = URL(filePath: "/usr/bin/unzip")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return }
    let unzip = Process()
    unzip.executableURL = program
    unzip.arguments = ["-tqq", folder.path("a.zip")]
    try unzip.run()
    unzip.waitUntilExit()
    #expect(unzip.terminationStatus == 0)
  }

  @Test func `a writer refuses what a reader would`() {
    #expect(throws: ZipProblem(.name(.path), entry: 2)) { try archive([("a.txt", ""), ("../a.txt", "")]) }
    #expect(throws: ZipProblem(.duplicateName, entry: 2)) { try archive([("a.txt", ""), ("A.TXT", "")]) }
  }
}
