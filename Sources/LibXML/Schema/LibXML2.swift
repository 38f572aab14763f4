import CLibXML2

/// The state libxml2 keeps per process, set once. Never xmlCleanupParser: other threads may be parsing.
enum LibXML2 {
  static let start: Void = {
    xmlInitParser()
    // Builds the table of built-in types, lazily and without a lock before 2.15.
    xmlSchemaInitTypes()
    // Even with XML_PARSE_NONET a catalog's nextCatalog opened a connection.
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
    // No file and no address is ever opened: the only documents libxml2 can ask for are the schemas compiled in.
    unsafe xmlSetExternalEntityLoader(SchemaDocuments.load)
  }()
}

/// The schema documents of the compilation that runs on this thread.
enum SchemaDocuments {
  @TaskLocal static var current: [String: String] = [:]

  static let load: xmlExternalEntityLoader = { location, _, parser in
    guard let location = unsafe location, var text = current[unsafe String(cString: location)] else { return nil }
    return text.withUTF8 { utf8 in
      // Copies the bytes; xmlNewStringInputStream would keep the address.
      let buffer = unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
        unsafe xmlParserInputBufferCreateMem(bytes.baseAddress, Int32(bytes.count), XML_CHAR_ENCODING_NONE)
      }
      let input = unsafe xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE)
      // The name by which libxml2 knows that it has included a document already; freed with the input.
      unsafe input?.pointee.filename = unsafe UnsafeRawPointer(xmlCharStrdup(location))?
        .assumingMemoryBound(to: CChar.self)
      return unsafe input
    }
  }
}

/// The text of a libxml2 error without its line break.
func errorMessage(_ error: borrowing xmlError) -> String {
  guard let message = unsafe error.message else { return "" }
  var text = unsafe String(cString: message)
  while text.last?.isNewline == true {
    text.removeLast()
  }
  return text
}
