import Testing

/// Nobody may win twice, and people are known again by name and birth day.
struct OneWinIdentityTests {
  private let laureat: Command

  init() throws {
    laureat = try Command()
    let rules = """
      <criterion id="idea" weight="100" maximum="10"><title>Идея</title></criterion>
      <juror id="j1" role="chair"><name>Председатель</name></juror>
      <rules><oneWinPerParticipant>true</oneWinPerParticipant></rules>
      """
    try laureat.must("import", "-", input: Documents.announcement(rules: rules))
  }

  private func add(_ more: String...) throws -> Command.Result {
    try laureat.run(
      [
        "entry", "add", "--contest", "fair", "--title", "Шкатулка", "--date", "2020-03-10", "--processing-consent",
      ] + more)
  }

  @Test func `participants who cannot be known again are told of once, with their entries`() throws {
    #expect(try add("--nomination", "wood", "--person", "Иванов Иван").status == 0)
    #expect(try add("--nomination", "clay", "--person", "Иванов Иван").status == 0)
    #expect(try add("--nomination", "clay", "--group", "Семья Рао").status == 0)
    #expect(
      try add("--nomination", "clay", "--group", "Класс", "--participant", "Рао Вера, 2011-05-06").status == 0)
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-01")
    let proposed = try laureat("winner", "propose", "--contest", "fair", "--lang", "ru")
    #expect(proposed.status == 0)
    #expect(proposed.errors.matches(of: /GC-040-0052/).count == 1, "\(proposed.errors)")
    #expect(proposed.errors.contains("заявок, где их не хватает: 3 (fair/1, fair/2, fair/3)"), "\(proposed.errors)")
    for (entry, isHidden) in [("1", true), ("4", false)] {
      let typed = try laureat(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", "1", "--protocol", "3", "--date",
        "2020-04-10", "--dry-run")
      #expect(typed.status == 0, "\(typed.errors)")
      #expect(typed.errors.contains("GC-040-0052") == isHidden, "\(typed.errors)")
    }
  }

  @Test func `a typed birth day makes a participant known again`() throws {
    #expect(
      try add("--nomination", "wood", "--person", "Иванов Иван", "--birth-day", "2011-05-06").status == 0)
    #expect(
      try add(
        "--nomination", "clay", "--group", "Семья", "--participant", "Иванов  Иван, 2011-05-06", "--participant",
        "Иванова Анна"
      ).status == 0)
    #expect(try laureat.must("entry", "show", "fair/2", "--json").json()["participants"] == 2)
    #expect(try add("--nomination", "clay", "--person", "Иванов Иван").status == 0)
    try laureat.must("entry", "edit", "fair/3", "--birth-day", "2011-05-06")
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-01")
    let record = ["winner", "record", "--contest", "fair", "--protocol", "3", "--date", "2020-04-10", "--place", "1"]
    try laureat.must(record + ["--entry", "1"])
    for entry in ["2", "3"] {
      let twice = try laureat.run(record + ["--entry", entry])
      #expect(twice.status == 1)
      #expect(twice.errors.contains("GC-040-0048"), "\(twice.errors)")
    }
  }

  @Test(arguments: [
    ["--group", "Семья", "--birth-day", "2011-05-06"], ["--group", "Семья", "--participant", "Иванов, позавчера"],
    ["--group", "Семья", "--participant", ", 2011-05-06"],
  ])
  func `a birth day that belongs to nobody, or is none, is a usage error`(arguments: [String]) throws {
    let refused = try laureat.run(
      [
        "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Шкатулка", "--date", "2020-03-10",
        "--processing-consent",
      ] + arguments)
    #expect(refused.status == 64, "\(refused.errors)")
    #expect(try laureat.must("entry", "list", "--json").json().list.isEmpty)
  }

  @Test func `the birth day of an applicant that is no person is refused`() throws {
    #expect(try add("--nomination", "wood", "--group", "Семья").status == 0)
    let refused = try laureat("entry", "edit", "fair/1", "--birth-day", "2011-05-06")
    #expect(refused.status == 64)
  }
}
