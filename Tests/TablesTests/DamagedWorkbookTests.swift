import LibXML
import TableSamples
import Tables
import Testing

/// Workbooks that are none, or made to do harm.
struct DamagedWorkbookTests {
  @Test func `spreadsheets of another kind are named`() throws {
    #expect(problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == TableProblem(.otherFormat(.oldExcel)))
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let encrypted: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 69] + name
    #expect(problem(encrypted) == TableProblem(.otherFormat(.encrypted)))
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]
    #expect(try problem(bareArchive(parts)) == TableProblem(.otherFormat(.openDocument)))
    let way =
      "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
    let binary = try bareArchive([("_rels/.rels", way), ("xl/workbook.bin", "x")])
    #expect(problem(binary) == TableProblem(.otherFormat(.binaryExcel)))
    #expect(try problem(bareArchive([("a.txt", "x")])) == TableProblem(.notAWorkbook))
    #expect(try problem(bareArchive([("xl/workbook.xml", "<document/>")])) == TableProblem(.notAWorkbook))
    #expect(problem([]) == TableProblem(.empty))
  }

  @Test func `a document type or an entity in any part refuses the workbook`() throws {
    let bad = "<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]><worksheet/>"
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"] {
      guard case .part(let name, let cause)? = problem(try workbook(sheet(""), parts: [(part, bad)]))?.kind else {
        Issue.record("\(part) was taken")
        continue
      }
      #expect(name == part)
      #expect(cause.kind == .doctype)
    }
  }

  @Test(arguments: [
    "<c t=\"s\"><v>7</v></c>", "<c t=\"s\"><v>-1</v></c>", "<c><v>много</v></c>", "<c><v>1e999</v></c>",
    "<c r=\"B1\"/><c r=\"A1\"/>", "<c r=\"A2\"/>", "<c r=\"ZZZZ1\"/>", "<c r=\"1\"/>",
  ])
  func `a sheet that contradicts itself is damaged`(cells: String) throws {
    #expect(problem(try workbook(sheet(cells)))?.kind == .damaged)
  }

  @Test func `rows out of their order are damaged`() throws {
    for data in ["<row r=\"2\"/><row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>"] {
      #expect(problem(try workbook("<sheetData>\(data)</sheetData>"))?.kind == .damaged)
    }
  }

  @Test func `limits hold`() throws {
    var limits = TableLimits()
    limits.columns = 2
    limits.rows = 3
    limits.cellLength = 5
    let text = "<c t=\"inlineStr\"><is><t>шесть!</t></is></c>"
    #expect(
      problem(try workbook(sheet("<c r=\"C1\"><v>1</v></c>")), limits: limits)
        == TableProblem(.limit(.columns), at: CellPlace(row: 1, column: 3)))
    #expect(
      problem(try workbook(sheet(text)), limits: limits)
        == TableProblem(.limit(.cellLength), at: CellPlace(row: 1, column: 1)))
    let row = "<sheetData><row r=\"4\"><c><v>1</v></c></row></sheetData>"
    #expect(
      problem(try workbook(row), limits: limits) == TableProblem(.limit(.rows), at: CellPlace(row: 4, column: 1)))
    limits.cells = 1
    #expect(
      problem(try workbook(sheet("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c>")), limits: limits)
        == TableProblem(.limit(.cells), at: CellPlace(row: 1, column: 2)))
    limits.sharedBytes = 100
    #expect(
      problem(try workbook(sheet(""), shared: String(repeating: "<si/>", count: 50)), limits: limits)
        == TableProblem(.limit(.sharedTexts)))
    limits.sharedBytes = 10
    #expect(
      problem(try workbook(sheet(""), shared: "<si><t>длинный текст</t></si>"), limits: limits)
        == TableProblem(.limit(.sharedTexts)))
    limits.bytes = 100
    #expect(problem(try workbook(sheet("")), limits: limits) == TableProblem(.limit(.bytes)))
  }

  @Test func `a workbook cut short is damaged`() throws {
    let whole = try workbook(sheet("<c><v>1</v></c>"))
    guard case .archive? = problem(Array(whole.dropLast(40)))?.kind else {
      Issue.record("a cut archive was taken")
      return
    }
    guard case .part? = problem(try workbook("<sheetData><row>"))?.kind else {
      Issue.record("a sheet without its end was taken")
      return
    }
  }
}
