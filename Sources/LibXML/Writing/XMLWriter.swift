/// The attributes of an element, in the order in which they are written.
package typealias XMLAttributes = [(name: String, value: String)]

/// Writes indented UTF-8 XML, one element per line and always the same bytes for the same calls, into a sink.
///
/// Thin on purpose: the work is in `XMLText`, which is not generic, so that it is compiled once and well.
package struct XMLWriter<Sink: ByteSink & ~Copyable>: ~Copyable {
  private var text = XMLText()
  private var sink: Sink
  private var flushed = 0

  /// Bytes gathered before the sink is called.
  private static var bufferBytes: Int { 64 << 10 }

  package init(_ sink: consuming Sink) {
    self.sink = sink
  }

  package mutating func declaration() throws(WriteFailure) {
    text.declaration()
  }

  /// Opens an element, on a line of its own.
  package mutating func start(_ name: String, attributes: XMLAttributes = []) throws(WriteFailure) {
    text.start(name)
    for attribute in attributes { try text.attribute(attribute.name, attribute.value) }
    try flushIfFull()
  }

  /// An attribute of the element opened last, before anything is in it.
  package mutating func attribute(_ name: String, _ value: String) throws(WriteFailure) {
    try text.attribute(name, value)
  }

  /// Closes the element opened last.
  package mutating func end() throws(WriteFailure) {
    text.end()
    try flushIfFull()
  }

  /// Bytes written so far. A start tag is only complete when something is written into its element.
  package var count: Int { flushed + text.bytes.count }

  /// Completes a start tag, so that what comes next begins in a place of its own.
  package mutating func completeTag() {
    text.completeTag()
  }

  /// Child elements of the open element as they were written elsewhere, at the same depth.
  package mutating func children(_ xml: [UInt8]) throws(WriteFailure) {
    text.children(xml)
    try flushIfFull()
  }

  /// Text of the open element. An element with text is not indented inside.
  package mutating func text(_ text: String) throws(WriteFailure) {
    try self.text.text(text)
    try flushIfFull()
  }

  /// XML to be written as it is: the text of an `extensions` element that was read.
  package mutating func raw(_ xml: String) throws(WriteFailure) {
    text.raw(xml)
    try flushIfFull()
  }

  /// An element that holds only text.
  package mutating func element(_ name: String, _ text: String) throws(WriteFailure) {
    try self.text.element(name, text)
    try flushIfFull()
  }

  /// Ends the document and gives the sink back.
  package consuming func finish() throws(WriteFailure) -> Sink {
    precondition(text.isClosed, "an element is still open")
    text.lastNewLine()
    try flush()
    return sink
  }

  private mutating func flushIfFull() throws(WriteFailure) {
    if text.bytes.count >= Self.bufferBytes { try flush() }
  }

  private mutating func flush() throws(WriteFailure) {
    // Out of self while the sink, a part of self too, is at work.
    var full = XMLText()
    swap(&full, &text)
    try unsafe full.bytes.span.bytes.withUnsafeBytes { (bytes) throws(WriteFailure) in try unsafe sink.write(bytes) }
    flushed += full.bytes.count
    full.removeBytes()
    swap(&full, &text)
  }
}
