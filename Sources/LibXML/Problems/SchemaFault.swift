/// What a document has wrong by the schema, without any of its values: those may be personal data. Enough for a user
/// interface to word the problem itself.
package enum SchemaFault: Sendable, Equatable {
  /// `expected` is empty where no further element may stand.
  case unexpectedElement(found: String, expected: [String])
  case missingElement(expected: [String])
  case missingAttribute(name: String)
  case unexpectedAttribute(name: String)
  /// Not a value of this type; the type of a value declared in place has no name.
  case invalidValue(type: String?)
  case facet(Facet)
  /// An element that must be empty is not.
  case emptyContent
  /// Text among elements.
  case unexpectedText
  /// Any other code of libxml2.
  case other(code: Int32)

  package enum Facet: Sendable, Equatable {
    case pattern
    case enumeration(allowed: [String])
    /// Shorter than allowed, for nothing is there.
    case blank
    case length, minLength, maxLength
    case minInclusive, maxInclusive, minExclusive, maxExclusive
    case totalDigits, fractionDigits
  }
}
