import Foundation

/// A JSON value that tests compare with literals.
enum Value: Hashable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case list([Value])
  case object([String: Value])

  /// A member; one that is not there is told from `null` by `keys`.
  subscript(key: String) -> Value {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  subscript(index: Int) -> Value {
    if case .list(let values) = self, values.indices.contains(index) { values[index] } else { .null }
  }

  var list: [Value] { if case .list(let values) = self { values } else { [] } }

  var keys: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }

  var string: String? { if case .string(let text) = self { text } else { nil } }

  var int: Int? { if case .number(let number) = self { NSDecimalNumber(decimal: number).intValue } else { nil } }

  /// The members of that name in a list of objects.
  func map(_ key: String) -> [Value] { list.map { $0[key] } }

  /// The object in a list with that member.
  func first(_ key: String, _ value: Value) -> Value { list.first { $0[key] == value } ?? .null }
}

extension Value: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number)
    } else if let members = try? container.decode([String: Value].self) {
      self = .object(members)
    } else if let values = try? container.decode([Value].self) {
      self = .list(values)
    } else {
      self = .bool(try container.decode(Bool.self))
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .number(Decimal(number)) }
  init(booleanLiteral bool: Bool) { self = .bool(bool) }
  init(arrayLiteral values: Value...) { self = .list(values) }
  init(dictionaryLiteral members: (String, Value)...) { self = .object(Dictionary(uniqueKeysWithValues: members)) }
}

extension Value: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
  }
}

extension Value {
  /// Where this value is not found again in another; members may be added, items of a list may not.
  func missing(in other: Value, at path: String = "") -> [String] {
    switch (self, other) {
    case (.object(let members), .object(let others)):
      members.sorted { $0.key < $1.key }.flatMap { key, value in
        others[key].map { value.missing(in: $0, at: "\(path)/\(key)") } ?? ["\(path)/\(key)"]
      }
    case (.list(let items), .list(let others)) where items.count == others.count:
      zip(items, others).enumerated().flatMap { $1.0.missing(in: $1.1, at: "\(path)[\($0)]") }
    default:
      self == other ? [] : [path]
    }
  }
}
