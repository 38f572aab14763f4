/// What a document may cost. A limit that is passed ends the reading, except the two on problems, past which they are
/// only counted. The defaults are far above honest documents.
package struct XMLLimits: Sendable {
  /// Nested elements. A push parser of libxml2 2.9 has no limit of its own.
  package var depth = 64
  /// Bytes of one run of text. The validator's cost of a run is quadratic in the pieces it gets.
  package var textBytes = 1 << 20
  /// Bytes before the root: a declaration and comments, or white space without end.
  package var prologBytes = 1 << 20
  /// Bytes of one tag, comment or processing instruction, which the parser keeps and rescans until its end.
  package var tokenBytes = 256 << 10
  /// Attributes of one element; libxml2 compares each with each.
  package var attributes = 64
  /// Bytes of all the attribute values of one element.
  package var attributeBytes = 64 << 10
  /// Different names in the document; in 2.9 the hash of the dictionary is capped, and a lookup becomes a linear scan.
  package var distinctNames = 4096
  /// Problems kept for the whole document.
  package var problems = 200
  /// Problems kept for one record.
  package var recordProblems = 50
  /// Bytes of text and attribute values of one record.
  package var recordBytes = 16 << 20
  /// Elements and attributes of one record.
  package var recordNodes = 200_000

  package init() {}
}
