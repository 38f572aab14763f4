import Dispatch
import Synchronization

/// Hands elements from one thread to another. Who puts in waits while it is full, who takes out while it is empty.
package final class BoundedQueue<Element: Sendable>: Sendable {
  private let elements = Mutex<(waiting: [Element], isClosed: Bool)>(([], false))
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  package init(capacity: Int) {
    // Counted up from zero: a semaphore must not end below what it began with.
    for _ in 0..<capacity { free.signal() }
  }

  /// - Returns: False once the queue was closed: nobody takes the element.
  package func put(_ element: Element) -> Bool {
    free.wait()
    let isClosed = elements.withLock { elements in
      if !elements.isClosed { elements.waiting.append(element) }
      return elements.isClosed
    }
    // Nobody waits at a queue that is closed, however often it is tried.
    if isClosed { free.signal() } else { filled.signal() }
    return !isClosed
  }

  package func take() -> Element {
    filled.wait()
    return first()
  }

  /// - Returns: Nil when none came within the time.
  func take(within time: DispatchTimeInterval) -> Element? {
    filled.wait(timeout: .now() + time) == .success ? first() : nil
  }

  private func first() -> Element {
    defer { free.signal() }
    return elements.withLock { $0.waiting.removeFirst() }
  }

  /// Nothing is taken any more; who waits to put in goes on.
  package func close() {
    elements.withLock { $0 = ([], true) }
    free.signal()
  }
}
