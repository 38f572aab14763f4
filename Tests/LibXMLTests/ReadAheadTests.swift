import LibXML
import Synchronization
import Testing

@Suite struct `Reading ahead` {
  private static func reader(_ text: String) -> DocumentReader {
    DocumentReader(
      bytes: Array(text.utf8), formats: [Sample.format], namespace: Sample.namespace, vocabulary: Sample.vocabulary)
  }

  /// More than fits the queue.
  private static let long = Sample.document(
    (1...20_000).map { "<application id=\"\($0)\"><title>Заявка № \($0)</title></application>" }.joined(separator: "\n")
  )

  @Test func `gives the same records in the same order as reading does`() throws {
    let ahead = ReadAhead(Self.reader(Self.long))
    var records: [Record] = []
    var last: ReadAhead.Step?
    while true {
      let step = ahead.next()
      last = step
      guard let batch = try step.batch.get() else { break }
      records += Array(batch.records)
    }
    #expect(records.map(\.path) == Reading(Self.long).records.map(\.path))
    #expect(records.map(\.element.summary) == Reading(Self.long).records.map(\.element.summary))
    #expect(last?.bytesRead == Self.long.utf8.count)
    #expect(last?.root?.name == "applications")
  }

  @Test func `a failure comes after the records before it, with the root`() throws {
    let ahead = ReadAhead(Self.reader(Sample.document("<application id=\"1\"/>") + "<"))
    var records = 0
    while true {
      let step = ahead.next()
      switch step.batch {
      case .success(let batch):
        records += try #require(batch).records.count
        continue
      case .failure:
        #expect(step.root?.name == "applications")
      }
      break
    }
    #expect(records <= 1)
  }

  @Test func `what nobody takes is dropped, and nobody waits for it`() {
    for _ in 0..<50 {
      let ahead = ReadAhead(Self.reader(Self.long))
      _ = ahead.next()
    }
  }

  @Test func `waiting ends when it is cancelled`() throws {
    // Standard input of a test may be anything; a pipe that nobody writes to is certain to keep the reader waiting.
    let pipe = try Folder().pipe()
    let isCancelled = Atomic(false)
    let reader = try DocumentReader(
      path: pipe.path, formats: [Sample.format], namespace: Sample.namespace, vocabulary: Sample.vocabulary)
    let ahead = ReadAhead(reader) { isCancelled.exchange(true, ordering: .relaxed) }
    let step = ahead.next()
    guard case .failure(let problem) = step.batch, case .io = problem.kind else {
      Issue.record("it was not given up")
      return
    }
    pipe.finish()
  }
}
