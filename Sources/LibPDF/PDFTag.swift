/// What a part of a page is, for whoever reads it by ear (ISO 32000-1, 14.8.4). What stands outside
/// every tag is decoration.
package enum PDFTag: Hashable, Sendable {
  case section
  /// Levels 1 to 6.
  case heading(Int)
  case paragraph
  /// A part of a text: what of a paragraph stands on one page.
  case span
  case table, tableRow, tableCell
  /// The head of a column or of a row.
  case tableHeader(ofRow: Bool)
  case list, listItem, listLabel, listBody
  /// A picture, and the words that stand for it.
  case figure(alternative: String)
  case caption

  /// Of the standard structure types.
  var name: String {
    switch self {
    case .section: "Sect"
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .span: "Span"
    case .table: "Table"
    case .tableRow: "TR"
    case .tableCell: "TD"
    case .tableHeader: "TH"
    case .list: "L"
    case .listItem: "LI"
    case .listLabel: "Lbl"
    case .listBody: "LBody"
    case .figure: "Figure"
    case .caption: "Caption"
    }
  }
}
