import Dispatch
import Foundation
import Synchronization

/// Pieces of work that do not depend on one another, on several processors.
enum Parallel {
  /// More would wait for each other's memory.
  private static let mostThreads = 8

  private struct State<Output> {
    var next = 0
    var outputs: [Output?]
    var failures: [Int: any Error] = [:]
  }

  /// - Parameters:
  ///   - tools: What no two threads can share: each makes its own, and keeps it.
  ///   - body: Makes of an element what becomes of it.
  /// - Returns: What became of the elements, in their order.
  /// - Throws: What `tools` throws, or what `body` throws for the first of the elements that fail, whatever thread is faster.
  static func map<Element: Sendable, Tools, Output: Sendable>(
    _ elements: [Element], with tools: @Sendable () throws -> Tools,
    _ body: @Sendable (Element, Tools) throws -> Output
  ) throws -> [Output] {
    let state = Mutex(State<Output>(outputs: Array(repeating: nil, count: elements.count)))
    // Elements are begun in their order: once one has failed, those that come before it have all been begun.
    @Sendable func next() -> Int? {
      state.withLock { state in
        guard state.next < elements.count, state.failures.isEmpty else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }
    let threads = min(elements.count, ProcessInfo.processInfo.activeProcessorCount, mostThreads)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      do {
        let tools = try tools()
        while let index = next() {
          do {
            let output = try body(elements[index], tools)
            state.withLock { $0.outputs[index] = output }
          } catch {
            state.withLock { $0.failures[index] = error }
          }
        }
      } catch {
        state.withLock { $0.failures[-1] = error }
      }
    }
    return try state.withLock { state in
      if let (_, error) = state.failures.min(by: { $0.key < $1.key }) { throw error }
      return state.outputs.compactMap { $0 }
    }
  }
}
