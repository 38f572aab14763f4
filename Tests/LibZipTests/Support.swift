import Foundation
import LibZip

/// A folder that is gone after the test.
final class Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "libzip-tests-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }
}

/// The bytes of an archive of these files, written by us.
func archive(_ files: [(String, String)]) throws -> [UInt8] {
  let folder = try Folder()
  var writer = try ZipWriter(path: folder.path("a.zip"))
  for (name, text) in files { try writer.add(name, bytes: Array(text.utf8)) }
  try writer.finish()
  return try folder.bytes("a.zip")
}

/// An archive as nobody should write one: names and sizes as they are given, nothing compressed.
struct RawArchive {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// - Parameters:
  ///   - size: The size that is stated, if not the true one.
  ///   - mode: The type and rights of a file on Unix.
  ///   - flags: Bit 11 says that the name is UTF-8.
  mutating func add(
    _ name: [UInt8], _ content: [UInt8] = [], size: UInt32? = nil, mode: UInt32 = 0o100644, flags: UInt16 = 0x0800
  ) {
    let offset = UInt32(bytes.count)
    let size = size ?? UInt32(content.count)
    var common: [UInt8] = []
    common.append(20 as UInt16, flags, 0 as UInt16, 0 as UInt16, 0x21 as UInt16)
    common.append(crc32(content), UInt32(content.count), size)
    common.append(UInt16(name.count), 0 as UInt16)
    bytes += [0x50, 0x4B, 3, 4] + common + name + content
    directory += [0x50, 0x4B, 1, 2, 20, 3] + common
    directory.append(0 as UInt16, 0 as UInt16, 0 as UInt16)
    directory.append(mode << 16, offset)
    directory += name
    count += 1
  }

  mutating func add(_ name: String, _ content: String = "", mode: UInt32 = 0o100644) {
    add(Array(name.utf8), Array(content.utf8), mode: mode)
  }

  func finished() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end.append(count, count)
    end.append(UInt32(directory.count), UInt32(bytes.count))
    end.append(0 as UInt16)
    return bytes + directory + end
  }

  private func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(_ numbers: Number...) {
    for number in numbers { Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) } }
  }
}
