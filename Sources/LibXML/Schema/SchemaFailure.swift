/// A schema that does not compile: a mistake of ours, never of the document.
package struct SchemaFailure: Error, Sendable {
  package struct Diagnostic: Sendable {
    package let line: Int
    package let message: String
  }

  package let schema: String
  package let diagnostics: [Diagnostic]
}
