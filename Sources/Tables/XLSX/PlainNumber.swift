/// Numbers as workbooks write them, brought into the form in which people do.
enum PlainNumber {
  /// Digits that a spreadsheet holds; more are what binary fractions leave: `0.30000000000000004`.
  private static let precision = 15

  /// `12.0` becomes `12`, `4.2051234590000002E9` becomes `4205123459`; nil for what is no number.
  static func text(_ written: String) -> String? {
    var rest = Array(written.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    rest = rest.dropFirst(mantissa.count)
    var exponent = 0
    if !rest.isEmpty {
      guard let value = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(value) <= 400 else { return nil }
      exponent = value
    }
    let parts = mantissa.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    var digits = Array(parts.joined())
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }

    // Where the point stands, counted from the left.
    var point = parts[0].count + exponent
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    point -= zeros
    // A whole number written out was not computed: it is what it is.
    if parts.count > 1 || mantissa.count < written.utf8.count - (isNegative ? 1 : 0) { point += round(&digits) }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { return "0" }
    return (isNegative ? "-" : "") + laidOut(digits, point)
  }

  /// Leaves the digits that count; tells by how much the point moved.
  private static func round(_ digits: inout [UInt8]) -> Int {
    guard digits.count > precision else { return 0 }
    let isUp = digits[precision] >= UInt8(ascii: "5")
    digits.removeSubrange(precision...)
    guard isUp else { return 0 }
    for index in digits.indices.reversed() {
      if digits[index] < UInt8(ascii: "9") {
        digits[index] += 1
        return 0
      }
      digits[index] = UInt8(ascii: "0")
    }
    digits.insert(UInt8(ascii: "1"), at: 0)
    return 1
  }

  private static func laidOut(_ digits: [UInt8], _ point: Int) -> String {
    func text(_ digits: some Sequence<UInt8>) -> String { String(decoding: Array(digits), as: UTF8.self) }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text(digits) }
    if point >= digits.count { return text(digits) + String(repeating: "0", count: point - digits.count) }
    return text(digits[..<point]) + "." + text(digits[point...])
  }
}
