import Testing

/// A contest with more entries in one nomination than Schulze's method puts in order, and one entry in another.
struct AggregationLimitTests {
  private static let entries = (1...2_001).map { "e\($0)" }
  private let office: Office
  private var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
  }

  private func begin(_ aggregation: String) throws {
    let rules = """
      <criterion id="idea" maximum="10"><title>Идея</title></criterion>
      <juror id="j1" role="chair"><name>Председатель</name></juror>
      <rules><aggregation>\(aggregation)</aggregation></rules>
      """
    _ = try office.take(Documents.announcement(rules: rules))
    let applications =
      Self.entries.map { Documents.application($0) } + [Documents.application("pot", nomination: "clay")]
    _ = try office.take(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: applications.count,
        applications.joined(separator: "\n")))
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
  }

  private func score(_ entries: [String], message: Int) throws {
    let sheets = entries.map { entry in
      """
      <scoreSheet id="s-\(entry)" juror="j1" entry="\(entry)"><date>2020-04-01</date>
      <points criterion="idea">\(entry == "e1" ? 9 : 5)</points></scoreSheet>
      """
    }
    let taken = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: message, count: sheets.count, sender: Documents.city,
        sheets.joined(separator: "\n")))
    try #require(taken.status == 0, "\(taken.verdict)")
  }

  @Test func `before the jury begins, another way of counting is chosen`() throws {
    try begin("mean")
    let refused = try laureat.run(["contest", "edit", "fair", "--aggregation", "schulze", "--lang", "en"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-040-0321"))
    #expect(refused.errors.contains("here 2001 compete"))
    #expect(refused.errors.contains("contest edit fair --aggregation"))
    try laureat.must("entry", "withdraw", "fair/7", "--date", "2020-03-26", "--reason", "по просьбе заявителя")
    try laureat.must("contest", "edit", "fair", "--aggregation", "schulze")
  }

  @Test func `what was announced too large hinders no other change, and is put right`() throws {
    try begin("schulze")
    try laureat.must("contest", "edit", "fair", "--title", "Ярмарка идей")
    try laureat.must("contest", "edit", "fair", "--aggregation", "borda")
  }

  @Test func `once there are points, only what is scored counts, and the jury decides where it is too much`() throws {
    try begin("schulze")
    try score(["e1", "e2", "pot"], message: 3)
    let few = try laureat.must("ranking", "show", "--contest", "fair", "--nomination", "wood", "--json").json()
    #expect(few[0]["standings"][0]["id"] == "e1")
    try score(Array(Self.entries.dropFirst(2)), message: 4)
    for command in [
      ["ranking", "show", "--contest", "fair"],
      ["winner", "record", "--contest", "fair", "--all", "--protocol", "1", "--date", "2020-04-05"],
    ] {
      let result = try laureat.run(command + ["--lang", "en"])
      #expect(result.status == 1)
      #expect(result.errors.contains("here 2001 are scored"))
      #expect(result.errors.contains("winner record --contest fair --entry"))
      #expect(!result.errors.contains("contest edit"))
    }
    // The other nomination has its order.
    try laureat.must("ranking", "show", "--contest", "fair", "--nomination", "clay")
    let proposed = try laureat.run(["winner", "propose", "--contest", "fair", "--json", "--lang", "en"])
    #expect(proposed.errors.contains("GC-040-0321"))
    #expect(try proposed.json().map("nomination") == ["clay"])
    // What is advised can be done.
    try laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "1", "--place", "1", "--protocol", "1", "--date",
      "2020-04-05")
    try laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    let proof = try laureat.run(["verify", laureat.path("results.xml"), "--lang", "en"])
    #expect(proof.status == 1)
    #expect(proof.errors.contains("signed protocol"))
  }
}
