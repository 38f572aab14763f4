import ArgumentParser
import Primitives

/// A year or two days, as commands take the period of a report.
enum PeriodArguments {
  /// - Throws: `ValidationError` unless there is a year, or a first and a last day in order.
  static func check(year: Int?, from: Day?, to: Day?) throws {
    guard (year != nil) != (from != nil && to != nil), (from == nil) == (to == nil) else {
      throw ValidationError(
        local(ru: "назовите год (--year) или дни (--from и --to)", en: "name a year (--year) or days (--from and --to)")
      )
    }
    if let year, !(1...9999).contains(year) {
      throw ValidationError(local(ru: "такого года нет", en: "there is no such year"))
    }
    if let from, let to, to < from {
      throw ValidationError(
        local(ru: "период кончается раньше, чем начинается", en: "the period ends before it starts"))
    }
  }
}
