internal import LibXML
internal import Primitives
internal import Synchronization

/// The formats the reader knows, each with its schema, which is compiled when the first document of its kind is read.
enum Formats {
  static let all: [DocumentFormat] = DocumentKind.allCases.map { kind in
    var attributes = [EnvelopeAttribute(name: Tag.formatVersion.text)]
    if kind.namesContest { attributes.append(EnvelopeAttribute(name: Tag.contest.text, accepts: isIdentifier)) }
    return DocumentFormat(
      root: kind.rawValue, schema: { () throws(SchemaFailure) in try schema(of: kind) }, attributes: attributes,
      children: kind.children)
  }

  /// True for `1.0` to `1.999`. The stream asks, not the reader, which cannot tell a version that is missing from one
  /// that is not supported.
  static func isSupported(_ version: String) -> Bool {
    let version = version.collapsed
    let minor = version.utf8.dropFirst(2)
    return version.hasPrefix("1.") && (1...3).contains(minor.count)
      && minor.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (minor.count == 1 || minor.first != UInt8(ascii: "0"))
  }

  private static func isIdentifier(_ text: String) -> Bool {
    Identifier(text.collapsed) != nil
  }

  private static let compiled = Mutex<[DocumentKind: CompiledSchema]>([:])

  private static func schema(of kind: DocumentKind) throws(SchemaFailure) -> CompiledSchema {
    try compiled.withLock { (schemas) throws(SchemaFailure) in
      if let schema = schemas[kind] { return schema }
      let schema = try CompiledSchema(main: kind.schemaFile, documents: EmbeddedSchemas.documents)
      schemas[kind] = schema
      return schema
    }
  }
}
