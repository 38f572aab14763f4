import CLibXML2

/// What the handlers of one foreign document share. Lives on the heap at an address given to libxml2 as `userData`.
struct EventState: ~Copyable {
  let parser: PushParser
  let handler: any XMLEventHandler
  let limits: XMLLimits
  var depth = 0
  var hasRoot = false
  var isFinishing = false
  /// The run of text that is being collected.
  var text = TextRun()
  /// Why the reading ended; the first cause counts.
  var failure: XMLProblem?

  init(parser: consuming PushParser, handler: any XMLEventHandler, limits: XMLLimits) {
    self.parser = parser
    self.handler = handler
    self.limits = limits
  }

  private typealias Address = UnsafeMutablePointer<EventState>

  /// Ends the reading. A foreign document is not mended by its line, so of its place only the line is kept.
  static func fail(
    _ state: UnsafeMutablePointer<EventState>, _ kind: XMLProblem.Kind, code: Int32 = 0, message: String = "",
    stops: Bool = false
  ) {
    guard unsafe state.pointee.failure == nil else { return }
    let problem = unsafe XMLProblem(
      kind: kind, code: code, position: state.pointee.parser.position, path: "", message: message)
    unsafe state.pointee.failure = problem
    if stops { unsafe state.pointee.parser.stop() }
  }

  // MARK: Handlers

  /// As in ``SAXHandlers``: what is left out is skipped by libxml2.
  static func handlers() -> xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.startDocument = { context in
      guard let state = unsafe EventState.live(context), let version = unsafe state.pointee.parser.version,
        version != "1.0"
      else {
        return
      }
      unsafe EventState.fail(state, .xmlVersion, stops: true)
    }
    unsafe sax.internalSubset = { context, _, _, _ in
      if let state = unsafe EventState.live(context) { unsafe EventState.fail(state, .doctype, stops: true) }
    }
    unsafe sax.reference = { context, _ in
      if let state = unsafe EventState.live(context) { unsafe EventState.fail(state, .entityReference, stops: true) }
    }
    unsafe sax.startElementNs = { context, name, prefix, namespace, bindingCount, bindings, count, _, attributes in
      guard let state = unsafe EventState.live(context), let name = unsafe name else { return }
      let tag = unsafe StartTag(
        name: name, prefix: prefix, namespace: namespace, bindingCount: bindingCount, bindings: bindings,
        attributeCount: count, attributes: attributes)
      unsafe EventState.start(tag, state)
    }
    unsafe sax.endElementNs = { context, name, _, _ in
      guard let state = unsafe EventState.live(context), let name = unsafe name else { return }
      unsafe EventState.flushText(state)
      unsafe state.pointee.depth -= 1
      unsafe state.pointee.handler.end(String(cString: name))
    }
    unsafe sax.characters = characters
    unsafe sax.ignorableWhitespace = characters
    unsafe sax.cdataBlock = characters
    unsafe clibxml2_sax_on_error(&sax, parserError)
    return unsafe sax
  }

  private static func start(_ tag: StartTag, _ state: Address) {
    let limits = unsafe state.pointee.limits
    let exceeded: LimitKind? =
      if unsafe state.pointee.depth >= limits.depth {
        .depth
      } else if tag.attributeCount > limits.attributes {
        .attributes
      } else if tag.attributeBytes > limits.attributeBytes {
        .attributeBytes
      } else {
        nil
      }
    if let exceeded { return unsafe fail(state, .limit(exceeded), stops: true) }
    unsafe flushText(state)
    unsafe state.pointee.hasRoot = true
    unsafe state.pointee.depth += 1
    unsafe state.pointee.handler.start(ForeignTag(tag))
  }

  private static func flushText(_ state: Address) {
    guard unsafe !state.pointee.text.isEmpty else { return }
    let text = unsafe String(decoding: state.pointee.text.bytes, as: UTF8.self)
    unsafe state.pointee.text.removeAll()
    unsafe state.pointee.handler.text(text)
  }

  private static let characters: charactersSAXFunc = { context, bytes, count in
    guard let state = unsafe EventState.live(context), unsafe state.pointee.depth > 0 else { return }
    let piece = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    if unsafe state.pointee.text.count + piece.count > state.pointee.limits.textBytes {
      unsafe EventState.fail(state, .limit(.text), stops: true)
    } else {
      unsafe state.pointee.text.append(piece)
    }
  }

  /// Not ended from here, within the parser's own error handling: no handler acts once there is a failure.
  private static let parserError: clibxml2_error_handler = { context, error in
    // Warnings, such as a namespace that is a relative URI, are no business of the document's author.
    guard let state = unsafe EventState.live(context), let error = unsafe error,
      unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    let situation = unsafe ParserErrors.Situation(
      isCut: state.pointee.isFinishing && state.pointee.depth > 0,
      isAtEnd: state.pointee.parser.unparsedBytes == 0,
      isAfterRoot: state.pointee.hasRoot && state.pointee.depth == 0, isBeforeWindows1251: false)
    let message = unsafe errorMessage(error.pointee)
    let kind = unsafe ParserErrors.kind(code: error.pointee.code, message: message, situation)
    unsafe EventState.fail(state, kind, code: error.pointee.code, message: message)
  }

  /// The state of a document whose reading has not ended.
  private static func live(_ context: UnsafeMutableRawPointer?) -> Address? {
    guard let state = unsafe context?.assumingMemoryBound(to: EventState.self),
      unsafe state.pointee.failure == nil
    else { return nil }
    return unsafe state
  }
}
