import Foundation
import Testing

/// The jury's sheets come in, and the order they give.
struct ScoresTests {
  let office: Office
  var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
    let jury = """
      <criterion id="idea" weight="60" maximum="10"><title>Идея</title></criterion>
      <criterion id="work" weight="40" maximum="10"><title>Исполнение</title></criterion>
      <juror id="j1" role="chair"><name>Первый</name></juror><juror id="j2" role="member"><name>Второй</name></juror>
      """
    _ = try office.take(Documents.announcement(rules: jury + "<rules><tieBreak>criterionOrder</tieBreak></rules>"))
    _ = try office.take(
      Documents.applications(Documents.application("a"), Documents.application("b"), Documents.application("c")))
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
  }

  private static func sheet(_ id: String, _ juror: String, _ entry: String, _ idea: Int, _ work: Int) -> String {
    """
    <scoreSheet id="\(id)" juror="\(juror)" entry="\(entry)"><date>2020-04-01</date>
    <points criterion="idea">\(idea)</points><points criterion="work">\(work)</points></scoreSheet>
    """
  }

  private static func sheets(_ records: String..., message: Int = 20) -> String {
    Documents.document(
      "scoreSheets", attributes: " contest=\"fair\"", message: message, count: records.count, sender: Documents.city,
      records.joined(separator: "\n"))
  }

  private func standings() throws -> Value {
    try office.json("ranking", "show", "--contest", "fair", "--nomination", "wood")[0]["standings"]
  }

  @Test func `sheets give an order with what it follows from`() throws {
    let taken = try office.take(
      Self.sheets(
        Self.sheet("1", "j1", "a", 10, 0), Self.sheet("2", "j2", "a", 8, 3), Self.sheet("3", "j1", "b", 4, 9),
        Self.sheet("4", "j2", "c", 6, 6)))
    #expect(taken.status == 0, "\(taken.verdict)")
    // a: 6.0 and 6.0; b: 6.0; c: 6.0. The first criterion decides.
    let standings = try standings()
    #expect(standings.map("id") == ["a", "c", "b"])
    #expect(standings.map("rank") == [1, 2, 3])
    #expect(standings.map("exact") == ["6", "6", "6"])
    #expect(standings.map("decidedBy") == ["criterion idea", "criterion idea", "criterion idea"])
    #expect(standings[0]["jurors"].map("total") == ["6.0000", "6.0000"])
    let criteria = try office.json("ranking", "show", "--contest", "fair", "--nomination", "wood")[0]["criteria"]
    #expect(criteria.map("weight") == ["60", "40"])
    let text = try laureat.must("ranking", "show", "--contest", "fair", "--lang", "ru").output
    #expect(text.contains("решил критерий «Идея»"))
    #expect(!text.contains("Группа"))
  }

  @Test func `a sheet that comes again replaces the one before, and can be taken back`() throws {
    _ = try office.take(Self.sheets(Self.sheet("1", "j1", "a", 5, 5), Self.sheet("2", "j1", "b", 4, 4)))
    let again = try office.take(
      Self.sheets(Self.sheet("1", "j1", "a", 1, 1), Self.sheet("2", "j1", "b", 4, 4), message: 21))
    #expect(again.verdict["updated"] == 1)
    #expect(again.verdict["unchanged"] == 1)
    #expect(try standings().map("id") == ["b", "a", "c"])
    try laureat.must("undo", "6")
    #expect(try standings().map("id") == ["a", "b", "c"])
    #expect(try laureat("undo", "3").errors.contains("№ 5"))
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a juror who stepped back gives no points`() throws {
    let recusal =
      "<recusal id=\"r\" juror=\"j1\" entry=\"a\"><date>2020-03-30</date><reason>родственник</reason></recusal>"
    let sheets = [Self.sheet("1", "j1", "a", 9, 9), Self.sheet("2", "j1", "b", 1, 1)]
    let taken = try office.take(Self.sheets(sheets[0], sheets[1], recusal))
    // What he gave before counts no more, and what he gives later is refused.
    #expect(taken.status == 0)
    #expect(taken.verdict["diagnostics"].map("code") == ["GC-040-0083"])
    #expect(try standings().map("id") == ["b", "a", "c"])
    #expect(try standings().map("rank") == [1, .null, .null])
    let later = try office.take(Self.sheets(sheets[0], sheets[1], message: 21))
    #expect(later.status == 3)
    #expect(later.verdict["diagnostics"].map("severity") == ["error"])
  }

  @Test(arguments: [
    (sheet("1", "j1", "a", 11, 1), "GC-040-0080"), (sheet("1", "nobody", "a", 1, 1), "GC-050-0004"),
    (sheet("1", "j1", "nobody", 1, 1), "GC-050-0003"),
    (sheet("1", "j1", "a", 1, 1) + sheet("2", "j1", "a", 2, 2), "GC-040-0084"),
  ])
  func `a sheet out of order is refused`(records: String, code: String) throws {
    let count = records.components(separatedBy: "</scoreSheet>").count - 1
    let document = Documents.document(
      "scoreSheets", attributes: " contest=\"fair\"", message: 20, count: count, sender: Documents.city, records)
    let taken = try office.take(document)
    #expect(taken.status == (count == 1 ? 1 : 3))
    #expect(taken.verdict["diagnostics"].map("code").contains(.string(code)), "\(taken.verdict)")
  }

  @Test func `once the results are recorded no points are taken`() throws {
    try laureat.must("contest", "status", "fair", "completed", "--date", "2020-04-05")
    let taken = try office.take(Self.sheets(Self.sheet("1", "j1", "a", 1, 1)))
    #expect(taken.status == 1)
    #expect(taken.verdict["diagnostics"].map("code") == ["GC-010-0009"])
  }

  @Test func `sheets as documents go by the jury's command too, and other documents do not`() throws {
    let document = Self.sheets(Self.sheet("1", "j1", "a", 5, 5))
    try Data(document.utf8).write(to: laureat.folder.appending(path: "sheets.xml"))
    try laureat.must("scores", "import", "sheets.xml", "--preview")
    #expect(try office.json("scores", "list", "--contest", "fair").list.isEmpty)
    let taken = try laureat.must("scores", "import", "sheets.xml", "--json").json()
    #expect(taken[0]["accepted"] == 1)
    #expect(try office.json("scores", "list", "--contest", "fair").list.count == 1)
    try Data(Documents.announcement().utf8).write(to: laureat.folder.appending(path: "announcement.xml"))
    let other = try laureat("scores", "import", "announcement.xml")
    #expect(other.status == 65)
    #expect(other.errors.contains("these are no score sheets"))
    #expect(try laureat("scores", "import", "sheets.xml", "--juror", "j1").status == 64)
  }
}
