/// The root and its children: what we check ourselves.
extension ParserEvents {
  func startRoot(_ tag: StartTag) {
    let name = tag.name.string
    let formats = unsafe state.pointee.formats
    guard let index = formats.firstIndex(where: { $0.root == name }) else { return fail(.unknownRoot(name)) }
    guard unsafe tag.namespace == state.pointee.names.namespace else {
      return fail(.wrongNamespace(tag.namespace?.string ?? ""))
    }
    let format = formats[index]
    guard let attributes = envelopeAttributes(tag, of: format) else { return }
    do throws(SchemaFailure) {
      let schema = try format.schema()
      unsafe state.pointee.validator = unsafe Validator(
        schema, rootNamespaces: tag.namespaces, userData: state, onError: SAXHandlers.validatorError)
    } catch {
      let causes = error.diagnostics.map { "\(error.schema):\($0.line): \($0.message)" }
      return fail(.internalError, message: causes.joined(separator: "\n"))
    }
    unsafe state.pointee.envelope = EnvelopeCursor(format.children)
    let position = unsafe state.pointee.parser.tagPosition
    unsafe state.pointee.root = .init(format: index, name: name, attributes: attributes, position: position)
  }

  /// The attributes of the root, `nil` after a failure. `xsi:schemaLocation` is none: we bring our own schema.
  private func envelopeAttributes(_ tag: StartTag, of format: DocumentFormat) -> [(name: String, value: String)]? {
    var attributes: [(name: String, value: String)] = []
    for attribute in (0..<tag.attributeCount).compactMap({ tag[$0] }) {
      let name = attribute.name.string
      if unsafe state.pointee.names.isForbidden(attribute.name, in: attribute.namespace) {
        fail(.forbiddenAttribute, attribute: "xsi:\(name)")
        return nil
      }
      if unsafe attribute.namespace == state.pointee.names.instanceNamespace { continue }
      let rule = attribute.namespace == nil ? format.attributes.first { $0.name == name } : nil
      guard let rule, rule.accepts(attribute.string) else {
        fail(.envelopeAttribute(name, rule == nil ? .unknown : .invalid), attribute: name)
        return nil
      }
      attributes.append((name, attribute.string))
    }
    if let missing = format.attributes.first(where: { rule in
      rule.isRequired && !attributes.contains { $0.name == rule.name }
    }) {
      fail(.envelopeAttribute(missing.name, .missing), attribute: missing.name)
      return nil
    }
    return attributes
  }

  func startRecord(_ tag: StartTag) {
    let name = unsafe state.pointee.names.element(tag.name, in: tag.namespace)
    let spelling = name == .unknown ? tag.name.string : unsafe state.pointee.vocabulary[name]
    unsafe state.pointee.record = ReaderState.CurrentRecord()
    unsafe state.pointee.record.foreignName = name == .unknown ? spelling : nil
    unsafe state.pointee.recordCounts[tag.name, default: 0] += 1
    unsafe state.pointee.record.index = unsafe state.pointee.recordCounts[tag.name] ?? 1
    let isOurs = unsafe tag.namespace == state.pointee.names.namespace
    let expected = unsafe isOurs ? state.pointee.envelope.refusal(of: spelling) : state.pointee.envelope.expected
    if let expected {
      unsafe state.pointee.record.isValidated = false
      unsafe state.pointee.report(.unexpectedElement(found: spelling, expected: expected))
    }
    startNode(tag, name)
    startInValidator(tag, isRecord: true)
  }

  func endRecord() {
    unsafe state.pointee.arena.endRecord(state.pointee.record)
    unsafe state.pointee.record = ReaderState.CurrentRecord()
  }

  func endRoot() {
    let missing = unsafe state.pointee.envelope.missing
    guard !missing.isEmpty else { return }
    unsafe state.pointee.missingElement = unsafe state.pointee.problem(.missingElement(expected: missing))
  }
}
