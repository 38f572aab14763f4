import Testing

/// A protocol stays proved when a person behind it is erased, where nobody may win twice.
struct ErasureOfWinnersTests {
  private let office: Office
  private var laureat: Command { office.laureat }

  /// Аграфена stands behind `a` in wood and `c` in clay; her points are the best in both.
  init() throws {
    office = try Office("city", title: "Администрация города")
    let jury = """
      <criterion id="idea" maximum="10"><title>Идея</title></criterion>
      <juror id="j1" role="chair"><name>Председатель</name></juror>
      <rules><oneWinPerParticipant>true</oneWinPerParticipant></rules>
      """
    _ = try office.take(Documents.announcement(rules: jury))
    let person = """
      <participants count="1"><person><name>Зарубина Аграфена</name><birthDay>2011-05-06</birthDay></person></participants>
      """
    let records = [("a", "wood", true), ("b", "wood", false), ("c", "clay", true), ("d", "clay", false)].map {
      id, nomination, isHers in
      Documents.application(id, nomination: nomination, participants: 1)
        .replacing("<participants count=\"1\"/>", with: isHers ? person : "<participants count=\"1\"/>")
    }
    _ = try office.take(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: 4, records.joined(separator: "\n")))
    try office.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
    let sheets = [("a", 9), ("b", 5), ("c", 9), ("d", 4)].map { entry, points in
      """
      <scoreSheet id="\(entry)" juror="j1" entry="\(entry)"><date>2020-04-01</date>
      <points criterion="idea">\(points)</points></scoreSheet>
      """
    }
    _ = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 3, count: 4, sender: Documents.city,
        sheets.joined(separator: "\n")))
  }

  private func winners() throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string ?? "") \(winner["place"].int ?? 0)"
    }
  }

  private func expectProof(_ profiles: [String] = ["full", "pseudonymised", "public"]) throws {
    for profile in profiles {
      try laureat.must("export", "results", "--contest", "fair", "--profile", profile, "-o", "\(profile).xml")
      let verdict = try laureat("verify", "\(profile).xml")
      #expect(verdict.status == 0, "\(profile): \(verdict.errors)")
    }
  }

  private func shared() throws -> Int {
    try laureat.text("full.xml").matches(of: /<sharedParticipant>1<\/sharedParticipant>/).count
  }

  @Test(arguments: [["fair/1"], ["fair/3"], ["fair/1", "fair/3"]])
  func `the proof survives the erasure of whoever won, and of whoever was passed over`(entries: [String]) throws {
    try laureat.must("winner", "record", "--contest", "fair", "--all", "--protocol", "4", "--date", "2020-04-05")
    #expect(try winners() == ["fair/1 1", "fair/2 2", "fair/4 1"])
    try expectProof()
    #expect(try shared() == 2)
    for entry in entries { try laureat.must("entry", "erase", entry, "--reason", "отозвано согласие") }
    try expectProof()
    #expect(try shared() == 2)
    #expect(try !laureat.text("full.xml").contains("Зарубина") || entries.count == 1)
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `winners that were typed one by one stay proved too`() throws {
    for (entry, place) in [("a", "1"), ("b", "2")] {
      try laureat.must(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", "3", "--date",
        "2020-04-05")
    }
    try laureat.must("entry", "erase", "fair/1", "--reason", "отозвано согласие")
    // What she won still counts: the rules give her nothing more.
    let twice = try laureat(
      "winner", "record", "--contest", "fair", "--entry", "c", "--place", "1", "--protocol", "4", "--date", "2020-04-05"
    )
    #expect(twice.status == 1)
    #expect(twice.errors.contains("GC-040-0048"), "\(twice.errors)")
    let proposal = try office.json("winner", "propose", "--contest", "fair")
    #expect(proposal.list.last?["awards"].map("id") == ["d"])
    try laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "d", "--place", "1", "--protocol", "4", "--date", "2020-04-05"
    )
    for number in ["3", "4"] {
      try laureat.must("export", "results", "--contest", "fair", "--protocol", number, "-o", "\(number).xml")
      let verdict = try laureat("verify", "\(number).xml")
      #expect(verdict.status == 0, "\(number): \(verdict.errors)")
    }
  }

  @Test func `taking the places back takes the numbers back`() throws {
    try laureat.must("winner", "record", "--contest", "fair", "--all", "--protocol", "4", "--date", "2020-04-05")
    let event = try #require(try office.json("history").list.last?["id"].int)
    try laureat.must("undo", String(event))
    try laureat.must("entry", "withdraw", "fair/3", "--reason", "по просьбе", "--date", "2020-04-03")
    try laureat.must("winner", "record", "--contest", "fair", "--all", "--protocol", "4", "--date", "2020-04-05")
    try expectProof(["full"])
    #expect(try shared() == 0)
  }
}
