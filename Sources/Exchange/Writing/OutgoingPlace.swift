internal import LibXML

/// How far a document being written has come in the parts that its kind holds.
struct OutgoingPlace {
  private let children: [EnvelopeChild]
  /// The header, which the document writes itself.
  private var index = 0
  private var count = 1

  init(children: [EnvelopeChild]) {
    self.children = children
  }

  /// False when the part has no place here.
  mutating func advance(to tag: Tag) -> Bool {
    guard let next = children.indices.dropFirst(index).first(where: { children[$0].name == tag.text }) else {
      return false
    }
    if next > index {
      guard missing(before: next) == nil else { return false }
      index = next
      count = 0
    }
    count += 1
    return children[next].maximum.map { count <= $0 } ?? true
  }

  /// The first part that must still come.
  func missing(before end: Int? = nil) -> String? {
    (index..<(end ?? children.count)).first { ($0 == index ? count : 0) < children[$0].minimum }
      .map { children[$0].name }
  }
}
