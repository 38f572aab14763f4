import Testing

/// A contest of two nominations with a jury of two and a secretary, whose entries are admitted.
struct JudgedContest {
  let office: Office
  private var message = 20

  /// Four entries in «wood», a to d from the best down, and one in «clay», all of them scored by both jurors.
  static func scoredInOrder() throws -> JudgedContest {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "clay"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 6 6", "j2 d 6 6", "j1 e 5 5",
      "j2 e 5 5")
    return contest
  }

  /// - Parameters:
  ///   - rules: The content of the contest's rules.
  ///   - entries: Identifiers by nomination.
  ///   - groups: The age groups of entries in «wood», which has two then: «Младшие» and «11–14 лет».
  ///   - people: The one participant of an entry, by name; the others name nobody.
  init(
    rules: String = "", entries: KeyValuePairs<String, String>, groups: [String: String] = [:],
    people: [String: String] = [:]
  ) throws {
    office = try Office("city", title: "Администрация города")
    let jury = """
      <criterion id="idea" weight="60" maximum="10"><title>Идея</title></criterion>
      <criterion id="work" weight="40" maximum="10"><title>Исполнение</title></criterion>
      <juror id="j1" role="chair"><name>Председатель</name></juror>
      <juror id="j2" role="member"><name>Член жюри</name></juror>
      <juror id="sec" role="secretary"><name>Секретарь</name></juror><rules>\(rules)</rules>
      """
    let wood = "<nomination id=\"wood\"><title>Дерево</title>"
    let ageGroups = """
      <ageGroup minimum="7" maximum="10">Младшие</ageGroup><ageGroup minimum="11" maximum="14">11–14 лет</ageGroup>
      """
    let announcement = Documents.announcement(rules: jury)
    _ = try office.take(groups.isEmpty ? announcement : announcement.replacing(wood, with: wood + ageGroups))
    let records = entries.map { entry in
      let group = groups[entry.key].map { "<ageGroup>\($0)</ageGroup>" } ?? ""
      let application = Documents.application(entry.key, nomination: entry.value)
        .replacing("<applicant>", with: group + "<applicant>")
      guard let name = people[entry.key] else { return application }
      let person = "<person><name>\(name)</name><birthDay>2011-05-06</birthDay></person>"
      return application.replacing(
        "<submittedAt>", with: "<participants count=\"1\">\(person)</participants><submittedAt>")
    }.joined(separator: "\n")
    _ = try office.take(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: entries.count, records))
    try office.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
  }

  /// Takes sheets in.
  ///
  /// - Parameter points: For each sheet «juror entry idea work».
  mutating func score(_ points: String...) throws {
    let sheets = points.map { line in
      let parts = line.split(separator: " ")
      return """
        <scoreSheet id="\(parts[0])-\(parts[1])" juror="\(parts[0])" entry="\(parts[1])"><date>2020-04-01</date>
        <points criterion="idea">\(parts[2])</points><points criterion="work">\(parts[3])</points></scoreSheet>
        """
    }
    message += 1
    let taken = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: message, count: sheets.count, sender: Documents.city,
        sheets.joined(separator: "\n")))
    try #require(taken.status == 0, "\(taken.verdict)")
  }

  /// The places as «nomination entry place prize».
  func winners() throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      ["nomination", "entry", "place", "prize"].map { key in
        winner[key].string ?? winner[key].int.map(String.init) ?? "—"
      }.joined(separator: " ")
    }
  }

  /// Records what the rules give.
  func record(_ more: String...) throws -> Command.Result {
    try office.laureat.run(
      ["winner", "record", "--contest", "fair", "--all", "--protocol", "4", "--date", "2020-04-05"] + more)
  }
}
