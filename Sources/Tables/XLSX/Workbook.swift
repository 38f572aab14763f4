import LibXML

/// A workbook of Excel (ECMA-376, SpreadsheetML), with what its cells refer to and the sheet that is read.
final class Workbook {
  let package: Package
  /// The title of the sheet.
  let sheet: String
  let part: String
  let otherSheets: Int
  let shared: [String]
  let formats: CellFormats
  let epoch: SerialDay.Epoch
  let limits: TableLimits

  init(bytes: [UInt8], sheet wanted: String?, limits: TableLimits) throws(TableProblem) {
    let package = try Package(bytes: bytes)
    let root = try package.relations(of: "").values.first { $0.kind == "officeDocument" }
    let main = root?.target ?? "xl/workbook.xml"
    guard package.has(main) else {
      // OpenDocument says in a part of its own what it is.
      throw TableProblem(package.has("mimetype") ? .otherFormat(.openDocument) : .notAWorkbook)
    }
    if main.lowercased().hasSuffix(".bin") { throw TableProblem(.otherFormat(.binaryExcel)) }
    let list = SheetList()
    try package.read(main, list)
    guard list.isWorkbook else { throw TableProblem(.notAWorkbook) }
    let relations = try package.relations(of: main)
    let sheets = list.sheets.filter { relations[$0.relation]?.kind == "worksheet" }
    let visible = sheets.filter(\.isVisible)
    let found = wanted.map { name in sheets.first { $0.title.lowercased() == name.lowercased() } } ?? visible.first
    guard let found, let part = relations[found.relation]?.target, package.has(part) else {
      throw TableProblem(.noSheet(count: visible.count))
    }
    self.package = package
    self.limits = limits
    sheet = found.title
    self.part = part
    otherSheets = visible.count { $0.relation != found.relation }
    epoch = list.epoch

    let texts = SharedTexts(limits)
    if let part = relations.values.first(where: { $0.kind == "sharedStrings" })?.target, package.has(part) {
      let stream = try package.stream(part, texts)
      while try stream.advance() {
        if texts.isTooLarge { throw TableProblem(.limit(.sharedTexts)) }
      }
    }
    shared = texts.texts
    let formats = FormatReader()
    if let part = relations.values.first(where: { $0.kind == "styles" })?.target, package.has(part) {
      try package.read(part, formats)
    }
    self.formats = formats.formats
  }
}

/// Reads which sheets there are.
private final class SheetList: XMLEventHandler {
  struct Sheet {
    let title: String
    let relation: String
    let isVisible: Bool
  }

  var sheets: [Sheet] = []
  var epoch = SerialDay.Epoch.year1900
  var isWorkbook = false

  func start(_ tag: ForeignTag) {
    switch tag.name {
    case "workbook": isWorkbook = true
    case "workbookPr":
      if let flag = tag["date1904"], ["1", "true", "on"].contains(flag) { epoch = .year1904 }
    case "sheet":
      guard let title = tag["name"], let relation = tag["id"] else { return }
      sheets.append(
        Sheet(title: title, relation: relation, isVisible: ["visible", nil].contains(tag["state"])))
    default: break
    }
  }

  func text(_ text: String) {}
  func end(_ name: String) {}
}
