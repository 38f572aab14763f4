import CLibXML2

/// The functions libxml2 calls: each turns C arguments into an event.
///
/// Those left out stay nil. The variadic ones Swift could not write; without the handlers of declarations and
/// instructions libxml2 skips both.
enum SAXHandlers {
  static func make() -> xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.startDocument = { unsafe events($0)?.startDocument() }
    // The DOCTYPE, before anything in it is read: no declaration, no expansion, no crash.
    unsafe sax.internalSubset = { context, _, _, _ in unsafe events(context)?.fail(.doctype) }
    unsafe sax.reference = { context, _ in unsafe events(context)?.fail(.entityReference) }
    unsafe sax.startElementNs = { context, name, prefix, namespace, bindingCount, bindings, count, _, attributes in
      guard let name = unsafe name else { return }
      let tag = unsafe StartTag(
        name: name, prefix: prefix, namespace: namespace, bindingCount: bindingCount, bindings: bindings,
        attributeCount: count, attributes: attributes)
      unsafe events(context)?.startElement(tag)
    }
    unsafe sax.endElementNs = { context, name, _, namespace in
      guard let name = unsafe name else { return }
      unsafe events(context)?.endElement(Interned(name), in: namespace.map { unsafe Interned($0) })
    }
    unsafe sax.characters = characters
    unsafe sax.ignorableWhitespace = characters
    unsafe sax.cdataBlock = { context, bytes, count in
      unsafe events(context)?.section(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    unsafe clibxml2_sax_on_error(&sax, parserError)
    return unsafe sax
  }

  /// For `Validator`.
  static let validatorError: clibxml2_error_handler = { context, error in
    guard let error = unsafe error else { return }
    unsafe events(context)?.validatorReported(code: error.pointee.code) { unsafe errorMessage(error.pointee) }
  }

  private static let parserError: clibxml2_error_handler = { context, error in
    // Warnings, such as a namespace that is a relative URI, are no business of the document's author.
    guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    unsafe events(context)?.parserReported(code: error.pointee.code, message: errorMessage(error.pointee))
  }

  private static let characters: charactersSAXFunc = { context, bytes, count in
    unsafe events(context)?.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

private func events(_ context: UnsafeMutableRawPointer?) -> ParserEvents? {
  unsafe context.map { unsafe ParserEvents($0.assumingMemoryBound(to: ReaderState.self)) }
}
