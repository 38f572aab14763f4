internal import Grants
internal import Primitives

extension Narrative {
  init(_ node: Node) throws(Unreadable) {
    let period = Period(start: node.attribute(.start), end: node.attribute(.end))
    self.init(
      section: node.attributeChoice(.section) ?? .other, title: node.text(.title),
      period: period == Period(start: nil, end: nil) ? nil : period, text: try node.paragraphs())
  }

  func write(to writer: inout Writer) throws {
    try writer.narrative(nil, section, title, period, text)
  }
}

extension ProjectText {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id),
      period: Period(start: try node.requiredAttribute(.start), end: try node.requiredAttribute(.end)),
      section: node.attributeChoice(.section) ?? .other, title: node.text(.title), text: try node.paragraphs())
  }

  func write(to writer: inout Writer) throws {
    try writer.narrative(id, section, title, period, text)
  }
}

extension Node {
  /// Each is an element of its own: texts of a document have no line breaks.
  fileprivate func paragraphs() throws(Unreadable) -> String {
    let paragraphs: [String] = values(.text)
    if paragraphs.isEmpty { _ = try requiredText(.text) }
    return paragraphs.joined(separator: "\n")
  }
}

extension Writer {
  fileprivate mutating func narrative(
    _ id: Identifier?, _ section: NarrativeSection, _ title: String?, _ period: Period?, _ text: String
  ) throws {
    try open(
      .narrative,
      [
        (.id, id?.description), (.section, section == .other ? nil : section.rawValue),
        (.start, period?.start?.description), (.end, period?.end?.description),
      ])
    try element(.title, title)
    for paragraph in text.split(separator: "\n") { try element(.text, String(paragraph)) }
    try close()
  }
}
