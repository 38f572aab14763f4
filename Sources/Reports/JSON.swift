internal import Foundation
package import Primitives

/// A JSON document to be printed. Unlike synthesised coding it says `null` where there is nothing, which the readers of
/// the figures rely on.
package enum JSON: Encodable, Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Digits of an exact decimal, printed as a number.
  case number(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value): try value.encode(to: encoder)
    case .integer(let value): try value.encode(to: encoder)
    case .number(let digits):
      // Through a container: on its own, a Decimal would be written as the parts it is made of.
      var container = encoder.singleValueContainer()
      try container.encode(Decimal(string: digits) ?? 0)
    case .string(let text): try text.encode(to: encoder)
    case .array(let items): try items.encode(to: encoder)
    case .object(let members): try members.encode(to: encoder)
    }
  }

  /// The text of the document, keys in alphabetical order, ending in a newline.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Every value above has a JSON form, so encoding does not fail.
    guard let data = try? encoder.encode(self) else { return "null\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
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
