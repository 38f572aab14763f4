/// A problem in a document: thrown when reading cannot go on, attached to its record when it can.
package struct XMLProblem: Error, Sendable, Equatable {
  package let kind: Kind
  /// The number libxml2 gave it, 0 when we found it ourselves.
  package let code: Int32
  /// Inside a record: where the start tag of the element named by `path` begins.
  package let position: TextPosition
  /// The element at fault, such as `/applications/application[17]/applicant/inn`. A record is counted among the records
  /// of its name; inside a record only a second and later sibling of one name is counted. An attribute ends in `/@name`.
  package let path: String
  /// The beginning of libxml2's text. It may quote values of the document, that is personal data: for debugging, never for users.
  package let message: String

  package init(kind: Kind, code: Int32 = 0, position: TextPosition, path: String, message: String = "") {
    self.kind = kind
    self.code = code
    self.position = position
    self.path = path
    self.message = message
  }

  package enum Kind: Sendable, Equatable {
    case encoding(EncodingFault)
    case doctype
    case entityReference
    case xmlVersion
    case notWellFormed
    /// Something but comments and instructions behind the end tag of the root.
    case contentAfterRoot
    case truncated
    case limit(LimitKind)
    /// The root is not that of any known format.
    case unknownRoot(String)
    /// The root, or an element outside `extensions`, is in this namespace instead of ours; empty for none.
    case wrongNamespace(String)
    case envelopeAttribute(String, AttributeFault)
    /// A child of the root stands where its format does not allow it.
    case unexpectedElement(found: String, expected: [String])
    /// The root ended without children its format requires.
    case missingElement(expected: [String])
    /// Text directly under the root; the position is that of its first character.
    case strayText
    /// `xsi:type` or `xsi:nil`: a document may not choose its own schema types.
    case forbiddenAttribute
    case schema(SchemaFault)
    /// A system call failed with this `errno`.
    case io(Int32)
    case internalError
  }
}

/// What an attribute of the root has wrong.
package enum AttributeFault: Sendable, Equatable {
  case missing
  /// The format does not know it.
  case unknown
  /// Its value is not accepted.
  case invalid
}

package enum EncodingFault: Error, Sendable, Equatable {
  /// The declaration, or the form of the first bytes, names an encoding that is not read.
  case unsupported(String)
  /// The declaration contradicts the byte order mark, or the form of the first bytes when there is no mark.
  case contradictsByteOrderMark
  /// The text declares windows-1251 and is UTF-8: decoded as declared, every Russian word would turn to garbage.
  case utf8DeclaredAsWindows1251
  case invalidBytes
  /// Invalid as UTF-8, and words of Russian in windows-1251.
  case windows1251DeclaredAsUTF8
  /// The input ends within a character.
  case truncated
}

package enum LimitKind: Sendable, Equatable {
  case depth, text, prolog, token, attributes, attributeBytes, distinctNames, recordBytes, recordNodes
  /// A gigabyte of records that nobody took out.
  case batch
}
