import Foundation
import Synchronization
import Testing

/// A store that takes a while to fill: made once, when the first test asks for it, and kept in memory.
final class PreparedStore: Sendable {
  private let fill: @Sendable (Command) throws -> Void
  private let made = Mutex<Result<Data, any Error>?>(nil)

  init(_ fill: @escaping @Sendable (Command) throws -> Void) {
    self.fill = fill
  }

  func copy(to store: URL) throws {
    let bytes = try made.withLock { made in
      let result = made ?? Result { try make() }
      made = result
      return try result.get()
    }
    try bytes.write(to: store)
  }

  private func make() throws -> Data {
    let laureat = try Command()
    try fill(laureat)
    return try Data(contentsOf: laureat.store)
  }
}

extension PreparedStore {
  /// Everything in Samples/ itself: the year 2020 of the two reports.
  static let samples = PreparedStore { laureat in
    let result = try laureat.run(["import"] + Samples.files)
    try #require(result.status == 0, "the samples are not taken in: \(result.errors)")
  }

  /// The same with the expenses that come as a table: all that the two reports say.
  static let facts = PreparedStore { laureat in
    try PreparedStore.samples.copy(to: laureat.store)
    try laureat.must(
      "grant", "expense", "import", "novye-gorizonty",
      Samples.folder.appending(path: "grants/novye-gorizonty-expenses.csv").path)
  }
}
