import Foundation
import GoldenPages
import Testing

/// The minutes of a judged contest as they stood when somebody last looked at them, on screen, on paper and as the
/// document that proves them. `REGENERATE_GOLDEN=1 swift test --filter ProtocolGolden` rewrites them.
///
/// In one nomination a criterion decides between equals, and the chair between others; in the other a place is withheld
/// and a juror stepped back; in the third there are too few entries. A member is absent, and two entries were refused.
struct ProtocolGoldenTests {
  private let laureat: Command

  init() throws {
    laureat = try Command(.goldenJury)
  }

  @Test(arguments: ["ru", "en"])
  func `the minutes look as they were approved`(language: String) throws {
    for (format, ending) in [("text", "txt"), ("html", "html")] {
      let made = try laureat.must(
        "protocol", "--contest", "fair", "--by-juror", "--format", format, "--lang", language)
      try expect(made.data, is: "protocol.\(language).\(ending)")
    }
    try laureat.must(
      "protocol", "--contest", "fair", "--by-juror", "--format", "pdf", "-o", "p.pdf", "--lang", language)
    try expect(laureat.shell("pdftotext -enc UTF-8 -layout p.pdf -").data, is: "protocol.\(language).pdf.txt")
  }

  /// All but when it was made and by which version.
  @Test func `the proof of the minutes is as it was approved`() throws {
    let made = try laureat.must("export", "results", "--contest", "fair").output
    let text =
      made.replacing(#/<messageID>[^<]*</#, with: "<messageID>…<").replacing(
        #/<createdAt>[^<]*</#, with: "<createdAt>…<"
      )
      .replacing(#/<software>[^<]*</#, with: "<software>…<")
    try expect(Data(text.utf8), is: "protocol.xml")
    try laureat.write(made, to: "results.xml")
    try laureat.must("verify", "results.xml")
  }

  private func expect(_ made: Data, is name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Command.root.appending(path: "Tests/laureatTests/Golden/\(name)")
    let text = String(decoding: made, as: UTF8.self)
    let isPage = name.hasSuffix(".html")
    if ProcessInfo.processInfo.environment["REGENERATE_GOLDEN"] == "1" {
      try Data((isPage ? GoldenPage.shortened(text) : text).utf8).write(to: file)
      return
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(
      text == (isPage ? try GoldenPage.whole(golden) : golden), "\(name) has changed", sourceLocation: sourceLocation)
  }
}

extension PreparedStore {
  fileprivate static let goldenJury = PreparedStore { laureat in
    func juror(_ id: String, _ role: String, _ name: String, _ post: String) -> String {
      "<juror id=\"\(id)\" role=\"\(role)\"><name>\(name)</name><post>\(post)</post></juror>"
    }
    let jury =
      """
      <criterion id="idea" weight="60" maximum="10"><title>Замысел</title></criterion>
      <criterion id="work" weight="40" maximum="10"><title>Исполнение</title></criterion>
      """ + juror("j1", "chair", "Первова Анна Ильинична", "директор музея")
      + juror("j2", "deputy", "Второв Пётр Олегович", "художник")
      + juror("j3", "member", "Третьякова Ольга Юрьевна", "мастер")
      + juror("s1", "secretary", "Секретарёва Нина Львовна", "методист")
    let rules = """
      <rules><aggregation>mean</aggregation><tieBreak>criterionOrder</tieBreak><tieBreak>chair</tieBreak>\
      <quorum>1/2</quorum><minimumEntries>2</minimumEntries></rules>
      """
    let third = "<nomination id=\"stone\"><title>Камень</title></nomination>"
    let announcement = Documents.announcement(rules: jury + rules).replacing(
      "<nomination id=\"jury\"", with: third + "<nomination id=\"jury\""
    ).replacing(
      "II степени</title></prize>",
      with: "II степени</title></prize><prize rank=\"3\"><title>Диплом III степени</title></prize>")
    let entries = [
      ("a", "wood", "Шкатулка «Весна»"), ("b", "wood", "Скворечник"), ("c", "wood", "Ложка"), ("d", "wood", "Сундук"),
      ("e", "clay", "Свистулька"), ("f", "clay", "Кувшин"), ("g", "clay", "Крынка"), ("h", "stone", "Пирамида"),
      ("i", "wood", "Поднос"), ("k", "clay", "Ваза"),
    ]
    // Entry, and the points for idea and work of each juror.
    let points = [
      "a 9 6 9 6 9 6", "b 7 9 7 9 7 9", "c 6 6 6 6 6 6", "d 6 6 6 6 6 6", "e 8 9 9 9 - -", "f 5 5 6 6 7 7",
      "g 4 4 4 4 4 4",
      "h 9 9 9 9 9 9",
    ]
    var sheets: [String] = []
    for line in points.map({ $0.split(separator: " ").map(String.init) }) {
      for (index, juror) in ["j1", "j2", "j3"].enumerated() where line[1 + 2 * index] != "-" {
        sheets.append(
          """
          <scoreSheet id="\(juror)-\(line[0])" juror="\(juror)" entry="\(line[0])"><date>2020-04-01</date>
          <points criterion="idea">\(line[1 + 2 * index])</points>
          <points criterion="work">\(line[2 + 2 * index])</points></scoreSheet>
          """)
      }
    }
    sheets.append(
      "<recusal id=\"r\" juror=\"j3\" entry=\"e\"><date>2020-03-30</date><reason>ученик</reason></recusal>")
    try laureat.must("organisation", "self", "--id", "city", "--title", "Администрация города")
    try laureat.write(announcement, to: "announcement.xml")
    try laureat.write(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: entries.count, sender: Documents.city,
        entries.map { Documents.application($0.0, nomination: $0.1, title: $0.2) }.joined()), to: "applications.xml")
    try laureat.write(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 3, count: sheets.count, sender: Documents.city,
        sheets.joined()), to: "sheets.xml")
    try laureat.must("import", "announcement.xml", "applications.xml")
    try laureat.must(
      "entry", "refuse", "fair/9", "fair/10", "--date", "2020-03-25", "--reason", "работа не представлена")
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
    try laureat.must("import", "sheets.xml")
    try laureat.must(
      "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "chair", "--order", "4,3", "--reason",
      "сложность работы", "--date", "2020-04-04")
    try laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--absent", "j2", "--withhold", "clay/1", "--protocol", "4",
      "--date", "2020-04-05")
    try laureat.must(
      "protocol", "approve", "--contest", "fair", "--protocol", "4", "--title", "Распоряжение", "--number", "112-р",
      "--date", "2020-04-06")
  }
}
