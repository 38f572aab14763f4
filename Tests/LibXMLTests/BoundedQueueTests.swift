import Dispatch
import LibXML
import Testing

@Suite struct `A bounded queue` {
  @Test func `gives what was put in, in its order`() {
    let queue = BoundedQueue<Int>(capacity: 3)
    DispatchQueue(label: "putting").async { for number in 0..<10_000 { _ = queue.put(number) } }
    #expect((0..<10_000).map { _ in queue.take() } == Array(0..<10_000))
  }

  @Test func `that is closed takes nothing, and nobody waits at it`() {
    let queue = BoundedQueue<Int>(capacity: 2)
    #expect(queue.put(1) && queue.put(2))
    queue.close()
    for number in 0..<10 { #expect(!queue.put(number)) }
  }

  @Test func `lets those go who wait when it is closed`() {
    let queue = BoundedQueue<Int>(capacity: 1)
    #expect(queue.put(1))
    let hasEnded = DispatchSemaphore(value: 0)
    DispatchQueue(label: "putting").async {
      while queue.put(2) {}
      hasEnded.signal()
    }
    queue.close()
    hasEnded.wait()
  }
}
