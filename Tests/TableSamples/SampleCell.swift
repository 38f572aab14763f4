/// A cell of a workbook made by hand.
package enum SampleCell: ExpressibleByStringLiteral {
  case empty
  case text(String)
  case number(Int)
  /// Days since 1899-12-30, formatted as a date.
  case day(Int)
  /// A formula with the number it gave last.
  case formula(String, Int)
  /// What a formula left that cannot be computed.
  case fault(String)

  package init(stringLiteral text: String) { self = text.isEmpty ? .empty : .text(text) }

  fileprivate var xml: String {
    switch self {
    case .empty: "<c/>"
    case .text(let text): "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    case .number(let number): "<c><v>\(number)</v></c>"
    case .day(let serial): "<c s=\"1\"><v>\(serial)</v></c>"
    case .formula(let formula, let number): "<c><f>\(formula)</f><v>\(number)</v></c>"
    case .fault(let fault): "<c t=\"e\"><v>\(fault)</v></c>"
    }
  }
}

/// A workbook of one sheet with these rows.
///
/// - Parameter merged: Ranges of cells, such as `A1:C1`.
package func workbook(rows: [[SampleCell]], merged: [String] = []) throws -> [UInt8] {
  let data = rows.map { "<row>\($0.map(\.xml).joined())</row>" }.joined()
  let merges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
  return try workbook("<sheetData>\(data)</sheetData><mergeCells>\(merges)</mergeCells>")
}
