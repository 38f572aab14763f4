import Foundation
import Testing

/// The golden documents of the format, and what a store tells of them.
enum Golden {
  private static let folder = Command.root.appending(path: "Tests/Golden/1.0")
  static let contest = "ptichiy-dom-2025"

  static let documents = ["", "as-others-write/"].flatMap { part in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { part + $0 }
  }

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  /// The records of a document as they are written, by their identifiers.
  static func records(_ name: String, in document: String) -> [String: String] {
    var records: [String: String] = [:]
    var open: (id: String, text: String)?
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if let id = line.firstMatch(of: /^  <(\w+) id="([^"]*)"/), id.1 == name { open = (String(id.2), "") }
      open?.text += line + "\n"
      guard let record = open, line == "  </\(name)>" else { continue }
      records[record.id] = record.text
      open = nil
    }
    return records
  }

  // MARK: A store

  static let sentFirst = [
    "announcement.xml", "announcement-higher.xml", "portfolio.xml", "applications-1.xml", "applications-2.xml",
    "applications-trial.xml",
  ]

  static let afterAdmission = [
    "score-sheets.xml", "results-own.xml", "results-regional.xml", "results-national.xml", "results-interregional.xml",
    "results-photo.xml",
  ]

  /// Points are given to entries that compete, so the office admits them in between, as its protocol will say.
  @discardableResult
  static func fill(_ laureat: Command) throws -> (Command.Result, Command.Result) {
    laureat.environment["LAUREAT_ACTOR"] = "office"
    let ourselves = ["verkhneozersk-administration", "Администрация Верхнеозёрского городского округа"]
    try laureat.must("organisation", "self", "--id", ourselves[0], "--title", ourselves[1], "--inn", "4299000604")
    for (id, title) in [
      ("shkola-4", "МБОУ «Школа № 4» города Верхнеозёрска"),
      ("oblast-ecology-commission", "Областная комиссия по экологическому воспитанию"),
      ("verkhneozersk-social-centre", "МБУ «Центр социальной помощи семье и детям»"),
      ("dobroe-nachalo", "Благотворительный фонд «Доброе начало»"),
    ] {
      try laureat.must("organisation", "add", "--id", id, "--title", title)
    }
    let first = try laureat.must(["import", "--json"] + sentFirst.map(path))
    let day = ["--date", "2025-03-04"]
    try laureat.must(
      ["entry", "refuse", "\(contest)/5", "--reason", "положение допускает только домики из дерева"] + day)
    try laureat.must(["entry", "admit", "--contest", contest, "--all"] + day)
    return (first, try laureat.must(["import", "--json"] + afterAdmission.map(path)))
  }

  // MARK: What it tells

  struct Question: CustomTestStringConvertible, Sendable {
    let file: String
    let arguments: [String]

    init(_ arguments: String..., as file: String? = nil) {
      self.arguments = arguments
      self.file = file ?? arguments.prefix(2).joined(separator: "-")
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let questions = [
    Question("contest", "list"), Question("contest", "show", contest), Question("entry", "list", "--contest", contest),
    Question("entry", "show", "\(contest)/1"), Question("entry", "show", "\(contest)/6", as: "entry-show-erased"),
    Question("winner", "list", "--contest", contest), Question("ranking", "show", "--contest", contest),
    Question("scores", "list", "--contest", contest), Question("funder", "list"), Question("grant", "list"),
    Question("grant", "show", "ruka-druga-2024"), Question("report", "year", "--year", "2025"),
    Question("organisation", "list"), Question("message", "list"), Question("history"),
  ]

  /// Looks for what is kept in a new answer, which may tell more. The moments at which an answer was made, and what is
  /// derived from those, are not kept.
  static func expect(_ answer: Data, tells name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["REGENERATE_GOLDEN"] == "1" {
      let json = timeless(try JSONSerialization.jsonObject(with: answer))
      let kept = try JSONSerialization.data(
        withJSONObject: json, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      try (kept + Data("\n".utf8)).write(to: file)
    }
    let told = try JSONDecoder().decode(Value.self, from: answer)
    let kept = try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
    #expect(kept.missing(in: told) == [], "\(name) has changed", sourceLocation: sourceLocation)
  }

  private static func timeless(_ json: Any) -> Any {
    if let list = json as? [Any] { return list.map(timeless) }
    guard let object = json as? [String: Any] else { return json }
    var timeless = object.filter { !["at", "receivedAt", "hash", "previous"].contains($0.key) }.mapValues(timeless)
    // People are erased on the day on which they are asked for it.
    if var erasure = timeless["erased"] as? [String: Any] {
      erasure["date"] = nil
      timeless["erased"] = erasure
    }
    return timeless
  }

  // MARK: What it sends

  /// How what we send was answered.
  struct Answer: CustomTestStringConvertible, Sendable {
    let receipt: String
    let sending: [String]
    let status: String
    var accepted: Int
    var rejected = 0

    var testDescription: String { receipt }
  }

  private static let to = ["--to", "oblast-ecology-commission"]

  // Who says “duplicate” took it before.
  static let answers = [
    Answer(
      receipt: "announcement", sending: ["export", "announcement", "--contest", contest] + to, status: "accepted",
      accepted: 0),
    Answer(
      receipt: "applications", sending: ["export", "applications", "--contest", contest], status: "partial",
      accepted: 8, rejected: 1),
    Answer(
      receipt: "results", sending: ["export", "results", "--contest", contest], status: "acceptedWithWarnings",
      accepted: 10),
    Answer(
      receipt: "portfolio", sending: ["export", "grants", "--funder", "dobroe-nachalo"], status: "accepted",
      accepted: 2),
    Answer(
      receipt: "grant-report", sending: ["report", "grant", "ruka-druga-2024", "--year", "2024", "--format", "xml"],
      status: "accepted", accepted: 1),
  ]
}

extension PreparedStore {
  /// The office that the golden documents were written for.
  static let golden = PreparedStore { try Golden.fill($0) }
}
