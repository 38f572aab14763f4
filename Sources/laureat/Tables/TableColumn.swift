import Contests
import Primitives

/// What the columns of one kind of table say.
protocol TableColumn: Hashable, Sendable {
  /// The column of a name, as people would read it the same; nil for a name that is none of the kind's.
  init?(named name: String)

  /// What it is called in a message.
  var name: LocalizedText { get }
}

extension String {
  /// The name of a column without case, the dots of ё, line breaks and what stands around it: `Название работы*:`.
  var columnKey: String {
    let plain = loosened.replacing("_", with: " ").loosened
    let rest = plain.drop { "\"«'".contains($0) }
    return String(rest.reversed().drop { "*:.\"»' ".contains($0) }.reversed())
  }
}
