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
  private let origin: Origin

  /// What tells the places of findings.
  private enum Origin: Sendable {
    case element(Element, file: String?)
    case other(@Sendable (Diagnostic) -> Diagnostic.Location)
  }

  init(number: Int, _ decoded: DecodedRecord<Value>, element: Element, file: String?) {
    self.number = number
    id = decoded.id
    value = decoded.diagnostics.hasErrors ? nil : decoded.value
    diagnostics = decoded.diagnostics
    origin = .element(element, file: file)
  }

  /// A record that came in another form than XML.
  ///
  /// - Parameter locate: Tells the place of a finding by its `field`.
  package init(
    number: Int, id: String?, value: Value?, diagnostics: [Diagnostic],
    locate: @escaping @Sendable (Diagnostic) -> Diagnostic.Location
  ) {
    self.number = number
    self.id = id
    self.value = diagnostics.hasErrors ? nil : value
    self.diagnostics = diagnostics
    origin = .other(locate)
  }

  /// As it was read; nil for a record that came in another form than XML.
  var element: Element? {
    guard case .element(let element, _) = origin else { return nil }
    return element
  }

  /// Gives a rule's finding its place: that of the element its `field` names, or of the record.
  public func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.location == nil else { return diagnostic }
    var located = diagnostic
    located.record = id
    located.location =
      switch origin {
      case .element(let element, let file): Self.place(of: diagnostic, in: element, file)
      case .other(let locate): locate(diagnostic)
      }
    return located
  }

  private static func place(
    of diagnostic: Diagnostic, in element: Element, _ file: String?
  ) -> Diagnostic.Location {
    var target = element
    var attribute = ""
    for step in diagnostic.field?.split(separator: "/") ?? [] {
      if step.hasPrefix("@") {
        attribute = "/\(step)"
      } else if let next = child(step, of: target) {
        target = next
      } else {
        break
      }
    }
    return Diagnostic.Location(
      file: file, line: target.position.line, column: target.position.column, path: target.path + attribute)
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
