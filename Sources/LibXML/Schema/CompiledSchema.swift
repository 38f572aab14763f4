import CLibXML2

/// A compiled XSD. libxml2 only reads it while validating, so any number of threads may share one.
@safe package final class CompiledSchema: @unchecked Sendable {
  let pointer: xmlSchemaPtr

  /// Compiles the document named `main`. `documents` maps the names used in `schemaLocation` to their texts; an include
  /// is served from there and from nowhere else. Any diagnostic is a failure, a warning too: libxml2 merely warns when it
  /// skips an import, and the schema then accepts less than it says.
  package init(main: String, documents: [String: String]) throws(SchemaFailure) {
    LibXML2.start
    guard let text = documents[main] else {
      throw SchemaFailure(schema: main, diagnostics: [.init(line: 0, message: "there is no such document")])
    }
    let diagnostics = Diagnostics()
    let schema = unsafe SchemaDocuments.$current.withValue(documents) { unsafe Self.compile(text, diagnostics) }
    guard let schema = unsafe schema, diagnostics.all.isEmpty else {
      unsafe xmlSchemaFree(schema)
      throw SchemaFailure(schema: main, diagnostics: diagnostics.all)
    }
    unsafe pointer = schema
  }

  deinit {
    unsafe xmlSchemaFree(pointer)
  }

  private static func compile(_ text: String, _ diagnostics: Diagnostics) -> xmlSchemaPtr? {
    var text = text
    return text.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
        let parser = unsafe xmlSchemaNewMemParserCtxt(bytes.baseAddress, Int32(bytes.count))
        defer { unsafe xmlSchemaFreeParserCtxt(parser) }
        let context = unsafe Unmanaged.passUnretained(diagnostics).toOpaque()
        unsafe clibxml2_schema_parser_on_error(parser, Diagnostics.report, context)
        return unsafe xmlSchemaParse(parser)
      }
    }
  }
}

/// What libxml2 says during one compilation.
private final class Diagnostics {
  var all: [SchemaFailure.Diagnostic] = []

  static let report: clibxml2_error_handler = { context, error in
    guard let context = unsafe context, let error = unsafe error else { return }
    let diagnostics = unsafe Unmanaged<Diagnostics>.fromOpaque(context).takeUnretainedValue()
    let line = unsafe Int(error.pointee.line)
    diagnostics.all.append(.init(line: line, message: unsafe errorMessage(error.pointee)))
  }
}
