import CLibXML2

@testable import Exchange
@testable import LibXML

/// libxml2's own verdict on a document as a whole, by its tree parser and its validator of trees: none of the code that
/// is tested takes part.
struct Oracle {
  struct Verdict {
    let isWellFormed: Bool
    /// Nil where the root is none of ours.
    let isValid: Bool?
  }

  private let schemas: [String: CompiledSchema]

  init() throws {
    schemas = try Dictionary(
      uniqueKeysWithValues: DocumentKind.allCases.map {
        ($0.rawValue, try CompiledSchema(main: $0.schemaFile, documents: EmbeddedSchemas.documents))
      })
  }

  func verdict(on bytes: [UInt8]) -> Verdict {
    // What an encoder finds is said past the options below.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil,
        Int32(bitPattern: options))
    }
    guard let document else { return Verdict(isWellFormed: false, isValid: nil) }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document), let name = root.pointee.name,
      let schema = schemas[String(cString: name)]
    else { return Verdict(isWellFormed: true, isValid: nil) }
    let context = xmlSchemaNewValidCtxt(schema.pointer)
    defer { xmlSchemaFreeValidCtxt(context) }
    clibxml2_validator_on_error(context, { _, _ in }, nil)
    return Verdict(isWellFormed: true, isValid: xmlSchemaValidateDoc(context, document) == 0)
  }
}
