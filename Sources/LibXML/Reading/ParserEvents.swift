/// What happens on each event of the parser.
///
/// Works on the state through its address and never through a mutating method that calls into libxml2: the validator
/// comes back with its errors while such a call runs, and the two accesses would overlap.
@safe struct ParserEvents {
  let state: UnsafeMutablePointer<ReaderState>

  init(_ state: UnsafeMutablePointer<ReaderState>) {
    unsafe self.state = unsafe state
  }

  /// Ends the reading: the first cause counts.
  func fail(
    _ kind: XMLProblem.Kind, at position: TextPosition? = nil, code: Int32 = 0, attribute: String? = nil,
    message: String = ""
  ) {
    guard unsafe !state.pointee.isOver else { return }
    let problem = unsafe state.pointee.problem(
      kind, at: position, code: code, attribute: attribute, message: message)
    unsafe state.pointee.failure = problem
    unsafe state.pointee.parser.stop()
  }

  // MARK: Document

  func startDocument() {
    if let version = unsafe state.pointee.parser.version, version != "1.0" { fail(.xmlVersion) }
  }

  /// An error of the parser itself. Not ended from here, within the parser's own error handling: no handler acts once
  /// there is a failure.
  func parserReported(code: Int32, message: String) {
    guard unsafe !state.pointee.isOver else { return }
    let isInside = unsafe !state.pointee.frames.isEmpty
    let situation = unsafe ParserErrors.Situation(
      isCut: state.pointee.isFinishing && isInside, isAtEnd: state.pointee.parser.unparsedBytes == 0,
      isAfterRoot: state.pointee.root != nil && !isInside,
      isBeforeWindows1251: state.pointee.parser.standsBeforeWindows1251)
    let kind = ParserErrors.kind(code: code, message: message, situation)
    unsafe state.pointee.failure = unsafe state.pointee.problem(kind, code: code, message: message)
  }

  func validatorReported(code: Int32, message: () -> String) {
    guard unsafe !state.pointee.isOver else { return }
    if ParserErrors.isInternal(code) { return fail(.internalError, code: code, message: message()) }
    unsafe state.pointee.report(validatorCode: code, message: message)
  }

  // MARK: Elements

  func startElement(_ tag: StartTag) {
    guard unsafe !state.pointee.isOver, isWithinLimits(tag) else { return }
    flushText(atEnd: false)
    guard unsafe !state.pointee.isOver else { return }
    let depth = unsafe state.pointee.frames.count
    if depth > 0 { unsafe state.pointee.frames[depth - 1].hasChildren = true }
    let position = unsafe state.pointee.parser.tagPosition
    unsafe state.pointee.frames.append(.init(name: tag.name, position: position))
    switch depth {
    case 0: startRoot(tag)
    case 1: startRecord(tag)
    default: startContent(tag)
    }
  }

  func endElement(_ name: Interned, in namespace: Interned?) {
    guard unsafe !state.pointee.isOver else { return }
    flushText(atEnd: true)
    // The validator's last check of an element is at its end: before the record is complete.
    if unsafe state.pointee.frames.count > 1 { validator?.end(name, in: namespace) }
    guard unsafe !state.pointee.isOver else { return }
    endNode()
    switch unsafe state.pointee.frames.count {
    case 1: endRoot()
    case 2: endRecord()
    default: break
    }
    unsafe state.pointee.frames.removeLast()
  }

  /// The validator's calls, while the record is one to be validated.
  var validator: ValidatorHandlers? {
    guard unsafe state.pointee.record.isValidated else { return nil }
    return unsafe state.pointee.validator?.handlers
  }

  private func isWithinLimits(_ tag: StartTag) -> Bool {
    let limits = unsafe state.pointee.limits
    let exceeded: LimitKind
    if unsafe state.pointee.frames.count >= limits.depth {
      exceeded = .depth
    } else if tag.attributeCount > limits.attributes {
      exceeded = .attributes
    } else if tag.attributeBytes > limits.attributeBytes {
      exceeded = .attributeBytes
    } else if unsafe state.pointee.arena.recordNodes >= limits.recordNodes {
      exceeded = .recordNodes
    } else if unsafe state.pointee.bytesOfRecord > limits.recordBytes {
      exceeded = .recordBytes
    } else {
      return true
    }
    fail(.limit(exceeded))
    return false
  }
}
