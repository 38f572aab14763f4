internal import LibXML
public import Primitives

/// A record as it came: its value where it could be read, and what was found about it.
public struct CheckedRecord<Value: Sendable>: Sendable {
  /// Its place among the records of the document, from 1.
  public let number: Int
  /// Its identifier, where it has a sound one.
  public let id: String?
  /// Nil when an error was found.
  public let value: Value?
  /// What was found so far; a record with errors has no value.
  public let diagnostics: [Diagnostic]
  private let element: Element
  private let file: String?

  init(number: Int, _ decoded: DecodedRecord<Value>, element: Element, file: String?) {
    self.number = number
    id = decoded.id
    value = decoded.diagnostics.hasErrors ? nil : decoded.value
    diagnostics = decoded.diagnostics
    self.element = element
    self.file = file
  }

  /// Gives a rule's finding its place: that of the element its `field` names, or of the record.
  public func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.location == nil else { return diagnostic }
    var target = element
    var attribute = ""
    for step in diagnostic.field?.split(separator: "/") ?? [] {
      if step.hasPrefix("@") {
        attribute = "/\(step)"
      } else if let next = Self.child(step, of: target) {
        target = next
      } else {
        break
      }
    }
    var located = diagnostic
    located.record = id
    located.location = Diagnostic.Location(
      file: file, line: target.position.line, column: target.position.column, path: target.path + attribute)
    return located
  }

  /// The child that a step such as `title` or `expense[3]` names.
  private static func child(_ step: Substring, of element: Element) -> Element? {
    let name = step.prefix { $0 != "[" }
    let ordinal = Int(step.dropFirst(name.count + 1).dropLast()) ?? 1
    let namesakes = element.children.lazy.filter { Tag.vocabulary[$0.name] == name }
    return namesakes.dropFirst(max(ordinal, 1) - 1).first { _ in true }
  }
}

/// What decoding made of a record.
struct DecodedRecord<Value> {
  var id: String?
  var value: Value?
  var diagnostics: [Diagnostic] = []
}

extension Element {
  /// The identifier of a record. What is none is not shown to anybody: it may be anything, a name too.
  var identifier: String? {
    attributeToken(Tag.id.name).flatMap { Identifier($0)?.description }
  }
}

/// A file that cannot be taken in, and why.
public struct DocumentRefusal: Error, Sendable {
  public let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}
