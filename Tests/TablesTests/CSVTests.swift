import LibXML
import Tables
import Testing

/// Separated values as offices keep them.
struct CSVTests {
  private func contents(_ text: String) throws -> [[String]] { try TablesTests.contents(Array(text.utf8)) }

  private static let table = "Номер;Название\nз-1;Дом, сад\n"
  private static let found = [["A1=Номер", "B1=Название"], ["A2=з-1", "B2=Дом, сад"]]

  /// The text in windows-1251.
  private static func windows1251(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x410 + 0xC0) }
  }

  @Test func `encodings are recognised`() throws {
    let little = Self.table.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = Self.table.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let tables = [
      Array(Self.table.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.table.utf8), Self.windows1251(Self.table),
      [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, Array("a".utf16.flatMap { [UInt8($0), 0] }),
    ]
    for table in tables.dropLast() { #expect(try TablesTests.contents(table) == Self.found) }
    #expect(try TablesTests.contents(tables[5]) == [["A1=a"]])
  }

  @Test func `encodings that are not read are not guessed at`() {
    // «Название» in CP866 and in KOI8-R.
    let cp866: [UInt8] = [0x8D, 0xA0, 0xA7, 0xA2, 0xA0, 0xAD, 0xA8, 0xA5]
    let koi8: [UInt8] = [0xEE, 0xC1, 0xDA, 0xD7, 0xC1, 0xCE, 0xC9, 0xC5]
    #expect(problem(cp866) == TableProblem(.encoding(.invalidBytes)))
    #expect(problem(koi8) == TableProblem(.encoding(.invalidBytes)))
    #expect(problem([0xFF, 0xFE, 0x41]) == TableProblem(.encoding(.truncated)))
  }

  @Test(arguments: [
    "a;b\n1;2", "a\tb\n1\t2", "a,b\n1,2", "sep=;\r\na;b\r\n1;2", "sep=|\na|b\n1|2",
  ])
  func `the separator is found`(text: String) throws {
    #expect(try contents(text).map { $0.map { $0.suffix(2) } } == [["=a", "=b"], ["=1", "=2"]])
  }

  @Test func `a separator that only some rows have is none`() throws {
    #expect(
      try contents("Заявка;ФИО, участники, родители\n1;Петров\n2;Иванов, Петров\n")
        == [["A1=Заявка", "B1=ФИО, участники, родители"], ["A2=1", "B2=Петров"], ["A3=2", "B3=Иванов, Петров"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `rows end as the system ends them`(end: String) throws {
    #expect(
      try contents(["a;b", "1;2", "", "3;4", ""].joined(separator: end))
        == [["A1=a", "B1=b"], ["A2=1", "B2=2"], ["A4=3", "B4=4"]])
  }

  @Test func `quotation marks hold separators, marks and lines, and are text elsewhere`() throws {
    #expect(
      try contents("a;b\n\"x; \"\"y\"\"\nz\";ООО \"Ромашка\"\n\"\";\"q\" \n")
        == [["A1=a", "B1=b"], ["A2=x; \"y\"\nz", "B2=ООО \"Ромашка\""], ["B3=q"]])
  }

  @Test func `a quotation mark that is not closed is named by its place`() {
    #expect(problem(Array("a;b\n1;\"x\n2;y\n".utf8)) == TableProblem(.openQuote, at: CellPlace(row: 2, column: 2)))
    #expect(
      problem(Array("a;b\n\"x\"y;1\n".utf8)) == TableProblem(.textAfterQuote, at: CellPlace(row: 2, column: 1)))
  }

  @Test func `a formula is noticed, and one made harmless is text`() throws {
    #expect(
      try contents("a;b\n=1+2;'=1+2\n=;'+7 913\n") == [
        ["A1=a", "B1=b"], ["A2==1+2(=)", "B2==1+2"], ["A3==", "B3=+7 913"],
      ])
  }

  @Test func `limits hold`() {
    var limits = TableLimits()
    limits.columns = 2
    limits.rows = 2
    limits.cellLength = 3
    func kind(_ text: String) -> TableProblem.Kind? { problem(Array(text.utf8), limits: limits)?.kind }
    #expect(kind("a;b;\n1;2\n") == nil)
    #expect(kind("a;b;c\n") == .limit(.columns))
    #expect(kind("a\nb\nc\n") == .limit(.rows))
    #expect(kind("abcd\n") == .limit(.cellLength))
    #expect(kind("где\n") == nil)
  }
}
