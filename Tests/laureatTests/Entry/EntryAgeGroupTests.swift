import Testing

/// The age group that an entry competes in: under its announced title, by what is told of its people, or missing.
struct EntryAgeGroupTests {
  private let office: Office

  /// Of four entries one writes its group in another case, one tells a birth day alone, and one tells nothing.
  init() throws {
    office = try Office("city", title: "Администрация города")
    let wood = "<nomination id=\"wood\"><title>Дерево</title>"
    let groups = """
      <ageGroup minimum="7" maximum="10">Младшие</ageGroup><ageGroup minimum="11" maximum="14">Старшие</ageGroup>
      """
    let jury = """
      <criterion id="idea" maximum="10"><title>Идея</title></criterion>
      <juror id="j1" role="chair"><name>Председатель</name></juror>
      <rules><placesByAgeGroup>true</placesByAgeGroup></rules>
      """
    _ = try office.take(Documents.announcement(rules: jury).replacing(wood, with: wood + groups))
    try #require(try office.take(applications(message: 2)).status == 0)
  }

  private func applications(message: Int) -> String {
    func grouped(_ id: String, _ group: String) -> String {
      Documents.application(id).replacing("<applicant>", with: "<ageGroup>\(group)</ageGroup><applicant>")
    }
    // Eight years old on the day of submission, and eleven soon after.
    let born =
      "<participants count=\"1\"><person><name>Юн Ив</name><birthDay>2011-05-06</birthDay></person></participants>"
    let told = Documents.application("c").replacing("<submittedAt>", with: born + "<submittedAt>")
    return Documents.applications(
      grouped("a", "МЛАДШИЕ"), grouped("b", "Младшие"), told, Documents.application("d"), message: message)
  }

  /// The groups of the entries in their order, as the table of them has it.
  private func groups(_ office: Office? = nil) throws -> [String] {
    let laureat = (office ?? self.office).laureat
    try laureat.must("entry", "list", "--contest", "fair", "-o", "list.csv")
    let rows = try laureat.text("list.csv").split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let column = try #require(rows.first?.firstIndex { $0.hasSuffix("Age group") }, "\(rows)")
    return rows.dropFirst().map { $0.indices.contains(column) ? $0[column] : "?" }
  }

  private func score() throws {
    let sheets = [("a", 9), ("b", 8), ("c", 7), ("d", 6)].map { entry, points in
      """
      <scoreSheet id="s-\(entry)" juror="j1" entry="\(entry)"><date>2020-04-01</date>
      <points criterion="idea">\(points)</points></scoreSheet>
      """
    }
    let taken = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 20, count: sheets.count, sender: Documents.city,
        sheets.joined()))
    try #require(taken.status == 0, "\(taken.verdict)")
  }

  private func record() throws -> Command.Result {
    try office.laureat(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "4", "--date", "2020-04-05", "--lang", "ru")
  }

  @Test func `a group is kept under its announced title, and follows from a birth day where none is stated`() throws {
    #expect(try groups() == ["Младшие", "Младшие", "Младшие", ""])
    // What the sender says again is no other version.
    let again = try office.take(applications(message: 3))
    #expect(again.status == 0)
    #expect(again.verdict["unchanged"] == 4, "\(again.verdict)")
  }

  @Test func `a typed group is kept under its announced title too`() throws {
    try office.laureat.must("entry", "edit", "fair/4", "--age-group", "старшие")
    #expect(try groups() == ["Младшие", "Младшие", "Младшие", "Старшие"])
    let unknown = try office.laureat("entry", "edit", "fair/4", "--age-group", "взрослые")
    #expect(unknown.errors.contains("GC-040-0008"), "\(unknown.errors)")
  }

  @Test func `who is in no group is named at admission, and gets no place until a group is given`() throws {
    let admitted = try office.laureat(
      "entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25", "--lang", "ru")
    #expect(admitted.status == 0)
    #expect(admitted.errors.contains("GC-040-0009") && admitted.errors.contains("fair/4"), "\(admitted.errors)")
    #expect(!admitted.errors.contains("fair/3"))
    try score()
    let typed = try office.laureat(
      "winner", "record", "--contest", "fair", "--entry", "4", "--place", "1", "--protocol", "3", "--date",
      "2020-04-05")
    #expect(typed.status == 1)
    #expect(typed.errors.contains("GC-040-0009"), "\(typed.errors)")
    let refused = try record()
    #expect(refused.status == 1)
    #expect(refused.errors.contains("laureat entry edit fair/4 --age-group"), "\(refused.errors)")
    #expect(try office.json("winner", "list", "--contest", "fair") == [])
    #expect(
      try office.laureat("winner", "propose", "--contest", "fair").errors.contains("GC-040-0009"))

    try office.laureat.must("entry", "edit", "fair/4", "--age-group", "Старшие")
    let recorded = try record()
    #expect(recorded.status == 0, "\(recorded.errors)")
    // One first place for all who are young, however their group was written.
    #expect(
      try office.json("winner", "list", "--contest", "fair").list.map {
        "\($0["entry"].string ?? "") \($0["place"].int ?? 0)"
      }
      .sorted() == ["fair/1 1", "fair/2 2", "fair/4 1"])
    #expect(try office.laureat("doctor").status == 0)
  }

  @Test func `who is erased keeps the group that ages gave`() throws {
    try office.laureat.must("entry", "erase", "fair/3", "--date", "2020-04-01", "--reason", "отзыв согласия")
    #expect(try groups()[2] == "Младшие")
  }

  @Test func `groups that are announced after the entries came are noted at admission`() throws {
    let other = try Office("town", title: "Посёлок")
    _ = try other.take(Documents.announcement())
    _ = try other.take(applications(message: 2).replacing("МЛАДШИЕ", with: "младшие"))
    try other.laureat.must(
      "contest", "edit", "fair", "--age-group", "wood:7-10=Младшие", "--age-group", "wood:11-14=Старшие",
      "--places-by-age-group")
    #expect(try groups(other) == ["младшие", "Младшие", "", ""])
    try other.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
    #expect(try groups(other) == ["Младшие", "Младшие", "Младшие", ""])
  }
}
