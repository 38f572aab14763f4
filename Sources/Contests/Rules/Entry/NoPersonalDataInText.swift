public import Primitives

/// Free texts are published and searched, so telephone numbers, e-mail addresses and numbers of documents do not belong
/// into them.
public struct NoPersonalDataInText: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if entry.title.seemsToHoldPersonalData { findings.append(.personalData(in: "title")) }
    if entry.description?.seemsToHoldPersonalData == true { findings.append(.personalData(in: "description")) }
    return findings
  }
}

extension String {
  /// True when the text holds something shaped like an e-mail address, a Russian telephone number, a СНИЛС or the
  /// series and number of a passport. Sums of money, years and registration numbers of organisations are let through.
  package var seemsToHoldPersonalData: Bool {
    // Most texts are done with here.
    guard mayHoldPersonalData else { return false }

    var scan = NumberScan()
    var characterBefore: UInt8 = 0
    var afterAt: (isOpen: Bool, letters: Int, hasPoint: Bool) = (false, 0, false)
    for byte in utf8 {
      if byte == UInt8(ascii: "@") {
        afterAt = (characterBefore.isLetterOrDigit, 0, false)
      } else if afterAt.isOpen {
        if byte.isLetterOrDigit || byte == UInt8(ascii: "-") {
          afterAt.letters += 1
          if afterAt.hasPoint { return true }
        } else if byte == UInt8(ascii: ".") && afterAt.letters > 0 {
          afterAt.hasPoint = true
        } else {
          afterAt.isOpen = false
        }
      }
      if scan.takes(byte) { return true }
      characterBefore = byte
    }
    return scan.isPersonal
  }

  /// False without an `@` and ten digits: no address, no number of a person.
  private var mayHoldPersonalData: Bool {
    let bytes = utf8Span.span
    var digits = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "@") { return true }
      digits += bytes[index].isDigit ? 1 : 0
    }
    return digits >= 10
  }

  /// The groups of digits of one run, `+7 (903) 123-45-67`, with nothing but spaces, dashes and brackets in between.
  private struct NumberScan {
    /// The lengths of the groups, a hexadecimal digit each: `0x3332` for `112-233-445 95`. Longer runs are no number of
    /// a person.
    private var shape: UInt64 = 0
    private var first: UInt8 = 0
    private var second: UInt8 = 0
    private var total = 0
    private var gap = 0
    private var hasPlus = false

    /// Reads on; true when the run that just ended looks personal.
    mutating func takes(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if total == 0 { first = byte }
        if total == 1 { second = byte }
        total += 1
        if total <= Self.longest { shape = gap > 0 || total == 1 ? shape << 4 | 1 : shape + 1 }
        gap = 0
        return false
      case UInt8(ascii: "+") where total == 0:
        hasPlus = true
        return false
      // The last two are the bytes of a no-break space.
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), 0xC2, 0xA0:
        if total == 0 { return false }
        gap += 1
        if gap <= 4 { return false }
      default:
        if total == 0 && !hasPlus { return false }
      }
      let found = isPersonal
      self = NumberScan()
      return found
    }

    var isPersonal: Bool {
      guard (10...Self.longest).contains(total) else { return false }
      if hasPlus || shape == 0x3332 || shape == 0x46 || shape == 0x226 { return true }
      let hasGroups = shape > 0xF
      let nine = UInt8(ascii: "9")
      let beginsAsRussian = first == UInt8(ascii: "7") || first == UInt8(ascii: "8")
      if total == 11 && beginsAsRussian { return hasGroups || second == nine }
      return total == 10 && first == nine && hasGroups
    }

    /// The most digits a telephone number has (E.164); a group of them still fits one digit of the shape.
    private static let longest = 15
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Bytes of letters outside ASCII count as letters: addresses in .рф exist too.
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: true
    default: isDigit
    }
  }
}

extension Diagnostic {
  fileprivate static func personalData(in field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.personalDataInText, .warning,
      LocalizedText(
        ru: "в тексте есть что-то похожее на телефон, электронный адрес или номер документа",
        en: "the text holds something like a telephone number, an e-mail address or the number of a document"),
      advice: LocalizedText(
        ru: "тексты заявки публикуются: перенесите контакты в предназначенные для них поля, номера документов удалите",
        en: "texts of applications are published: move contacts to their own fields and remove document numbers"),
      field: field)
  }
}
