import CXLSXWriter

/// How a cell looks, and whether it may be changed in a protected sheet.
package struct XLSXStyle: Hashable, Sendable {
  package enum Number: Hashable, Sendable {
    /// As many digits as there are.
    case general
    /// A whole number in groups of three.
    case whole
    /// Two decimals, in groups of three.
    case money
    /// The same numbers with a plus before what is above zero.
    case change
    case moneyChange
    /// Money with the sign or code of its currency behind.
    case currency(String)
    /// `20.12.2020`.
    case day
    /// What is typed in stays a text.
    case text

    /// A workbook names the groups and the decimal point as English does; a Russian spreadsheet shows `# ##0,00`.
    fileprivate var code: String? {
      switch self {
      case .general: nil
      case .whole: "#,##0"
      case .money: "#,##0.00"
      case .change: "+#,##0;-#,##0;0"
      case .moneyChange: "+#,##0.00;-#,##0.00;0.00"
      case .currency(let symbol): "#,##0.00\" \(symbol.filter { $0 != "\"" })\""
      case .day: "dd\\.mm\\.yyyy"
      case .text: "@"
      }
    }
  }

  package enum Fill: Hashable, Sendable {
    case none
    /// Behind the titles of columns.
    case header
    /// Behind what is not to be filled in.
    case barred
  }

  package var number = Number.general
  package var fill = Fill.none
  package var isBold = false
  /// Goes on in the next line of the cell, and begins at its top.
  package var isWrapped = false
  /// Open to the reader in a protected sheet.
  package var isUnlocked = false
  package var hasBorder = false
  /// At the top of its row, beside texts of several lines.
  package var isAtTop = false
  /// At the right, as the figures under it.
  package var isRight = false
  /// Set in from the left, under what it belongs to.
  package var isIndented = false

  package init() {}

  package init(_ number: Number) { self.number = number }

  package static let header: XLSXStyle = {
    var style = XLSXStyle()
    style.isBold = true
    style.isWrapped = true
    style.fill = .header
    style.hasBorder = true
    return style
  }()

  package static let bold: XLSXStyle = {
    var style = XLSXStyle()
    style.isBold = true
    return style
  }()

  package static let wrapped: XLSXStyle = {
    var style = XLSXStyle()
    style.isWrapped = true
    return style
  }()

  /// Gives a format of a workbook this look.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if let code = number.code { unsafe format_set_num_format(format, code) }
    if isBold { unsafe format_set_bold(format) }
    if isWrapped { unsafe format_set_text_wrap(format) }
    if isWrapped || isAtTop { unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if isRight { unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if isIndented { unsafe format_set_indent(format, 2) }
    if isUnlocked { unsafe format_set_unlocked(format) }
    if hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    switch fill {
    case .none: break
    case .header: unsafe format_set_bg_color(format, 0xDDE6F0)
    case .barred: unsafe format_set_bg_color(format, 0xD9D9D9)
    }
  }
}
