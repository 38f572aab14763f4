import TableSamples
import Tables
import Testing

/// Workbooks as other programs write them.
struct OtherProgramsTests {
  @Test(arguments: [
    "openpyxl.xlsx", "openpyxl-1904.xlsx", "xlsxwriter.xlsx", "xlsxwriter-inline.xlsx", "xlsxwriter-1904.xlsx",
    "libreoffice.xlsx",
  ])
  func `the same table comes out of every workbook`(name: String) throws {
    let found = try contents(try foreignWorkbook(name))
    #expect(found.count == 4)
    #expect(
      found.first == [
        "A1=Номер", "B1=Название работы", "C1=Дата подачи", "D1=Участников", "E1=Согласие", "F1=ИНН",
      ])
    #expect(
      found.dropFirst().first == [
        "A2=z-1", "B2=Снежная горка", "C2=2020-02-10", "D2=#12", "E2=TRUE", "F2=#4205123459",
      ])
    // A workbook that counts from 1904 has no day before.
    let day = name.contains("1904") ? found[2].first { $0.hasPrefix("C3") } : "C3=1900-02-28"
    #expect(
      found[2]
        == [
          "A3=z-2", "B3=Домик <с балконом> & «садом»\nвторая строка", day, "D3=#3.1", "E3=FALSE", "F3=4205123459",
        ].compactMap { $0 })
    #expect(found[3] == ["A4=z-3", "B4==не формула", "C4=1904-03-01", "D4=#0", "F4=#500100732259"])
  }

  @Test(arguments: ["faulty.xlsx", "libreoffice-faulty.xlsx"])
  func `merged cells and formulas are noticed, a day typed as text stays one`(name: String) throws {
    let table = try rows(try foreignWorkbook(name))
    #expect(table.merged.map(\.description) == ["A1:C1"])
    #expect(table.rows[2].cells.map(\.hasFormula) == [false, true, false])
    #expect(table.rows[2][3]?.content == .text("10.03.2020"))
    #expect(table.rows[3][2]?.hasFormula == true)
    #expect(table.rows[3][3]?.summary == "C4=2020-03-10")
  }
}
