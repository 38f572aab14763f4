/// The names a document may use in our namespace, of elements and of attributes; their order gives each its `Name`.
package struct Vocabulary: Sendable {
  let names: [String]

  package init(_ names: [String]) {
    precondition(names.count < Int(Name.unknown.index), "a vocabulary holds at most 65 534 names")
    self.names = names
  }

  /// The name as a document spells it; `*` for a name outside the vocabulary.
  package subscript(name: Name) -> String {
    name.index < names.count ? names[Int(name.index)] : "*"
  }
}

/// A name of a `Vocabulary`: compared as a number, spelled out only for people.
package struct Name: Hashable, Sendable {
  package let index: UInt16

  package init(index: UInt16) {
    self.index = index
  }

  /// Every name outside the vocabulary.
  package static let unknown = Name(index: .max)
}
