extension Collection where Element: CustomStringConvertible {
  /// No more of them than a line holds, and how many there are in all: `fair/1, fair/2, … (1400)`.
  var firstFew: String { beginning + (isWhole ? "" : " (\(count))") }

  /// How many there are, and no more of them than a line holds: `1400 (fair/1, fair/2, …)`.
  var countedFew: String { isEmpty ? "0" : "\(count) (\(beginning))" }

  private var beginning: String {
    prefix(mostOfLine).map(\.description).joined(separator: ", ") + (isWhole ? "" : ", …")
  }

  private var isWhole: Bool { count <= mostOfLine }
}

private let mostOfLine = 10
