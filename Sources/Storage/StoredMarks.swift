import Contests
import Primitives

/// Reads the points of a sheet as they are kept. `JSONDecoder` takes ten times as long for the few words of a sheet, and a
/// ranking reads all sheets of a contest.
struct StoredMarks {
  private var rest: ArraySlice<UInt8>

  /// - Returns: nil for JSON of any other form than ``Value/list(_:)`` gives the points; it may still be right.
  static func read(_ text: String) -> [ScoreSheet.Mark]? {
    var marks = StoredMarks(rest: Array(text.utf8)[...])
    return marks.list()
  }

  private mutating func list() -> [ScoreSheet.Mark]? {
    var marks: [ScoreSheet.Mark] = []
    guard skip("[") else { return nil }
    repeat {
      guard skip("{\"criterion\":\""), let criterion = word().flatMap({ Identifier($0) }), skip(",\"points\":\""),
        let points = word().flatMap({ Points($0) }), skip("}")
      else { return nil }
      marks.append(ScoreSheet.Mark(criterion: criterion, points: points))
    } while skip(",")
    return skip("]") && rest.isEmpty ? marks : nil
  }

  private mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// Up to the quotation mark; nil where something is escaped.
  private mutating func word() -> String? {
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }),
      rest[end] == UInt8(ascii: "\"")
    else { return nil }
    let word = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    return word
  }
}
