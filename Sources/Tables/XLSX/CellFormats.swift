import LibXML

/// What the formats of a workbook's cells mean to us: which of them show days.
struct CellFormats {
  /// By the place of a format in the list that cells refer to.
  fileprivate(set) var showDay: [Bool] = []

  func isDay(_ format: Int?) -> Bool {
    guard let format, showDay.indices.contains(format) else { return false }
    return showDay[format]
  }
}

/// Reads the formats.
final class FormatReader: XMLEventHandler {
  private(set) var formats = CellFormats()
  private var custom: [Int: Bool] = [:]
  private var isInCellFormats = false

  func start(_ tag: ForeignTag) {
    switch tag.name {
    case "numFmt":
      if let id = tag["numFmtId"].flatMap({ Int($0) }), let code = tag["formatCode"] {
        custom[id] = NumberFormat.isDay(code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = tag["numFmtId"].flatMap { Int($0) } ?? 0
      formats.showDay.append(custom[id] ?? NumberFormat.isDay(builtIn: id))
    default: break
    }
  }

  func text(_ text: String) {}

  func end(_ name: String) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}
