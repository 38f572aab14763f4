/// One kind of document, recognised by its root element. The root is checked against this description; every child of
/// it is a record, validated against its own global declaration in the schema.
package struct DocumentFormat: Sendable {
  package let root: String
  /// Called once per document, when its root is known; the caller compiles lazily and keeps the result.
  package let schema: @Sendable () throws(SchemaFailure) -> CompiledSchema
  package let attributes: [EnvelopeAttribute]
  /// What the root holds, in order: the meaning of an `xs:sequence` of element references.
  package let children: [EnvelopeChild]

  package init(
    root: String,
    schema: @escaping @Sendable () throws(SchemaFailure) -> CompiledSchema,
    attributes: [EnvelopeAttribute],
    children: [EnvelopeChild]
  ) {
    self.root = root
    self.schema = schema
    self.attributes = attributes
    self.children = children
  }
}

/// An attribute of the root, in no namespace.
package struct EnvelopeAttribute: Sendable {
  package let name: String
  package let isRequired: Bool
  package let accepts: @Sendable (String) -> Bool

  package init(
    name: String, isRequired: Bool = true, accepts: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.name = name
    self.isRequired = isRequired
    self.accepts = accepts
  }
}

/// A child of the root and how often it may stand there.
package struct EnvelopeChild: Sendable {
  package let name: String
  package let minimum: Int
  /// `nil`: any number.
  package let maximum: Int?

  package init(name: String, minimum: Int = 0, maximum: Int? = nil) {
    self.name = name
    self.minimum = minimum
    self.maximum = maximum
  }
}
