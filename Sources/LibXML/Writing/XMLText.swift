/// XML being put together in memory: tags, layout and escapes. `XMLWriter` carries it away.
struct XMLText {
  private(set) var bytes: [UInt8] = []
  private var openElements: [OpenElement] = []
  /// Whether the `>` of the last start tag is still to come; an element that stays empty ends in `/>`.
  private var isTagOpen = false
  private var isAtBeginning = true

  private struct OpenElement {
    let name: String
    var hasText = false
    var hasChildren = false
  }

  /// Whether every element that was opened was closed.
  var isClosed: Bool { openElements.isEmpty }

  /// Forgets the bytes, which are written, and keeps their memory.
  mutating func removeBytes() {
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func declaration() {
    mark("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    isAtBeginning = false
  }

  mutating func start(_ name: String) {
    beginChild()
    openElements.append(OpenElement(name: name))
    mark("<")
    append(name)
    isTagOpen = true
  }

  /// An attribute of the element opened last, before anything is in it.
  mutating func attribute(_ name: String, _ value: String) throws(WriteFailure) {
    precondition(isTagOpen, "an attribute behind its tag")
    mark(" ")
    append(name)
    mark("=\"")
    try escape(value, in: .attributeValue)
    mark("\"")
  }

  /// An element that holds only text.
  mutating func element(_ name: String, _ text: String) throws(WriteFailure) {
    if text.isEmpty {
      start(name)
      return end()
    }
    beginChild()
    mark("<")
    append(name)
    mark(">")
    try escape(text, in: .text, of: name)
    mark("</")
    append(name)
    mark(">")
  }

  mutating func end() {
    guard let element = openElements.popLast() else { preconditionFailure("no element is open") }
    if isTagOpen {
      isTagOpen = false
      return mark("/>")
    }
    if element.hasChildren, !element.hasText { newLine() }
    mark("</")
    append(element.name)
    mark(">")
  }

  mutating func text(_ text: String) throws(WriteFailure) {
    if text.isEmpty { return }
    beginText()
    try escape(text, in: .text)
  }

  mutating func raw(_ xml: String) {
    if xml.isEmpty { return }
    beginText()
    append(xml)
  }

  mutating func children(_ xml: [UInt8]) {
    if xml.isEmpty { return }
    completeTag()
    precondition(!openElements.isEmpty, "elements outside of an element")
    openElements[openElements.count - 1].hasChildren = true
    bytes.append(contentsOf: xml)
  }

  mutating func lastNewLine() {
    mark("\n")
  }

  // MARK: Layout

  private mutating func beginChild() {
    completeTag()
    let isInText = openElements.last?.hasText ?? false
    if !openElements.isEmpty { openElements[openElements.count - 1].hasChildren = true }
    if !isInText, !isAtBeginning { newLine() }
    isAtBeginning = false
  }

  private mutating func beginText() {
    completeTag()
    precondition(!openElements.isEmpty, "text outside of an element")
    openElements[openElements.count - 1].hasText = true
  }

  mutating func completeTag() {
    if isTagOpen { mark(">") }
    isTagOpen = false
  }

  private mutating func newLine() {
    mark("\n")
    for _ in 0..<openElements.count { mark("  ") }
  }

  // MARK: Bytes

  /// Markup of ours: static bytes, which cost no reference counting.
  private mutating func mark(_ markup: StaticString) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// - Parameter name: the element it is in, where that was not opened.
  private mutating func escape(
    _ text: String, in place: Escaping.Place, of name: String? = nil
  ) throws(WriteFailure) {
    var text = text
    guard let forbidden = text.withUTF8({ unsafe Escaping.append($0, in: place, to: &bytes) }) else { return }
    let scalar = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: forbidden)]
    let path = openElements.map { "/" + $0.name }.joined() + (name.map { "/" + $0 } ?? "")
    throw WriteFailure(.forbiddenCharacter(scalar, elementPath: path))
  }
}
