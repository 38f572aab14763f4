/// Records and what is in them: nodes of the arena, shown to the validator on the way.
extension ParserEvents {
  func startContent(_ tag: StartTag) {
    if unsafe state.pointee.extensionText != nil {
      unsafe state.pointee.extensionText?.start(tag)
      return startInValidator(tag)
    }
    let name = unsafe state.pointee.names.element(tag.name, in: tag.namespace)
    startNode(tag, name)
    startInValidator(tag)
    // A schema with a wildcard might let it pass.
    if unsafe tag.namespace != state.pointee.names.namespace, unsafe state.pointee.record.isFlawless {
      unsafe state.pointee.report(.wrongNamespace(tag.namespace?.string ?? ""))
    }
  }

  /// Adds the innermost open element to the arena.
  func startNode(_ tag: StartTag, _ name: Name) {
    let last = unsafe state.pointee.frames.count - 1
    let position = unsafe state.pointee.frames[last].position
    let parent = unsafe state.pointee.frames[last - 1].node
    let node = unsafe state.pointee.arena.open(name, under: parent, at: position)
    unsafe state.pointee.frames[last].node = node
    for index in 0..<tag.attributeCount {
      guard let attribute = tag[index] else { continue }
      let name = unsafe state.pointee.names.attribute(attribute.name, in: attribute.namespace)
      if name != .unknown { unsafe state.pointee.arena.addAttribute(name, attribute.value, to: node) }
    }
    if unsafe tag.name == state.pointee.names.extensions, unsafe tag.namespace == state.pointee.names.namespace {
      unsafe state.pointee.extensionText = ExtensionText()
    }
  }

  /// Shows a start tag to the validator, without the attributes that a document may not have.
  func startInValidator(_ tag: StartTag, isRecord: Bool = false) {
    var forbidden: [Int] = []
    for index in 0..<tag.attributeCount {
      guard let attribute = tag[index],
        unsafe state.pointee.names.isForbidden(attribute.name, in: attribute.namespace)
      else { continue }
      forbidden.append(index)
      unsafe state.pointee.report(.forbiddenAttribute, attribute: "xsi:\(attribute.name.string)")
    }
    validator?.start(tag, isRecord: isRecord, omitting: forbidden)
  }

  /// Completes the innermost open element.
  func endNode() {
    guard let node = unsafe state.pointee.frames.last?.node else {
      // The root, or an element inside `extensions`.
      unsafe state.pointee.extensionText?.end()
      return
    }
    if let text = unsafe state.pointee.extensionText.take() {
      unsafe text.xml.withUnsafeBufferPointer { unsafe state.pointee.arena.addText($0, to: node) }
    }
    unsafe state.pointee.arena.close(node)
  }

  // MARK: Text

  /// Text comes in pieces, cut at chunks, references and CDATA; it is collected until the next tag.
  func characters(_ piece: UnsafeBufferPointer<UInt8>) {
    guard unsafe !state.pointee.isOver else { return }
    if unsafe state.pointee.frames.count < 2 {
      guard let first = unsafe piece.firstIndex(where: { !isBlank($0) }) else { return }
      let position = unsafe state.pointee.parser.textPosition(of: UnsafeBufferPointer(rebasing: piece[first...]))
      fail(.strayText, at: position)
    } else if unsafe state.pointee.text.count + piece.count > state.pointee.limits.textBytes {
      fail(.limit(.text))
    } else {
      unsafe state.pointee.text.append(piece)
    }
  }

  /// A piece of a CDATA section. Where only elements belong there must be none, not even an empty one: so libxml2 reads
  /// the schema when it validates a tree.
  func section(_ piece: UnsafeBufferPointer<UInt8>) {
    guard unsafe !state.pointee.isOver else { return }
    if unsafe state.pointee.frames.count < 2, unsafe isBlank(piece) { return fail(.strayText) }
    unsafe state.pointee.text.markSection()
    unsafe characters(piece)
  }

  /// Ends a run of text, at the end tag of its element or before a child. Whitespace next to child elements is layout:
  /// neither a record nor the validator of our schemas has a use for it.
  func flushText(atEnd: Bool) {
    guard unsafe !state.pointee.text.isEmpty else { return }
    // No piece can come while the validator looks at the run: its memory stays where it is.
    let run = unsafe state.pointee.text.bytes
    let last = unsafe state.pointee.frames.count - 1
    let hasSection = unsafe state.pointee.text.hasSection
    let isLayout = unsafe isBlank(run) && (!atEnd || state.pointee.frames[last].hasChildren)
    if unsafe state.pointee.extensionText != nil {
      unsafe state.pointee.extensionText?.text(run)
      unsafe validator?.text(run, hasSection: hasSection)
    } else if !isLayout || hasSection {
      unsafe validator?.text(run, hasSection: hasSection)
      if !isLayout, let node = unsafe state.pointee.frames[last].node {
        unsafe state.pointee.arena.addText(run, to: node)
      }
    }
    unsafe state.pointee.text.removeAll()
  }

  private func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe text.allSatisfy(isBlank)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}

extension StartTag {
  /// Bytes of all the attribute values.
  var attributeBytes: Int {
    (0..<attributeCount).reduce(0) { unsafe $0 + (self[$1]?.value.count ?? 0) }
  }
}

extension ReaderState {
  /// Bytes the record that is being read has taken.
  var bytesOfRecord: Int {
    arena.recordBytes + (extensionText?.xml.count ?? 0)
  }
}
