/// Entries of a contest, numbered in a row, that a message of ours carries in one and the same way.
package struct SentRun: Hashable, Sendable {
  /// Registration numbers.
  package var numbers: ClosedRange<Int>
  /// The version of the application that goes out.
  package var correctionNumber: Int
  /// True where the message takes the applications back.
  package var isWithdrawal: Bool
  /// Of what goes out, where the version is not counted anywhere else.
  package var digest: [UInt8]?

  package init(
    _ numbers: ClosedRange<Int>, correctionNumber: Int = 0, isWithdrawal: Bool = false, digest: [UInt8]? = nil
  ) {
    self.numbers = numbers
    self.correctionNumber = correctionNumber
    self.isWithdrawal = isWithdrawal
    self.digest = digest
  }
}

/// Gathers what a message carries, entry by entry, into runs.
package struct SentRuns: Sendable {
  package private(set) var all: [SentRun] = []

  package init() {}

  package mutating func add(
    _ number: Int, correctionNumber: Int = 0, isWithdrawal: Bool = false, digest: [UInt8]? = nil
  ) {
    var run = SentRun(
      number...number, correctionNumber: correctionNumber, isWithdrawal: isWithdrawal, digest: digest)
    if var last = all.last, last.numbers.upperBound + 1 == number {
      last.numbers = run.numbers
      if last == run {
        run.numbers = all[all.count - 1].numbers.lowerBound...number
        all[all.count - 1] = run
        return
      }
    }
    all.append(run)
  }
}
