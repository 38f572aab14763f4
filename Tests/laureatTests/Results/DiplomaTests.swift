import Foundation
import Testing

/// `laureat diploma`, as what is copied out of its pages shows it.
struct DiplomaTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.samples)
    laureat.environment["LANG"] = "ru_RU.UTF-8"
  }

  /// The text of a page without empty lines.
  private func lines(_ file: String, page: Int = 1) throws -> [String] {
    let text = try laureat.shell("pdftotext -f \(page) -l \(page) \(file) -")
    try #require(text.status == 0, "\(text.errors)")
    return text.output.split(whereSeparator: { $0.isNewline || $0 == "\u{C}" }).map(String.init)
  }

  private func pages(_ file: String) throws -> Int {
    let info = try laureat.shell("pdfinfo \(file)").output
    return try #require(info.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
  }

  // MARK: What stands there

  @Test func `a winner's diploma names degree, holder, leader, contest, work, signatory and number`() throws {
    try laureat.must("diploma", "--contest", "teplo-2020", "--entry", "7", "-o", "a.pdf")
    let lines = try lines("a.pdf")
    #expect(
      Set(lines) == [
        "Администрация города Кемерово", "ДИПЛОМ", "I степени", "награждается", "МБОУ «Средняя",
        "общеобразовательная школа №12»", "Руководитель: Королев Александр Михайлович", "за победу в номинации",
        "«Весна в шахтерском крае»", "муниципального конкурса «Тепло твоих рук»", "Скворечник «Птичья радость»",
        "Председатель жюри", "М. С. Ершова", "М. П.", "15 апреля 2020 г.",
        "Протокол жюри № 1 от 15 апреля 2020 г.", "Диплом № teplo-2020/7-1",
      ])
  }

  @Test func `the parts of a diploma are tagged in the order they are read`() throws {
    try laureat.must("diploma", "--contest", "teplo-2020", "--entry", "7", "-o", "a.pdf")
    let structure = try laureat.shell("pdfinfo -struct-text a.pdf").output
    let order = [
      "Document", "Sect", "Администрация", "H1 (block)", "ДИПЛОМ", "I\u{A0}степени", "H2 (block)",
      "МБОУ «Средняя общеобразовательная школа №12»", "за\u{A0}победу", "Ершова", "Диплом", "Figure",
    ]
    var rest = structure[...]
    for part in order {
      let found = try #require(rest.range(of: part), "\(part) in its place in \(structure)")
      rest = rest[found.upperBound...]
    }
    #expect(try laureat.shell("pdfinfo a.pdf").output.contains("Tagged:          yes"))
  }

  @Test func `an English diploma speaks English around names that stay as they are`() throws {
    try laureat.must("diploma", "--contest", "teplo-2020", "--entry", "7", "--lang", "en", "-o", "a.pdf")
    let lines = try lines("a.pdf")
    for line in [
      "DIPLOMA", "First place", "is awarded to", "“Весна в шахтерском крае”", "15 April 2020", "Chair of the jury",
    ] {
      #expect(lines.contains(line), "\(line) in \(lines)")
    }
  }

  @Test func `a special prize that is a nomination is named once, and no degree is`() throws {
    try laureat.must("diploma", "--contest", "teplo-2020", "--entry", "258", "--prizes", "-o", "a.pdf")
    let lines = try lines("a.pdf")
    #expect(lines.contains("Специальный приз жюри"))
    #expect(!lines.contains { $0.contains("номинации") || $0.contains("степени") })
  }

  // MARK: Who gets one

  @Test func `every place and prize has a page, every participant too`() throws {
    try laureat.must("diploma", "--contest", "teplo-2020", "-o", "winners.pdf")
    #expect(try pages("winners.pdf") == 95)
    let result = try laureat.must(
      "diploma", "--contest", "teplo-2020", "--participants", "--each", "--dry-run", "--json")
    #expect(try result.json().list.count == 1125)
    let counted = try laureat.must("diploma", "--contest", "teplo-2020", "--all", "--dry-run").errors
    #expect(counted.contains("за места 85, за призы 10"))
  }

  @Test func `a place that was revoked brings no diploma, and the others keep their numbers`() throws {
    try laureat.must(
      "winner", "record", "--contest", "teplo-2020", "--entry", "7", "--nomination", "jury-prize", "--prize",
      "Приз за доброту", "--protocol", "2", "--date", "2020-04-20")
    let before = try numbers("--entry", "7")
    #expect(before == ["teplo-2020/7-1", "teplo-2020/7-2"])
    try laureat.must(
      "winner", "revoke", "--contest", "teplo-2020", "--entry", "7", "--place", "1", "--date", "2020-04-25", "--reason",
      "работа снята")
    #expect(try numbers("--entry", "7") == ["teplo-2020/7-2"])
    #expect(try numbers("--protocol", "2") == ["teplo-2020/7-2"])
  }

  private func numbers(_ arguments: String...) throws -> [String] {
    try laureat.run(["diploma", "--contest", "teplo-2020", "--dry-run", "--json"] + arguments).json().list
      .compactMap { $0["number"].string }
  }

  @Test func `people who were erased get none, which is said`() throws {
    try laureat.must(
      "entry", "erase", "teplo-2020/7", "--date", "2020-05-01", "--reason", "отзыв согласия")
    let result = try laureat("diploma", "--contest", "teplo-2020", "--dry-run")
    #expect(result.status == 0)
    #expect(result.errors.contains("GC-040-0272"))
    #expect(result.errors.contains("дипломов: 94"))
    #expect(try laureat("diploma", "--contest", "teplo-2020", "--entry", "7", "-o", "a.pdf").status == 1)
    #expect(!laureat.exists("a.pdf"))
  }

  @Test func `a name in the dative stands as the table gives it`() throws {
    try laureat.write("Заявка;Кому\n7;школе № 12\n", to: "names.csv")
    try laureat.must("diploma", "--contest", "teplo-2020", "--entry", "7", "--names", "names.csv", "-o", "a.pdf")
    let lines = try lines("a.pdf")
    #expect(lines.contains("школе № 12") && lines.contains("вручается"))
    #expect(!lines.contains("награждается"))
  }

  @Test func `a table of names is refused by row and column`() throws {
    try laureat.write("Заявка;Кому\n7;школе № 12\nsnow-2020/1;школе\n8;\n7;лицею\n", to: "names.csv")
    let result = try laureat("diploma", "--contest", "teplo-2020", "--names", "names.csv", "-o", "a.pdf")
    #expect(result.status == 65)
    for place in ["names.csv:3:1", "names.csv:4:2", "names.csv:5:1"] {
      #expect(result.errors.contains(place), "\(place) in \(result.errors)")
    }
    #expect(!laureat.exists("a.pdf"))
  }

  // MARK: Where it goes

  @Test func `the same diplomas are the same file`() throws {
    for file in ["a.pdf", "b.pdf"] {
      try laureat.must("diploma", "--contest", "teplo-2020", "--winners", "-o", file)
    }
    #expect(try laureat.bytes("a.pdf") == laureat.bytes("b.pdf"))
    let printed = try laureat.must("diploma", "--contest", "teplo-2020", "--winners", "-o", "-")
    #expect(try printed.data == laureat.bytes("a.pdf"))
  }

  @Test func `in a folder each diploma is a file named by its number`() throws {
    try laureat.must("diploma", "--contest", "teplo-2020", "--entry", "7", "--all", "--folder", "out/diplomas")
    #expect(try laureat.names(in: "out/diplomas") == ["diploma-teplo-2020-7-1.pdf", "diploma-teplo-2020-7-u1.pdf"])
    #expect(try pages("out/diplomas/diploma-teplo-2020-7-1.pdf") == 1)
  }

  @Test func `each file of a folder is the page of the file of all`() throws {
    let choice = ["--contest", "teplo-2020", "--protocol", "1", "--winners"]
    let numbers = try laureat.run(["diploma", "--dry-run", "--json"] + choice).json().list
      .compactMap { $0["number"].string?.replacing("/", with: "-") }
    try #require(numbers.count == 85)
    try laureat.run(["diploma", "--folder", "each"] + choice)
    try laureat.run(["diploma", "-o", "all.pdf"] + choice)
    #expect(try laureat.names(in: "each") == numbers.map { "diploma-\($0).pdf" }.sorted())
    let files = numbers.map { "each/diploma-\($0).pdf" }.joined(separator: " ")
    for command in ["pdftotext -layout FILE -", "pdfinfo -struct-text FILE | tail -n +2"] {
      let wanted = try laureat.shell(command.replacing("FILE", with: "all.pdf")).output
      #expect(wanted.ranges(of: "ДИПЛОМ").count == 85)
      #expect(
        try laureat.shell("for file in \(files); do \(command.replacing("FILE", with: "$file")); done").output == wanted
      )
    }
  }

  @Test(arguments: DiplomaLook.all)
  func `each file of a folder looks as the page of the file of all`(look: DiplomaLook) throws {
    try laureat.write(look.design, to: "design.json")
    try Data(contentsOf: URL(filePath: Command.sample("designs/birdhouse.png"))).write(
      to: URL(filePath: laureat.path("birdhouse.png")))
    let choice = ["--contest", "teplo-2020", "--entry", "7", "--all", "--design", "design.json"]
    try laureat.run(["diploma", "--folder", "each"] + choice)
    try laureat.run(["diploma", "-o", "all.pdf"] + choice)
    #expect(try laureat.shell("pdftoppm -r 50 all.pdf all").status == 0)
    for (page, number) in ["7-1", "7-u1"].enumerated() {
      let drawn = try laureat.shell("pdftoppm -r 50 -singlefile each/diploma-teplo-2020-\(number).pdf \(number)")
      #expect(drawn.status == 0)
      #expect(try laureat.bytes("\(number).ppm") == laureat.bytes("all-\(page + 1).ppm"))
    }
  }

  @Test func `of the diplomas of a folder that do not fit the first is named`() throws {
    let long = Array(repeating: "очень длинный текст", count: 24).joined(separator: " ")
    let signatories = (1...3).map { #"{"name": "Имя \#($0)", "post": "\#(long)"}"# }.joined(separator: ",")
    try laureat.write(
      #"{"signatories": [\#(signatories)], "texts": {"ru": {"participant": {"purpose": "\#(long)"}}}}"#, to: "long.json"
    )
    for _ in 0..<3 {
      let result = try laureat(
        "diploma", "--contest", "teplo-2020", "--participants", "--design", "long.json", "--folder", "each")
      #expect(result.status == 1)
      #expect(result.errors.contains("GC-040-0271") && result.errors.contains("teplo-2020/1-u1"), "\(result.errors)")
      #expect(!result.errors.contains("teplo-2020/2-u1"))
    }
    #expect(!laureat.exists("each"))
  }

  @Test func `a brace without its like is text`() throws {
    try laureat.write(
      "{\"texts\": {\"ru\": {\"winner\": {\"purpose\": \"} за {{place} место {\"}}}}", to: "design.json")
    try laureat.must("diploma", "--contest", "teplo-2020", "--entry", "7", "--design", "design.json", "-o", "a.pdf")
    #expect(try lines("a.pdf").contains("} за {1 место {"))
  }

  @Test func `where nothing can be written nothing is left`() throws {
    #expect(try laureat("diploma", "--contest", "teplo-2020", "-o", "nowhere/a.pdf").status == 73)
    try laureat.write("", to: "file")
    #expect(try laureat("diploma", "--contest", "teplo-2020", "--folder", "file").status == 73)
    #expect(try laureat.text("file").isEmpty)
  }

  @Test(arguments: [
    (["--contest", "no-such"], 1, "GC-050-0001"), (["--contest", "teplo-2020", "--entry", "9999"], 1, "GC-050-0003"),
    (["--contest", "teplo-2020", "--protocol", "77"], 1, "GC-050-0006"),
    (["--contest", "snow-2020"], 1, "GC-040-0270"),
  ])
  func `what there is no diploma for is said`(arguments: [String], status: Int32, code: String) throws {
    let result = try laureat.run(["diploma"] + arguments + ["-o", "a.pdf"])
    #expect(result.status == status)
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(!laureat.exists("a.pdf"))
  }

  @Test func `a diploma goes to a file or to a folder`() throws {
    #expect(try laureat("diploma", "--contest", "teplo-2020").status == 64)
    #expect(try laureat("diploma", "--contest", "teplo-2020", "-o", "a.pdf", "--folder", "b").status == 64)
    #expect(try laureat("diploma", "--contest", "teplo-2020", "-o", "store.sqlite").status == 64)
  }

  // MARK: Designs

  @Test func `the sample of a design is followed`() throws {
    try laureat.must(
      "diploma", "--contest", "teplo-2020", "--entry", "7", "--design", Command.sample("designs/teplo.json"), "-o",
      "a.pdf")
    let lines = try lines("a.pdf")
    #expect(lines.contains("за победу в городском конкурсе скворечников"))
    #expect(lines.contains("М. С. Ершова"))
    #expect(lines.contains("г. Кемерово, 15 апреля 2020 г."))
    #expect(try laureat.shell("pdfimages -list a.pdf").output.contains("image"))
  }

  @Test(arguments: [
    ("{", "GC-020-0070", "design.json"), ("{\"paper\": \"A3\"}", "GC-030-0070", "paper"),
    ("{\"papier\": \"A4\"}", "GC-030-0070", "papier"), ("{\"stamp\": 1}", "GC-030-0070", "stamp"),
    ("{\"colours\": {\"text\": \"red\"}}", "GC-030-0070", "colours.text"),
    ("{\"signatories\": [{\"post\": \"мэр\"}]}", "GC-030-0070", "signatories[0].name"),
    (
      "{\"texts\": {\"ru\": {\"winner\": {\"purpose\": \"за {place} и {nonsense}\"}}}}", "GC-030-0070",
      "texts.ru.winner.purpose"
    ),
    ("{\"emblem\": \"../emblem.png\"}", "GC-020-0071", "emblem"),
    ("{\"emblem\": \"/etc/passwd\"}", "GC-020-0071", "emblem"),
    ("{\"emblem\": \"design.json\"}", "GC-020-0071", "emblem"), ("{\"emblem\": \"none.png\"}", "GC-020-0071", "emblem"),
  ])
  func `a wrong design is refused with its field`(json: String, code: String, field: String) throws {
    try laureat.write(json, to: "design.json")
    let result = try laureat("diploma", "--contest", "teplo-2020", "--design", "design.json", "-o", "a.pdf")
    #expect(result.status == 65)
    #expect(result.errors.contains(code) && result.errors.contains(field), "\(result.errors)")
    #expect(!laureat.exists("a.pdf"))
  }

  @Test func `an emblem behind a link that leads away is refused`() throws {
    try FileManager.default.createDirectory(atPath: laureat.path("designs"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: laureat.path("designs/emblem.png"), withDestinationPath: Command.sample("designs/birdhouse.png"))
    try laureat.write("{\"emblem\": \"emblem.png\"}", to: "designs/design.json")
    let result = try laureat("diploma", "--contest", "teplo-2020", "--design", "designs/design.json", "-o", "a.pdf")
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0071"))
  }

  @Test(arguments: ["A4", "A5"], ["portrait", "landscape"])
  func `long texts become smaller until they fit, or are refused`(paper: String, orientation: String) throws {
    try laureat.write("{\"paper\": \"\(paper)\", \"orientation\": \"\(orientation)\"}", to: "design.json")
    let name = Array(repeating: "Муниципальное бюджетное образовательное учреждение", count: 3).joined(separator: " ")
    try laureat.write("Заявка;Кому\n7;\(name)\n", to: "names.csv")
    try laureat.must(
      "diploma", "--contest", "teplo-2020", "--entry", "7", "--design", "design.json", "--names", "names.csv", "-o",
      "a.pdf")
    #expect(try lines("a.pdf").joined(separator: " ").contains(name))
    let purpose = Array(repeating: "очень длинный текст", count: 24).joined(separator: " ")
    try laureat.write(
      "{\"paper\": \"\(paper)\", \"orientation\": \"landscape\", \"signatories\": ["
        + (1...3).map {
          "{\"name\": \"Имя \($0)\", \"post\": \"\(purpose)\"}"
        }.joined(separator: ",") + "], \"texts\": {\"ru\": {\"winner\": {\"purpose\": \"\(purpose)\"}}}}",
      to: "design.json")
    let result = try laureat(
      "diploma", "--contest", "teplo-2020", "--entry", "7", "--design", "design.json", "-o", "b.pdf")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-040-0271"))
    #expect(!laureat.exists("b.pdf"))
  }
}

/// A paper with a frame.
struct DiplomaLook: CustomTestStringConvertible {
  let paper: String
  let orientation: String
  let frame: String

  static let all = ["A4", "A5"].flatMap { paper in
    ["portrait", "landscape"].flatMap { orientation in
      ["ornament", "double", "thin", "none"].map { DiplomaLook(paper: paper, orientation: orientation, frame: $0) }
    }
  }

  /// With an emblem, where there is room for one.
  var design: String {
    let emblem = orientation == "portrait" ? #", "emblem": "birdhouse.png""# : ""
    return #"{"paper": "\#(paper)", "orientation": "\#(orientation)", "frame": "\#(frame)"\#(emblem)}"#
  }

  var testDescription: String { "\(paper), \(orientation), \(frame)" }
}
