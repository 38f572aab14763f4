import Foundation
import LibZip
import Testing

/// Archives made to do harm are refused before anything of them is unpacked.
struct HostileTests {
  private func problem(_ bytes: [UInt8], _ limits: ZipLimits = ZipLimits()) -> ZipProblem? {
    do throws(ZipProblem) {
      let archive = try ZipArchive(bytes: bytes, limits: limits)
      for entry in archive.entries where !entry.isFolder { _ = try archive.bytes(of: entry) }
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("../../etc/passwd", ZipProblem.NameFault.path), ("a/../../b", .path), ("a//b", .path), ("./a", .path),
    ("/etc/passwd", .absolute), ("C:/windows", .absolute), ("c:a", .absolute), ("a\\..\\b", .backslash),
    ("a\tb", .controlCharacter), ("a\u{202E}gpj.exe", .controlCharacter), ("a\nb", .controlCharacter),
    (String(repeating: "ж", count: 128), .tooLong), ("..", .path),
  ])
  func `a name that could lead astray is refused`(name: String, fault: ZipProblem.NameFault) {
    var raw = RawArchive()
    raw.add("fine.txt", "x")
    raw.add(name, "x")
    #expect(problem(raw.finished()) == ZipProblem(.name(fault), entry: 2))
  }

  @Test func `a name in no known encoding is refused`() {
    var raw = RawArchive()
    raw.add([0xE7, 0xB0, 0xEF], [1], flags: 0)
    #expect(problem(raw.finished()) == ZipProblem(.name(.notUTF8), entry: 1))
  }

  @Test func `a name in the code page of Russian Windows is understood`() throws {
    var raw = RawArchive()
    // «Ёлка №1 чая.jpg» in CP866.
    raw.add([0xF0, 0xAB, 0xAA, 0xA0, 0x20, 0xFC, 0x31, 0x20, 0xE7, 0xA0, 0xEF] + Array(".jpg".utf8), [1], flags: 0)
    #expect(try ZipArchive(bytes: raw.finished()).entries.map(\.name) == ["Ёлка №1 чая.jpg"])
  }

  @Test(arguments: [
    ("a.txt", "a.txt"), ("Заявка.xml", "заявка.xml"), ("\u{439}", "\u{438}\u{306}"), ("a", "a/"),
  ])
  func `names that some system takes for one are refused`(first: String, second: String) {
    var raw = RawArchive()
    raw.add(first)
    raw.add(second)
    #expect(problem(raw.finished()) == ZipProblem(.duplicateName, entry: 2))
  }

  @Test(arguments: [0o120777 as UInt32, 0o060644, 0o010644])
  func `links and devices are refused`(mode: UInt32) {
    var raw = RawArchive()
    raw.add("link", "/etc/passwd", mode: mode)
    #expect(problem(raw.finished()) == ZipProblem(.notAFile, entry: 1))
  }

  @Test func `a bomb is refused by what it says of itself`() throws {
    let zeros = String(repeating: "0", count: 8 << 20)
    #expect(problem(try archive([("bomb", zeros)])) == ZipProblem(.limit(.expansion), entry: 1))
    var limits = ZipLimits()
    limits.expansion = 2000
    #expect(problem(try archive([("large", zeros)]), limits) == nil)
    limits.entryBytes = 1 << 20
    #expect(problem(try archive([("large", zeros)]), limits) == ZipProblem(.limit(.entryBytes), entry: 1))
    limits.entryBytes = 8 << 20
    limits.totalBytes = 12 << 20
    #expect(problem(try archive([("a", zeros), ("b", zeros)]), limits) == ZipProblem(.limit(.totalBytes), entry: 2))
    limits.entries = 1
    #expect(problem(try archive([("a", ""), ("b", "")]), limits) == ZipProblem(.limit(.entries)))
  }

  @Test func `a file larger or smaller than it says is damaged`() {
    for size in [3, 5] as [UInt32] {
      var raw = RawArchive()
      raw.add(Array("a.txt".utf8), Array("text".utf8), size: size)
      #expect(problem(raw.finished())?.kind == .damaged)
    }
  }

  @Test func `files that share their bytes are refused`() throws {
    // Two entries of the list lead to one file.
    var raw = RawArchive()
    raw.add("a", String(repeating: "x", count: 300))
    let single = raw.finished()
    let listStart = try #require((0..<single.count - 4).first { Array(single[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    var twin = Array(single[listStart..<listStart + 47])
    twin[46] = UInt8(ascii: "b")
    var end = Array(single[(listStart + 47)...])
    end[8] = 2
    end[10] = 2
    end[12] = 94
    let bytes = Array(single[..<(listStart + 47)]) + twin + end
    #expect(problem(bytes)?.kind == .damaged)
  }

  @Test func `a changed byte shows in the check sum`() throws {
    var bytes = RawArchive()
    bytes.add("a.txt", "text of some length")
    var damaged = bytes.finished()
    damaged[40] ^= 1
    #expect(problem(damaged)?.kind == .damaged)
  }

  @Test func `what is no archive is told apart from what cannot be read`() throws {
    #expect(problem([])?.kind == .notAnArchive)
    #expect(problem(Array("<applications/>".utf8))?.kind == .notAnArchive)
    let whole = try archive([("a.txt", "text")])
    #expect([.notAnArchive, .damaged].contains(problem(Array(whole.dropLast(30)))?.kind))
    #expect(throws: ZipProblem(.io(ENOENT))) { _ = try ZipArchive(path: "/nowhere/a.zip") }
    #expect(throws: ZipProblem(.notAnArchive)) { _ = try ZipArchive(path: "/dev/null") }
  }

  @Test func `an encrypted file is named as such`() throws {
    var raw = RawArchive()
    raw.add("a.txt", "text")
    var bytes = raw.finished()
    bytes[6] |= 1
    let list = try #require((0..<bytes.count - 4).first { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    bytes[list + 8] |= 1
    let archive = try ZipArchive(bytes: bytes)
    #expect(archive.entries[0].isEncrypted)
    #expect(throws: ZipProblem(.encrypted, entry: 1)) { _ = try archive.bytes(of: archive.entries[0]) }
  }
}
