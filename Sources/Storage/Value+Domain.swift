import Foundation
import Primitives

extension Value {
  // Nil becomes null throughout: what was not stated is not stored.

  static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
  static func int(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .null }
  static func id(_ row: Int64?) -> Value { row.map { .integer($0) } ?? .null }
  static func flag(_ flag: Bool?) -> Value { flag.map { .integer($0 ? 1 : 0) } ?? .null }
  static func blob(_ bytes: [UInt8]?) -> Value { bytes.map { .blob($0) } ?? .null }

  /// The text a validated value is written as.
  static func coded(_ value: (some CodedAsText)?) -> Value { value.map { .text($0.description) } ?? .null }
  static func named(_ value: (some RawRepresentable<String>)?) -> Value { value.map { .text($0.rawValue) } ?? .null }

  /// Days since 1970-01-01.
  static func day(_ day: Day?) -> Value { day.map { .integer(Int64($0.daysSince1970)) } ?? .null }
  static func instant(_ instant: Instant?) -> Value { instant.map { .integer($0.stored) } ?? .null }
  static func decimal(_ decimal: ExactDecimal?) -> Value { decimal.map { .integer($0.tenThousandths) } ?? .null }

  /// Minor units. What is beyond 64 bits is beyond every amount a document may state, and the table refuses it.
  static func amount(_ amount: Amount?) -> Value { amount.map { .integer(Int64(clamping: $0.minorUnits)) } ?? .null }

  /// A nested value as JSON, its keys in order, so that equal values are stored as equal texts.
  static func json(_ value: (some Encodable)?) throws -> Value {
    guard let value else { return .null }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .text(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// A list as JSON; an empty one is not stored.
  static func list(_ elements: [some Encodable]) throws -> Value {
    elements.isEmpty ? .null : try json(elements)
  }
}

extension Instant {
  /// Moment and offset in one number that orders as instants do: milliseconds × 2048 + offset + 1024.
  var stored: Int64 { milliseconds * 2048 + Int64(offset) + 1024 }

  init?(stored: Int64) {
    // The arithmetic shift rounds towards the past, also before 1970.
    self.init(milliseconds: stored >> 11, offset: Int(stored & 2047) - 1024)
  }
}
