/// A place in the document, counted from 1 in lines and Unicode scalars. A column of 0 is unknown.
package struct TextPosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
