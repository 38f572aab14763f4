/// The place reached in the children a root may have.
///
/// A child that skips required ones is reported once, and reading goes on behind it: one forgotten element does not turn
/// every later record into an error.
struct EnvelopeCursor {
  private let children: [EnvelopeChild]
  private var place = 0
  private var count = 0
  private var skipped: [String] = []

  init(_ children: [EnvelopeChild]) {
    self.children = children
  }

  /// Takes the next child: `nil` when it may stand here, otherwise the names that may. Moves to its place even when it
  /// may not, if there is one ahead.
  mutating func refusal(of name: String) -> [String]? {
    if place < children.count, children[place].name == name, hasRoom(place) {
      count += 1
      return nil
    }
    let expected = expected
    let refusal = expected.contains(name) ? nil : expected
    guard let next = children[place...].indices.dropFirst().first(where: { children[$0].name == name }) else {
      return refusal
    }
    skipped += children[place..<next].indices.filter(isOwed).map { children[$0].name }
    place = next
    count = 1
    return refusal
  }

  /// The names that may stand here.
  var expected: [String] {
    var names: [String] = []
    for index in children[place...].indices {
      if hasRoom(index) { names.append(children[index].name) }
      if isOwed(index) { break }
    }
    return names
  }

  /// The required children that did not come, should the root end here.
  var missing: [String] {
    skipped + children[place...].indices.filter(isOwed).map { children[$0].name }
  }

  private func hasRoom(_ index: Int) -> Bool {
    guard let maximum = children[index].maximum else { return true }
    return (index == place ? count : 0) < maximum
  }

  private func isOwed(_ index: Int) -> Bool {
    (index == place ? count : 0) < children[index].minimum
  }
}
