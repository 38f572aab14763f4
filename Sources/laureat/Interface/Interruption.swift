import Glibc
import Synchronization

/// Ctrl-C and the other ways in which a program is asked to end.
///
/// They end it at once, as always, but for work that can be taken back: that looks for itself, and tells what became
/// of it.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let isAsked = Atomic(false)

  static var isPending: Bool { isAsked.load(ordering: .relaxed) }

  /// - Throws: ``Interrupted`` once the program was asked to end.
  static func check() throws {
    if isPending { throw Interrupted() }
  }

  /// Runs work that calls ``check()`` often enough.
  static func heeded<Result>(in body: () throws -> Result) rethrows -> Result {
    // The handler must not be the first to ask for it: making it takes a lock.
    _ = isPending
    let heeded = signals.filter { number in
      // Who began the program may want it to go on whatever comes, as `nohup` does.
      let before = signal(number) { _ in Interruption.isAsked.store(true, ordering: .relaxed) }
      let isIgnored = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored { signal(number, SIG_IGN) }
      return !isIgnored
    }
    defer { for number in heeded { signal(number, SIG_DFL) } }
    return try body()
  }
}

/// Thrown where work is given up because the program was asked to end.
struct Interrupted: Error {
  /// 128 and the number of SIGINT, as a shell reports it.
  static let exitStatus: Int32 = 130
}
