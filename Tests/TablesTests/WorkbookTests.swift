import TableSamples
import Tables
import Testing

/// What a workbook may hold, and how it is told.
struct WorkbookTests {
  @Test func `texts come from the list, from the cell and in runs`() throws {
    let shared = """
      <si><t>общий</t></si><si><r><t xml:space="preserve">два </t></r><r><rPr/><t>слова</t></r>\
      <rPh sb="0" eb="1"><t>чтение</t></rPh></si><si><t>a_x000D_b _x005F_</t></si>
      """
    let cells = """
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>в ячейке</t></is></c>\
      <c r="E1" t="s"><v>2</v></c><c r="F1" s="1"/><c r="G1" t="inlineStr"><is><t> </t></is></c>
      """
    #expect(
      try contents(workbook(sheet(cells), shared: shared)) == [
        ["A1=общий", "B1=два слова", "C1=в ячейке", "E1=a\rb _"]
      ])
  }

  @Test(arguments: [
    ("12.0", "12"), ("12", "12"), ("0.30000000000000004", "0.3"), ("4.2051234590000002E9", "4205123459"),
    ("1.1000000000000001", "1.1"), ("89131234567", "89131234567"), ("-0.50", "-0.5"), ("1E-3", "0.001"), ("0", "0"),
    ("40702810900000012345", "40702810900000012345"), ("0.99999999999999999", "1"), ("5e2", "500"),
    ("2.9999999999999996", "3"), ("00012", "12"),
  ])
  func `numbers come as people write them`(written: String, text: String) throws {
    #expect(try contents(workbook(sheet("<c><v>\(written)</v></c>"))) == [["A1=#\(text)"]])
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("43871", "2020-02-10"),
    ("43871.75", "2020-02-10"),
    ("60", nil), ("0", nil), ("-1", nil), ("2958466", nil),
  ])
  func `a day is counted as Excel counts it, with the day that never was`(serial: String, day: String?) throws {
    let content = try contents(workbook(sheet("<c s=\"1\"><v>\(serial)</v></c>")))
    #expect(content == [["A1=" + (day ?? "?\(serial)")]])
  }

  @Test func `a workbook may count from 1904`() throws {
    let book = "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" id=\"s1\"/></sheets></workbook>"
    let cells = "<c s=\"1\"><v>0</v></c><c s=\"1\"><v>42409</v></c>"
    #expect(try contents(workbook(sheet(cells), workbook: book)) == [["A1=1904-01-01", "B1=2020-02-10"]])
  }

  @Test(arguments: [
    ("dd.mm.yyyy", true), ("[$-419]d mmmm yyyy;@", true), ("yyyy\\-mm\\-dd", true), ("mmm", true), ("yy", true),
    ("m/d/yy h:mm", true), ("h:mm:ss", false), ("[h]:mm", false), ("0.00&quot; мм.&quot;", false), ("General", false),
    ("#,##0.00\\ &quot;руб. dd&quot;", false), ("[Red]0", false), ("0;&quot;д&quot;yyyy", false), ("_d0", false),
    ("@", false),
  ])
  func `a format tells days from figures`(code: String, isDay: Bool) throws {
    let content = try contents(workbook(sheet("<c s=\"2\"><v>43871</v></c>"), formats: [code]))
    #expect(content == [[isDay ? "A1=2020-02-10" : "A1=#43871"]])
  }

  @Test func `flags, errors and days written out are told apart`() throws {
    let cells = """
      <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2020-02-10T12:00:00</v></c>\
      <c t="d"><v>2020-02-30</v></c>
      """
    #expect(
      try contents(workbook(sheet(cells))) == [
        ["A1=TRUE", "B1=FALSE", "C1=!#REF!", "D1=2020-02-10", "E1=?2020-02-30"]
      ])
  }

  @Test func `every cell that a formula fills is noticed`() throws {
    let data = """
      <sheetData><row><c><f>1+2</f><v>3</v></c><c t="str"><f t="shared" ref="B1:B2" si="0">A1</f><v>x</v></c></row>\
      <row><c><f t="array" ref="A2:A3">B1:B2</f><v>1</v></c><c><f t="shared" si="0"/></c></row>\
      <row><c><v>2</v></c><c><v>5</v></c></row></sheetData>
      """
    #expect(
      try contents(workbook(data)) == [
        ["A1=#3(=)", "B1=x(=)"], ["A2=#1(=)", "B2=(=)"], ["A3=#2(=)", "B3=#5"],
      ])
  }

  @Test func `the first visible sheet is read, or the one that is named`() throws {
    let book = """
      <workbook><sheets><sheet name="Диаграмма" id="c1"/><sheet name="Скрытый" state="hidden" id="s1"/>\
      <sheet name="Заявки" id="s2"/></sheets></workbook>
      """
    let second = [("xl/worksheets/sheet2.xml", "<worksheet>\(sheet("<c><v>2</v></c>"))</worksheet>")]
    let bytes = try workbook(sheet("<c><v>1</v></c>"), workbook: book, parts: second)
    #expect(try contents(bytes) == [["A1=#2"]])
    #expect(try contents(bytes, sheet: "скрытый") == [["A1=#1"]])
    let file = try TableFile(bytes: bytes)
    #expect(file.sheet == "Заявки")
    #expect(file.otherSheets == 0)
    #expect(problem(bytes, sheet: "Нет") == TableProblem(.noSheet(count: 1)))
  }

  @Test func `rows and cells without their places are counted, empty ones are not told`() throws {
    let data = "<sheetData><row/><row r=\"4\"><c><v>1</v></c><c r=\"D4\"><v>2</v></c></row><row><c/></row></sheetData>"
    #expect(try contents(workbook(data)) == [["A4=#1", "D4=#2"]])
  }
}
