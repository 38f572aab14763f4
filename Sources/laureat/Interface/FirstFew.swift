extension Collection where Element: CustomStringConvertible {
  /// No more of them than a line holds, and how many there are in all: `fair/1, fair/2, … (1400)`.
  var firstFew: String {
    let most = 10
    return prefix(most).map(\.description).joined(separator: ", ") + (count > most ? ", … (\(count))" : "")
  }
}
