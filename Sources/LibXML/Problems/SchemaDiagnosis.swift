import CLibXML2

/// A message of the validator taken apart.
///
/// The messages quote values of the document before the part that is libxml2's own, so that part is always sought from
/// the end, where no value can imitate it.
struct SchemaDiagnosis {
  let fault: SchemaFault
  /// The attribute at fault, `nil` when it is the element itself.
  let attribute: String?
  /// Whether the complaint is about the element's or attribute's own value or content, of which one is enough.
  let isAboutValue: Bool

  /// Whether an element stands in one that may hold none. The complaint that the outer one has no value follows.
  let isInSimpleContent: Bool

  /// A longer message has lost its end (2.9 cuts at 64 000 bytes): its tail may be a value.
  private static let longestWholeMessage = 60_000

  /// `element` is the element that the parser stands in, as the document spells it.
  init(code: Int32, message: String, element: String) {
    attribute = Self.attribute(message)
    let tail = message.utf8.count < Self.longestWholeMessage ? message : ""
    fault = Self.fault(code: code, tail: tail, element: element)
    isInSimpleContent = fault == .unexpectedElement(found: element, expected: []) && Self.isAboutChild(tail)
    isAboutValue =
      switch fault {
      case .invalidValue, .facet, .emptyContent, .unexpectedText: true
      default: false
      }
  }

  private static func fault(code: Int32, tail: String, element: String) -> SchemaFault {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      tail.contains("Missing child element(s).")
        ? .missingElement(expected: expectedNames(tail))
        : .unexpectedElement(found: element, expected: expectedNames(tail))
    case XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_CVC_WILDCARD, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
      .unexpectedElement(found: element, expected: [])
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
      isAboutChild(tail) ? .unexpectedElement(found: element, expected: []) : .emptyContent
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2:
      .unexpectedElement(found: element, expected: [])
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: .unexpectedText
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: .missingAttribute(name: lastQuoted(tail) ?? "")
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, XML_SCHEMAV_CVC_TYPE_3_1_1:
      .unexpectedAttribute(name: lastQuoted(tail) ?? "")
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
      XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3, XML_SCHEMAV_CVC_ATTRIBUTE_3, XML_SCHEMAV_CVC_FACET_VALID:
      .invalidValue(type: typeName(tail))
    case XML_SCHEMAV_CVC_ATTRIBUTE_4, XML_SCHEMAV_CVC_AU, XML_SCHEMAV_CVC_ELT_5_2_2_2_1,
      XML_SCHEMAV_CVC_ELT_5_2_2_2_2:
      .invalidValue(type: nil)
    case XML_SCHEMAV_CVC_LENGTH_VALID: .facet(isEmpty(tail) ? .blank : .length)
    case XML_SCHEMAV_CVC_MINLENGTH_VALID: .facet(isEmpty(tail) ? .blank : .minLength)
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID: .facet(.maxLength)
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID: .facet(.minInclusive)
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID: .facet(.maxInclusive)
    case XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID: .facet(.minExclusive)
    case XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID: .facet(.maxExclusive)
    case XML_SCHEMAV_CVC_TOTALDIGITS_VALID: .facet(.totalDigits)
    case XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID: .facet(.fractionDigits)
    case XML_SCHEMAV_CVC_PATTERN_VALID: .facet(.pattern)
    case XML_SCHEMAV_CVC_ENUMERATION_VALID: .facet(.enumeration(allowed: allowedValues(tail)))
    default: .other(code: code)
    }
  }
}

/// The places in a message where libxml2 itself speaks.
extension SchemaDiagnosis {
  /// `Element '{urn:x}a', attribute 'b': …`: only names come before it.
  private static func attribute(_ message: String) -> String? {
    guard let colon = message.firstRange(of: "': "),
      let mark = message[..<colon.lowerBound].firstRange(of: "', attribute '")
    else { return nil }
    return localName(message[mark.upperBound..<colon.lowerBound])
  }

  /// `… Expected is one of ( {urn:x}a, {urn:x}b ).`
  private static func expectedNames(_ tail: String) -> [String] {
    guard let open = tail.lastRange(of: " ( "), let close = tail.lastRange(of: " )."),
      open.upperBound <= close.lowerBound
    else { return [] }
    return tail[open.upperBound..<close.lowerBound].split(separator: ", ").map(localName)
  }

  /// `… is not an element of the set {'a', 'b'}.`
  private static func allowedValues(_ tail: String) -> [String] {
    guard tail.hasSuffix("'}."), let open = tail.lastRange(of: " is not an element of the set {'") else { return [] }
    let values = tail[open.upperBound...].dropLast(3).split(separator: "', '", omittingEmptySubsequences: false)
    return values.map(String.init)
  }

  /// `… is not a valid value of the atomic type '{urn:x}money'.`
  private static func typeName(_ tail: String) -> String? {
    guard tail.hasSuffix("'."), let open = tail.lastRange(of: " type '") else { return nil }
    return localName(tail[open.upperBound...].dropLast(2))
  }

  /// `The attribute 'b' is required but missing.`
  private static func lastQuoted(_ tail: String) -> String? {
    guard let close = tail.lastIndex(of: "'"), let open = tail[..<close].lastIndex(of: "'") else { return nil }
    return localName(tail[tail.index(after: open)..<close])
  }

  /// `… The value has a length of '0'; this underruns the allowed minimum length of '1'.`
  private static func isEmpty(_ tail: String) -> Bool {
    guard let mark = tail.lastRange(of: " has a length of '") else { return false }
    return tail[mark.upperBound...].hasPrefix("0'")
  }

  private static func isAboutChild(_ tail: String) -> Bool {
    tail.contains(": Element content is not allowed")
  }

  /// The name without the `{urn:x}` before it.
  private static func localName(_ name: Substring) -> String {
    guard let brace = name.lastIndex(of: "}") else { return String(name) }
    return String(name[name.index(after: brace)...])
  }
}

extension String {
  /// The last place where `text` stands.
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    ranges(of: text).last
  }
}
