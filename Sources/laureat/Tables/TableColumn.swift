import Primitives

/// What the columns of one kind of table say.
protocol TableColumn: Hashable, Sendable {
  /// The column of a name, as people would read it the same; nil for a name that is none of the kind's.
  init?(named name: String)

  /// What it is called in a message.
  var name: LocalizedText { get }
}

/// Columns that have fixed names.
protocol FixedTableColumn: TableColumn, CaseIterable {
  /// The names by which it is known, as ``Swift/String/columnKey`` writes them.
  var names: Set<String> { get }
}

extension FixedTableColumn {
  init?(named name: String) {
    let key = name.columnKey
    guard let column = Self.allCases.first(where: { $0.names.contains(key) }) else { return nil }
    self = column
  }
}

extension String {
  /// The name that is nearest to this one, which is not among them; nil when none is near.
  func nearest(among names: some Sequence<String>) -> String? {
    let wanted = Array(self)
    let near = names.map { (distance: Self.distance(Array($0), wanted), name: $0) }
      .filter { $0.distance <= Swift.max(2, $0.name.count / 3) && $0.distance < $0.name.count }
    return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// How many characters must be put in, taken out or changed to get from one to the other (Levenshtein).
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, character) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in second.enumerated() {
        let changed = diagonal + (character == other ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = Swift.min(changed, Swift.min(row[place], row[place + 1]) + 1)
      }
    }
    return row[second.count]
  }

  /// The name of a column without case, the dots of ё, line breaks and what stands around it: `Название работы*:`.
  var columnKey: String {
    let plain = loosened.replacing("_", with: " ").loosened
    let rest = plain.drop { "\"«'".contains($0) }
    return String(rest.reversed().drop { "*:.\"»' ".contains($0) }.reversed())
  }
}
