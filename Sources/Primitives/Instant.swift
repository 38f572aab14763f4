/// A moment with the offset it was stated in, as RFC 3339 writes it: `2020-03-01T18:00:00+07:00`.
///
/// Two instants are equal when they are the same moment *and* were written with the same offset, because documents
/// give back what they were given; the order is by the moment first.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64
  /// Minutes east of Greenwich, from -840 to 840.
  public let offset: Int

  /// - Returns: nil for an offset beyond fourteen hours or a moment outside the years 1 to 9999 in that offset.
  public init?(milliseconds: Int64, offset: Int = 0) {
    guard (-840...840).contains(offset) else { return nil }
    let (local, overflow) = milliseconds.addingReportingOverflow(Int64(offset) * 60_000)
    guard !overflow, (-62_135_596_800_000...253_402_300_799_999).contains(local) else { return nil }
    self.milliseconds = milliseconds
    self.offset = offset
  }

  /// Noon of a day at Greenwich: for what is known by its day alone. The day is the same in every other way of reading.
  public init(noonOf day: Day) {
    milliseconds = Int64(day.daysSince1970) * 86_400_000 + 43_200_000
    offset = 0
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    (left.milliseconds, left.offset) < (right.milliseconds, right.offset)
  }

  /// The day on the calendar of the place where the instant was written down; an office's closing day is meant so.
  public var day: Day {
    // The initialiser keeps the local time within the years that a Day has.
    Day(daysSince1970: Int(localMilliseconds.floorDivided(by: 86_400_000))) ?? .firstDay(of: 1)
  }

  private var localMilliseconds: Int64 { milliseconds + Int64(offset) * 60_000 }
}

extension Instant: LosslessStringConvertible {
  /// Reads RFC 3339 with an explicit offset; seconds are required, up to three decimals of a second are taken.
  public init?(_ text: String) {
    let bytes = text.utf8Span.span
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), let day = Day(bytes.extracting(first: 10)),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Int(digits: bytes.extracting(11..<13)), let minute = Int(digits: bytes.extracting(14..<16)),
      let second = Int(digits: bytes.extracting(17..<19)), hour < 24, minute < 60, second < 60
    else { return nil }

    var rest = bytes.extracting(droppingFirst: 19)
    var thousandths = 0
    if rest[0] == UInt8(ascii: ".") {
      let digits = rest.indices.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(rest[$0]) }
      guard (1...3).contains(digits.count), let value = Int(digits: rest.extracting(digits)) else { return nil }
      thousandths = value * [100, 10, 1][digits.count - 1]
      rest = rest.extracting(droppingFirst: 1 + digits.count)
    }
    guard let offset = Self.offset(rest) else { return nil }
    let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: Int64(seconds - offset * 60) * 1000 + Int64(thousandths), offset: offset)
  }

  private static func offset(_ bytes: Span<UInt8>) -> Int? {
    if bytes.count == 1, bytes[0] == UInt8(ascii: "Z") { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = Int(digits: bytes.extracting(1..<3)),
      let minutes = Int(digits: bytes.extracting(4..<6)), minutes < 60
    else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }

  /// RFC 3339; offset zero is written `Z`, whole seconds without decimals.
  public var description: String {
    let second = localMilliseconds.floorDivided(by: 1000)
    let ofDay = Int(second - second.floorDivided(by: 86_400) * 86_400)
    let thousandths = Int(localMilliseconds - second * 1000)
    let day = day
    return String(unsafeUninitializedCapacity: 29) { text in
      var end = day.write(to: text)
      for (mark, number) in [("T", ofDay / 3600), (":", ofDay / 60 % 60), (":", ofDay % 60)] as [(Unicode.Scalar, Int)]
      {
        end = text.write(mark, number, digits: 2, at: end)
      }
      if thousandths != 0 { end = text.write(".", thousandths, digits: 3, at: end) }
      if offset == 0 {
        text[end] = UInt8(ascii: "Z")
        return end + 1
      }
      end = text.write(offset < 0 ? "-" : "+", abs(offset) / 60, digits: 2, at: end)
      return text.write(":", abs(offset) % 60, digits: 2, at: end)
    }
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a mark and a number behind it; tells where they end.
  fileprivate func write(_ mark: Unicode.Scalar, _ number: Int, digits: Int, at start: Int) -> Int {
    self[start] = UInt8(ascii: mark)
    write(number, start + 1..<start + 1 + digits)
    return start + 1 + digits
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
