import CLibXML2

/// The error numbers of libxml2's parser, as far as they are told apart.
enum ParserErrors {
  /// Where the parser was when it found an error.
  struct Situation {
    /// The input ended while elements were open.
    let isCut: Bool
    /// The parser had come to the last byte.
    let isAtEnd: Bool
    /// The root has been closed.
    let isAfterRoot: Bool
    /// What follows are words in windows-1251.
    let isBeforeWindows1251: Bool
  }

  static func kind(code: Int32, message: String, _ situation: Situation) -> XMLProblem.Kind {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
    case XML_ERR_INVALID_ENCODING: .encoding(invalidBytes(situation))
    // A control character as such; written as a reference it is an error of the text.
    case XML_ERR_INVALID_CHAR where !message.hasPrefix("xmlParseCharRef"): .encoding(invalidBytes(situation))
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: .entityReference
    case XML_ERR_UNKNOWN_VERSION: .xmlVersion
    case XML_ERR_INTERNAL_ERROR, XML_ERR_NO_MEMORY: .internalError
    case XML_ERR_DOCUMENT_END where situation.isAfterRoot: .contentAfterRoot
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED,
      XML_ERR_LT_REQUIRED, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED:
      situation.isCut ? .truncated : .notWellFormed
    // A bare ampersand, which the parser may come to only when it is told that nothing follows.
    case XML_ERR_NAME_REQUIRED: situation.isCut && situation.isAtEnd ? .truncated : .notWellFormed
    default: .notWellFormed
    }
  }

  private static func invalidBytes(_ situation: Situation) -> EncodingFault {
    situation.isBeforeWindows1251 ? .windows1251DeclaredAsUTF8 : .invalidBytes
  }

  /// The validator gave up: a pattern that backtracks too long, or no memory.
  static func isInternal(_ code: Int32) -> Bool {
    let code = xmlParserErrors(rawValue: UInt32(bitPattern: code))
    return code == XML_SCHEMAV_INTERNAL || code == XML_ERR_NO_MEMORY
  }
}
