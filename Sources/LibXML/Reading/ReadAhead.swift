import Dispatch
import Glibc
import Synchronization

/// Reads a document on a thread of its own, a few batches ahead of whoever takes them: parsing and validating go on
/// while the records before are stored.
package final class ReadAhead: Sendable {
  /// What came next, and what was known of the document by then.
  package struct Step: Sendable {
    /// The records, maybe none; nil at the end of the document; or why there are no more.
    package let batch: Result<RecordBatch?, XMLProblem>
    /// The root, once its start tag was read.
    package let root: RecordReader.Root?
    /// Bytes of the document read so far.
    package let bytesRead: Int
  }

  /// Enough that a pause on one side does not stop the other, and little memory: a batch is some hundred kilobytes.
  private static let capacity = 4
  private let steps = BoundedQueue<Step>(capacity: capacity)
  private let isCancelled: @Sendable () -> Bool

  /// Begins to read.
  ///
  /// - Parameter isCancelled: asked now and then while the next step is waited for; when it says so, reading has failed.
  package init(_ reader: consuming sending DocumentReader, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.isCancelled = isCancelled
    let reader = Mutex(Optional(reader))
    let steps = steps
    DispatchQueue(label: "laureat.reading", qos: .userInitiated).async { Self.read(reader, into: steps) }
  }

  /// What was read ahead and nobody takes is dropped. A thread that waits for its input ends when that ends.
  deinit {
    steps.close()
  }

  /// The next step; waits for it. Not to be asked again after an end or a failure.
  package func next() -> Step {
    while true {
      if let step = steps.take(within: .milliseconds(100)) { return step }
      if isCancelled() {
        return Step(batch: .failure(XMLProblem(Errno(code: ECANCELED))), root: nil, bytesRead: 0)
      }
    }
  }

  private static func read(_ reader: borrowing Mutex<DocumentReader?>, into steps: BoundedQueue<Step>) {
    var isOver = false
    while !isOver {
      let step = reader.withLock { $0?.nextStep() }
      guard let step, steps.put(step) else { return }
      isOver = (try? step.batch.get()) == nil
    }
  }
}

extension DocumentReader {
  fileprivate mutating func nextStep() -> ReadAhead.Step {
    let batch: Result<RecordBatch?, XMLProblem>
    do throws(XMLProblem) {
      batch = .success(try nextBatch())
    } catch {
      batch = .failure(error)
    }
    return ReadAhead.Step(batch: batch, root: root, bytesRead: bytesRead)
  }
}
