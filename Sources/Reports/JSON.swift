package import Primitives

/// A JSON document to be printed. Unlike synthesised coding it says `null` where there is nothing, which the readers of
/// the figures rely on.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Digits of an exact decimal, printed as a number.
  case number(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// The text of the document, keys in alphabetical order, ending in a newline.
  package var text: String {
    var bytes: [UInt8] = []
    var writer = JSONWriter { bytes += $0 }
    // The sink above takes everything.
    guard (try? writer.item(self)) != nil, (try? writer.finish()) != nil else { return "null\n" }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSON {
  /// An object with more members; anything else as it is.
  package func adding(_ members: [String: JSON]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(members) { $1 })
  }
}

extension JSON {
  package init(_ text: String?) { self = text.map { .string($0) } ?? .null }
  package init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
  package init(_ value: (some LosslessStringConvertible)?) { self.init(value?.description) }
  /// Money is a decimal string, so that no reader rounds it.
  package init(_ amount: Amount?) { self.init(amount?.description) }
  package init(_ decimal: ExactDecimal) { self = .number(decimal.description) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
  package init(nilLiteral: ()) { self = .null }
}
