import Glibc
import LibXML
import Testing

@Suite(.serialized) struct `Files` {
  @Test func `a committed file has its content, and nothing else is left`() throws {
    let folder = try Folder()
    try folder.write("a.xml", "one")
    #expect(folder.text("a.xml") == "one")
    try folder.write("a.xml", "two")
    #expect(folder.text("a.xml") == "two")
    #expect(folder.names == ["a.xml"])
  }

  @Test func `an interrupted file leaves the old one and nothing else`() throws {
    let folder = try Folder()
    try folder.write("a.xml", "old")
    func interrupted() throws {
      var writer = XMLWriter(try AtomicFile(path: "\(folder.path)/a.xml"))
      try writer.start("a")
      for _ in 0..<10_000 { try writer.element("b", "long enough to be flushed") }
      #expect(folder.names.count == 2)
      try writer.element("b", "\u{1}")
    }
    #expect(throws: WriteFailure.self) { try interrupted() }
    #expect(folder.text("a.xml") == "old")
    #expect(folder.names == ["a.xml"])
  }

  @Test func `a replaced file keeps its mode, a new one has that of the umask`() throws {
    let folder = try Folder()
    try folder.write("a.xml", "one")
    let mask = umask(0)
    umask(mask)
    #expect(folder.mode("a.xml") == 0o666 & ~mask)
    chmod("\(folder.path)/a.xml", 0o600)
    try folder.write("a.xml", "two")
    #expect(folder.mode("a.xml") == 0o600)
  }

  @Test func `a link is followed`() throws {
    let folder = try Folder()
    try folder.write("a.xml", "one")
    symlink("\(folder.path)/a.xml", "\(folder.path)/b.xml")
    try folder.write("b.xml", "two")
    #expect(folder.text("a.xml") == "two")
    var link = stat()
    lstat("\(folder.path)/b.xml", &link)
    #expect(link.st_mode & S_IFMT == S_IFLNK)
  }

  @Test(arguments: [("/tmp", EISDIR), ("/dev/null", EINVAL), ("/nonexistent/a.xml", ENOENT)])
  func `what cannot be replaced is refused`(path: String, code: Int32) {
    func open() throws(WriteFailure) { _ = try AtomicFile(path: path) }
    #expect(throws: WriteFailure(.io(code, path: path))) { try open() }
  }

  @Test func `a reader that has gone is told apart from a disk that is full`() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: WriteFailure(.brokenPipe)) { try Self.write("text", to: ends[1]) }

    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    #expect(throws: WriteFailure(.io(ENOSPC, path: "-"))) { try Self.write("text", to: full) }
  }

  private static func write(_ text: String, to descriptor: Int32) throws(WriteFailure) {
    var writer = XMLWriter(DescriptorSink(borrowing: descriptor))
    try writer.element("a", text)
    _ = try writer.finish()
  }

  @Test func `a document is read from its file while its bytes are seen`() throws {
    let folder = try Folder()
    let text = Sample.document("<application><title>т</title></application>")
    try folder.write("a.xml", text)
    var seen: [UInt8] = []
    var reader = try DocumentReader(
      path: "\(folder.path)/a.xml", formats: [Sample.format], namespace: Sample.namespace,
      vocabulary: Sample.vocabulary, onBytes: { seen.append(contentsOf: $0) })
    var count = 0
    while let batch = try reader.nextBatch() { count += batch.records.count }
    let bytesRead = reader.bytesRead
    let root = reader.root?.name
    #expect(count == 1)
    #expect(seen == Array(text.utf8))
    #expect(bytesRead == text.utf8.count)
    #expect(root == "applications")
    let after = try reader.nextBatch() == nil
    #expect(after)
  }

  @Test func `a document in memory is read like a file`() throws {
    // Longer than the buffer.
    let text = Sample.document(String(repeating: "<application><title>т</title></application>", count: 10_000))
    var seen: [UInt8] = []
    var reader = DocumentReader(
      bytes: Array(text.utf8), formats: [Sample.format], namespace: Sample.namespace, vocabulary: Sample.vocabulary,
      onBytes: { seen.append(contentsOf: $0) })
    var count = 0
    while let batch = try reader.nextBatch() { count += batch.records.count }
    let bytesRead = reader.bytesRead
    #expect(count == 10_000)
    #expect(bytesRead == text.utf8.count)
    #expect(seen == Array(text.utf8))
  }

  @Test(arguments: [("/tmp", EISDIR), ("/nonexistent.xml", ENOENT)])
  func `a folder or a missing file is not read`(path: String, code: Int32) {
    func open() throws(XMLProblem) {
      _ = try DocumentReader(path: path, formats: [], namespace: "", vocabulary: Sample.vocabulary)
    }
    let problem = #expect(throws: XMLProblem.self) { try open() }
    #expect(problem?.kind == .io(code))
  }
}
