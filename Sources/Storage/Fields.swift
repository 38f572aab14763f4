import Contests
import Foundation
import Primitives

/// The columns of a row, read one after the other in the order the statement names them.
///
/// - Throws: in every method ``StoreError/Code/unreadable`` for a value that its type does not know.
package struct Fields: ~Copyable {
  private let row: any Row
  private var next = 0

  init(_ row: any Row) {
    self.row = row
  }

  private mutating func advance() -> Int {
    defer { next += 1 }
    return next
  }

  private func unreadable(_ what: String) -> StoreError {
    StoreError(.unreadable, cause: "column \(next - 1): \(what)")
  }

  private func required<T>(_ value: T?) throws -> T {
    guard let value else { throw unreadable("empty") }
    return value
  }

  // MARK: Plain values

  mutating func textIfAny() -> String? { row.text(advance()) }
  mutating func blobIfAny() -> [UInt8]? { row.blob(advance()) }
  mutating func text() throws -> String { try required(textIfAny()) }
  mutating func int64IfAny() -> Int64? { row.integer(advance()) }
  mutating func int64() throws -> Int64 { try required(int64IfAny()) }
  mutating func intIfAny() -> Int? { row.integer(advance()).map { Int($0) } }
  mutating func int() throws -> Int { try required(intIfAny()) }
  mutating func flag() throws -> Bool { try int() != 0 }
  mutating func flagIfAny() -> Bool? { intIfAny().map { $0 != 0 } }

  // MARK: Domain values

  /// A value kept as the text it is written as.
  mutating func value<T: CodedAsText>(_: T.Type = T.self) throws -> T { try required(valueIfAny()) }

  mutating func valueIfAny<T: CodedAsText>(_: T.Type = T.self) throws -> T? {
    guard let text = textIfAny() else { return nil }
    do { return try T(coded: text) } catch { throw unreadable("no \(T.self)") }
  }

  mutating func named<T: RawRepresentable<String>>(_: T.Type = T.self) throws -> T { try required(namedIfAny()) }

  mutating func namedIfAny<T: RawRepresentable<String>>(_: T.Type = T.self) throws -> T? {
    guard let text = textIfAny() else { return nil }
    guard let value = T(rawValue: text) else { throw unreadable("no \(T.self)") }
    return value
  }

  mutating func day() throws -> Day { try required(dayIfAny()) }

  mutating func dayIfAny() throws -> Day? {
    guard let days = intIfAny() else { return nil }
    guard let day = Day(daysSince1970: days) else { throw unreadable("no day") }
    return day
  }

  mutating func instant() throws -> Instant { try required(instantIfAny()) }

  mutating func instantIfAny() throws -> Instant? {
    guard let stored = row.integer(advance()) else { return nil }
    guard let instant = Instant(stored: stored) else { throw unreadable("no instant") }
    return instant
  }

  mutating func amount() throws -> Amount { try required(amountIfAny()) }
  mutating func amountIfAny() -> Amount? { row.integer(advance()).map { Amount(minorUnits: Int128($0)) } }
  mutating func decimal() throws -> ExactDecimal { try required(decimalIfAny()) }
  mutating func decimalIfAny() -> ExactDecimal? { row.integer(advance()).map { ExactDecimal(tenThousandths: $0) } }

  /// A nested value kept as JSON.
  mutating func json<T: Decodable>(_: T.Type = T.self) throws -> T { try required(jsonIfAny()) }

  mutating func jsonIfAny<T: Decodable>(_: T.Type = T.self) throws -> T? {
    guard let text = textIfAny() else { return nil }
    do { return try JSONDecoder().decode(T.self, from: Data(text.utf8)) } catch { throw unreadable("no \(T.self)") }
  }

  /// The points of a sheet.
  mutating func marks() throws -> [ScoreSheet.Mark] {
    guard let text = textIfAny() else { return [] }
    if let marks = StoredMarks.read(text) { return marks }
    do { return try JSONDecoder().decode([ScoreSheet.Mark].self, from: Data(text.utf8)) } catch {
      throw unreadable("no points")
    }
  }

  /// A list kept as JSON, in which nothing stands for an empty one.
  mutating func list<T: Decodable>(of _: T.Type = T.self) throws -> [T] { try jsonIfAny([T].self) ?? [] }
}
