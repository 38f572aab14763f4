import Foundation
import LibZip

/// A workbook that another program wrote.
package func foreignWorkbook(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")
  return Array(try Data(contentsOf: folder.appending(path: name)))
}

/// A workbook made by hand, of one sheet unless more are given.
package func workbook(
  _ sheet: String, shared: String = "", formats: [String] = [], workbook: String? = nil, parts: [(String, String)] = []
) throws -> [UInt8] {
  let numbers = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
  let used = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
  let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  var files = [
    ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
    (
      "_rels/.rels",
      "<Relationships><Relationship Id=\"r\" Type=\"\(types)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      workbook ?? "<workbook><sheets><sheet name=\"Лист1\" sheetId=\"1\" id=\"s1\"/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="s1" Type="\(types)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="s2" Type="\(types)/worksheet" Target="../xl/worksheets/sheet2.xml"/>\
      <Relationship Id="c1" Type="\(types)/chartsheet" Target="chartsheets/sheet1.xml"/>\
      <Relationship Id="t" Type="\(types)/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="f" Type="\(types)/styles" Target="styles.xml"/></Relationships>
      """
    ),
    ("xl/worksheets/sheet1.xml", "<worksheet>\(sheet)</worksheet>"), ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
    (
      "xl/styles.xml",
      """
      <styleSheet><numFmts>\(numbers)</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>\(used)</cellXfs></styleSheet>
      """
    ),
  ]
  for (name, text) in parts {
    files.removeAll { $0.0 == name }
    files.append((name, text))
  }
  return try bareArchive(files)
}

/// A sheet of one row with these cells.
package func sheet(_ cells: String) -> String { "<sheetData><row r=\"1\">\(cells)</row></sheetData>" }

/// An archive of these files.
package func bareArchive(_ files: [(String, String)]) throws -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory.appending(path: "tables-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appending(path: "book.xlsx").path
  var writer = try ZipWriter(path: path)
  for (name, text) in files { try writer.add(name, bytes: Array(text.utf8)) }
  try writer.finish()
  return Array(try Data(contentsOf: URL(filePath: path)))
}
