internal import LibXML
internal import Primitives

/// Collects what is wrong with one record while it is decoded. Like the reader's problems, the first fifty are kept:
/// a record may be large, and to find the path of each would take longer than reading it.
final class Findings {
  private static let limit = 50
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var omitted = 0
  /// The first part that is needed and is not there, and the path of the element that lacks it.
  fileprivate(set) var missing: MissingPart?

  func add(_ diagnostic: @autoclosure () -> Diagnostic) {
    if diagnostics.count < Self.limit {
      diagnostics.append(diagnostic())
    } else {
      omitted += 1
    }
  }
}

struct MissingPart {
  let name: String
  let parent: String
}

/// Thrown when a record cannot become a value; why has been reported to its ``Findings``.
struct Unreadable: Error {}

/// An element of a validated record on its way to a value of the domain.
///
/// The schema has checked the form, so what fails here is either a check digit or a schema that allows more than the
/// domain: both are reported with their place, and neither quotes the value.
struct Node {
  let element: Element
  let findings: Findings

  /// The text as `xs:token` means it: white space collapsed.
  var text: String { element.token }

  func child(_ tag: Tag) -> Node? {
    element.first(tag.name).map { Node(element: $0, findings: findings) }
  }

  func children(_ tag: Tag) -> [Node] {
    element.all(tag.name).map { Node(element: $0, findings: findings) }
  }

  func text(_ tag: Tag) -> String? {
    element.first(tag.name)?.token
  }

  func value<Value: LosslessStringConvertible>(_ tag: Tag) -> Value? {
    child(tag)?.converted()
  }

  func values<Value: LosslessStringConvertible>(_ tag: Tag) -> [Value] {
    children(tag).compactMap { $0.converted() }
  }

  func choice<Value: RawRepresentable<String>>(_ tag: Tag) -> Value? {
    child(tag).flatMap { node in node.reported(Value(rawValue: node.text)) }
  }

  func choices<Value: RawRepresentable<String>>(_ tag: Tag) -> [Value] {
    children(tag).compactMap { node in node.reported(Value(rawValue: node.text)) }
  }

  func attribute(_ tag: Tag) -> String? {
    element.attributeToken(tag.name)
  }

  func attribute<Value: LosslessStringConvertible>(_ tag: Tag) -> Value? {
    attribute(tag).flatMap { reported(Value($0), attribute: tag) }
  }

  func attributeChoice<Value: RawRepresentable<String>>(_ tag: Tag) -> Value? {
    attribute(tag).flatMap { reported(Value(rawValue: $0), attribute: tag) }
  }

  /// The element's own text as a value.
  func converted<Value: LosslessStringConvertible>() -> Value? {
    reported(Value(text))
  }

  private func reported<Value>(_ value: Value?, attribute: Tag? = nil) -> Value? {
    if value == nil { reportNotTaken(attribute) }
    return value
  }

  /// The schema takes the value, the domain does not.
  func reportNotTaken(_ attribute: Tag? = nil) {
    let advice = FormAdvice.advice(at: location(attribute).path)
    report(ExchangeCode.invalidValue, Wording.valueNotTaken, advice: advice, attribute: attribute)
  }

  func report(
    _ code: Diagnostic.Code, _ message: LocalizedText, advice: LocalizedText? = nil, attribute: Tag? = nil
  ) {
    findings.add(Diagnostic(code, message, advice: advice, location: location(attribute)))
  }

  private func location(_ attribute: Tag?) -> Diagnostic.Location {
    let path = element.path + (attribute.map { "/@\($0.text)" } ?? "")
    return .init(line: element.position.line, column: element.position.column, path: path)
  }
}

/// The same, where the value cannot be done without.
extension Node {
  func required(_ tag: Tag) throws(Unreadable) -> Node {
    try present(child(tag), tag)
  }

  func requiredText(_ tag: Tag) throws(Unreadable) -> String {
    try present(text(tag), tag)
  }

  func required<Value: LosslessStringConvertible>(_ tag: Tag) throws(Unreadable) -> Value {
    try present(value(tag), tag)
  }

  func requiredChoice<Value: RawRepresentable<String>>(_ tag: Tag) throws(Unreadable) -> Value {
    try present(choice(tag), tag)
  }

  func requiredAttribute<Value: LosslessStringConvertible>(_ tag: Tag) throws(Unreadable) -> Value {
    try present(attribute(tag), tag)
  }

  func requiredAttributeChoice<Value: RawRepresentable<String>>(_ tag: Tag) throws(Unreadable) -> Value {
    try present(attributeChoice(tag), tag)
  }

  /// Reports a missing part unless a worse thing was said about it already.
  private func present<Value>(_ value: Value?, _ tag: Tag) throws(Unreadable) -> Value {
    if let value { return value }
    if findings.missing == nil, element.first(tag.name) == nil {
      findings.missing = MissingPart(name: tag.text, parent: element.path)
    }
    if findings.diagnostics.isEmpty { report(ExchangeCode.missingElement, Wording.missing(tag.text)) }
    throw Unreadable()
  }
}

/// Parts that are values themselves.
extension Node {
  func part<Value>(_ tag: Tag, _ make: (Node) throws(Unreadable) -> Value) throws(Unreadable) -> Value? {
    guard let child = child(tag) else { return nil }
    return try make(child)
  }

  func list<Value>(_ tag: Tag, _ make: (Node) throws(Unreadable) -> Value) throws(Unreadable) -> [Value] {
    try children(tag).map(make)
  }

  /// Foreign content, as XML, to be given back as it came.
  var extensions: String? {
    guard let text = element.first(Tag.extensions.name)?.text, !text.isEmpty else { return nil }
    return text
  }

  /// The currency of the first amount in or below the element, in document order.
  var firstCurrency: Currency? {
    if let code = element.attribute(Tag.currency.name) { return Currency(code) }
    return element.children.lazy.compactMap { Node(element: $0, findings: findings).firstCurrency }.first
  }

  /// - Parameter isSigned: True where the schema takes a negative amount, as for a balance.
  func money(_ tag: Tag, isSigned: Bool = false) -> Money? {
    guard let node = child(tag), let currency: Currency = node.attribute(.currency) else { return nil }
    let isNegative = isSigned && node.text.hasPrefix("-")
    guard let amount = node.reported(Amount(isNegative ? String(node.text.dropFirst()) : node.text)) else { return nil }
    return Money(isNegative ? -amount : amount, currency)
  }
}

/// Numbers with a rule of their own about what is valid.
extension Node {
  func inn() -> INN? {
    checked(.inn, ExchangeCode.inn, Wording.inn) { text throws(NumberFault) in try INN(text) }
  }

  func ogrn() -> OGRN? {
    checked(.ogrn, ExchangeCode.ogrn, Wording.ogrn) { text throws(NumberFault) in try OGRN(text) }
  }

  func kpp() -> KPP? {
    checked(.kpp, ExchangeCode.kpp, Wording.kpp) { text throws(NumberFault) in try KPP(text) }
  }

  func oktmo() -> OKTMO? {
    guard let text = attribute(.oktmo) else { return nil }
    do throws(NumberFault) {
      return try OKTMO(text)
    } catch {
      report(ExchangeCode.oktmo, Wording.oktmo(error), advice: Wording.checkTerritory, attribute: .oktmo)
      return nil
    }
  }

  private func checked<Number>(
    _ tag: Tag, _ code: Diagnostic.Code, _ wording: (NumberFault) -> LocalizedText,
    _ make: (String) throws(NumberFault) -> Number
  ) -> Number? {
    guard let node = child(tag) else { return nil }
    do throws(NumberFault) {
      return try make(node.text)
    } catch {
      node.report(code, wording(error), advice: Wording.checkNumber)
      return nil
    }
  }
}
