import Testing

/// The people of an entry, named by a command.
struct NamedParticipantsTests {
  private let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.must("import", "-", input: Documents.announcement())
  }

  /// What the entry's document says of a person, in the order of the schema.
  private static let vera = """
    <person><name>Рао Вера</name><institution>Школа № 5</institution><schoolClass>3 «Б»</schoolClass>\
    <leader>Кузьмина Ольга</leader><contact><phone>+7 900 000-00-00</phone></contact>\
    <representative>Рао Нина</representative></person>
    """
  private static let ivan = "<person><name>Иванов Иван</name><birthDay>2010-01-02</birthDay></person>"

  private func take(_ people: String..., count: Int? = nil, applicant: String? = nil) throws {
    let named = "<participants count=\"\(count ?? people.count)\">\(people.joined())</participants>"
    var application = Documents.application("A").replacing("<submittedAt>", with: named + "<submittedAt>")
    if let applicant {
      application.replace("<group><title>Группа A</title></group>", with: applicant)
    }
    try laureat.must("import", "-", input: Documents.applications(application))
  }

  private func edit(_ arguments: String...) throws -> Command.Result {
    try laureat.run(["entry", "edit", "fair/1"] + arguments)
  }

  /// The entry as its document tells it, without white space between the elements.
  private func document() throws -> String {
    try laureat.must("export", "applications", "--contest", "fair").output
      .replacing(/>\s+</, with: "><")
  }

  private func participants() throws -> String {
    let document = try document()
    return String(try #require(document.firstMatch(of: /<participants.*<\/participants>/)).output)
  }

  @Test func `a birth day is written to whoever is known by name, and everything else stays`() throws {
    try take(Self.vera, Self.ivan, "<person><name>Ли Анна</name></person>")
    #expect(try edit("--participant", "рао  вера, 2011-05-06").status == 0)
    let dated = Self.vera.replacing("</name>", with: "</name><birthDay>2011-05-06</birthDay>")
    let after = try participants()
    #expect(
      after == "<participants count=\"3\">\(dated)\(Self.ivan)<person><name>Ли Анна</name></person></participants>")
    #expect(try edit("--participant", "Рао Вера, 2011-05-06", "--participant", "Ли Анна").status == 0)
    #expect(try participants() == after)
    // A day that was wrong is mended in the same way.
    #expect(try edit("--participant", "Иванов Иван, 2010-02-01").status == 0)
    #expect(try participants() == after.replacing("2010-01-02", with: "2010-02-01"))
  }

  @Test(arguments: [(1, 2), (20, 20)])
  func `a new name is added, and counts where everybody is named`(count: Int, after: Int) throws {
    try take(Self.vera, count: count)
    #expect(try edit("--participant", "Ли Анна, 2012-03-04").status == 0)
    #expect(
      try participants()
        == "<participants count=\"\(after)\">\(Self.vera)<person><name>Ли Анна</name><birthDay>2012-03-04</birthDay></person></participants>"
    )
  }

  @Test func `namesakes are told by their birth days`() throws {
    try take(Self.ivan)
    #expect(
      try edit("--participant", "Иванов Иван, 2012-03-04", "--participant", "Иванов Иван, 2010-01-02").status == 0)
    let both =
      "<participants count=\"2\">\(Self.ivan)\(Self.ivan.replacing("2010-01-02", with: "2012-03-04"))</participants>"
    #expect(try participants() == both)
    let unclear = try edit("--participant", "Иванов Иван, 2013-03-04")
    #expect(unclear.status == 64)
    #expect(!unclear.errors.contains("Иванов"), "\(unclear.errors)")
    #expect(try edit("--remove-participant", "Иванов Иван").status == 64)
    #expect(try participants() == both)
    #expect(try edit("--remove-participant", "Иванов Иван, 2012-03-04").status == 0)
    #expect(try participants() == "<participants count=\"1\">\(Self.ivan)</participants>")
  }

  @Test func `people are removed by name, and unknown ones are a usage error`() throws {
    try take(Self.vera, Self.ivan)
    let unknown = try edit("--remove-participant", "Рао Вера, 2011-05-06")
    #expect(unknown.status == 64)
    #expect(!unknown.errors.contains("Рао"), "\(unknown.errors)")
    #expect(try edit("--remove-participant", "Рао Вера", "--participant", "Рао Вера Павловна").status == 0)
    #expect(
      try participants()
        == "<participants count=\"2\">\(Self.ivan)<person><name>Рао Вера Павловна</name></person></participants>")
    #expect(
      try edit("--remove-participant", "Иванов Иван", "--remove-participant", "Рао Вера Павловна").status == 0)
    #expect(try !document().contains("<participants"))
  }

  @Test func `the applicant named again keeps what is known of him`() throws {
    try take(Self.ivan, applicant: Self.vera)
    #expect(try edit("--person", "Рао Вера", "--birth-day", "2011-05-06").status == 0)
    let dated = Self.vera.replacing("</name>", with: "</name><birthDay>2011-05-06</birthDay>")
    #expect(try document().contains("<applicant>\(dated)</applicant>"))
    #expect(try edit("--person", "Ли Анна").status == 0)
    #expect(try document().contains("<applicant><person><name>Ли Анна</name></person></applicant>"))
  }
}
