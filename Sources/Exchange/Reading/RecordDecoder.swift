internal import LibXML
internal import Primitives

/// Makes values of the records of one file, with what is wrong about them.
struct RecordDecoder {
  let file: String

  func decoded<Value>(
    _ record: Record, _ make: (Node) throws(Unreadable) -> Value
  ) -> DecodedRecord<Value> {
    let id = record.element.identifier
    let findings = Findings()
    let node = Node(element: record.element, findings: findings)
    let value = try? make(node)
    guard record.isValid else {
      let problems = Wording.diagnostics(record, missing: findings.missing, id: id, file: file)
      return DecodedRecord(id: id, value: nil, diagnostics: problems)
    }
    // What has no value must have a reason.
    if value == nil, !findings.diagnostics.hasErrors { node.reportNotTaken() }
    return DecodedRecord(id: id, value: value, diagnostics: placed(findings, in: record, id: id))
  }

  /// A part without which the rest of the document means nothing.
  @discardableResult
  func essential<Value>(
    _ record: Record, _ make: (Node) throws(Unreadable) -> Value
  ) throws(DocumentRefusal) -> Value {
    let decoded = decoded(record, make)
    guard let value = decoded.value, !decoded.diagnostics.hasErrors else { throw DocumentRefusal(decoded.diagnostics) }
    return value
  }

  /// A part that was read already.
  func checked<Value>(_ record: Record, value: Value) -> CheckedRecord<Value> {
    let decoded = DecodedRecord(id: record.element.identifier, value: value)
    return CheckedRecord(number: 1, decoded, element: record.element, file: file)
  }

  private func placed(_ findings: Findings, in record: Record, id: String?) -> [Diagnostic] {
    var diagnostics = findings.diagnostics.map { diagnostic in
      var placed = diagnostic
      placed.record = id
      placed.location?.file = file
      return placed
    }
    if findings.omitted > 0 { diagnostics.append(Wording.omitted(findings.omitted, of: record, id: id, file: file)) }
    return diagnostics
  }
}
