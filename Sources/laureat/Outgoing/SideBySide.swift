import Dispatch
import LibXML
import Synchronization

/// Two halves of a work on two threads: what one reads the other writes down. The reading half stays on the thread it
/// was begun on, for a transaction must not leave its thread.
enum SideBySide {
  private enum Piece<Element: Sendable>: Sendable {
    case elements([Element])
    case end
    /// The reading half has failed: what was written is not to be kept.
    case broken
  }

  /// Few elements make a batch, and few batches wait: memory stays flat.
  private static let batch = 128
  private static let capacity = 8

  /// - Parameters:
  ///   - reading: Puts the elements, one by one.
  ///   - writing: Is handed what hands it the elements, once.
  /// - Returns: What the writing half returns.
  /// - Throws: What either half throws; of two errors that of the reading half, for the other follows from it.
  static func run<Element: Sendable, Output: Sendable>(
    reading: (_ put: (Element) throws -> Void) throws -> Void,
    writing: @escaping @Sendable (_ each: @escaping ((Element) throws -> Void) throws -> Void) throws -> Output
  ) throws -> Output {
    let queue = BoundedQueue<Piece<Element>>(capacity: capacity)
    let outcome = Mutex<Result<Output, any Error>?>(nil)
    let hasEnded = DispatchSemaphore(value: 0)
    try withoutActuallyEscaping(reading) { reading in
      DispatchQueue(label: "laureat.writing", qos: .userInitiated).async {
        let result = Result { try writing { body in try each(of: queue, body) } }
        outcome.withLock { $0 = result }
        queue.close()
        hasEnded.signal()
      }
      defer { hasEnded.wait() }
      do {
        try fill(queue, reading)
      } catch is NobodyWrites {
        // The writing half has failed and says why.
      } catch {
        _ = queue.put(.broken)
        throw error
      }
    }
    guard let result = outcome.withLock({ $0 }) else { preconditionFailure("the writing half has ended") }
    return try result.get()
  }

  private static func fill<Element: Sendable>(
    _ queue: BoundedQueue<Piece<Element>>, _ reading: ((Element) throws -> Void) throws -> Void
  ) throws {
    var waiting: [Element] = []
    try reading { element in
      waiting.append(element)
      guard waiting.count == batch else { return }
      guard queue.put(.elements(waiting)) else { throw NobodyWrites() }
      waiting.removeAll(keepingCapacity: true)
    }
    guard queue.put(.elements(waiting)), queue.put(.end) else { throw NobodyWrites() }
  }

  private static func each<Element: Sendable>(
    of queue: BoundedQueue<Piece<Element>>, _ body: (Element) throws -> Void
  ) throws {
    while true {
      switch queue.take() {
      case .elements(let elements): try elements.forEach(body)
      case .end: return
      case .broken: throw NothingMoreComes()
      }
    }
  }

  private struct NobodyWrites: Error {}
  private struct NothingMoreComes: Error {}
}
