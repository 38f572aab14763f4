import LibXML
import SeededGenerator
import Testing

@Suite struct `Bytes put aside` {
  /// Up to a megabyte stays in memory, more goes to a file.
  @Test(arguments: [0, 1, 1000, 1 << 20, (1 << 20) + 1, 3_000_000])
  func `are read back as they were written, any part of them`(count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let folder = try Folder()
    var spool = Spool(folder: folder.path)
    var written: [UInt8] = []
    while written.count < count {
      let piece = (0..<min(Int.random(in: 1...100_000, using: &random), count - written.count)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      try piece.withUnsafeBytes { try spool.write($0) }
      written += piece
    }
    #expect(spool.count == count)
    #expect(try spool.read(0..<count) == written)
    for _ in 0..<20 {
      let start = Int.random(in: 0...count, using: &random)
      let end = Int.random(in: start...count, using: &random)
      #expect(try spool.read(start..<end) == Array(written[start..<end]))
    }
    #expect(folder.names.isEmpty, "the file has a name")
  }

  @Test func `that find no room are said to`() throws {
    var spool = Spool(folder: "/nowhere")
    let bytes = [UInt8](repeating: 7, count: 2 << 20)
    #expect(throws: WriteFailure.self) { try bytes.withUnsafeBytes { try spool.write($0) } }
  }
}
