import Foundation
import Testing

/// Names, phones and birth days stay out of messages, verdicts and receipts.
struct PrivacyTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
  }

  /// What a broken sample says of people.
  private static func personal(in file: String) -> Set<String> {
    guard let text = try? String(contentsOf: Samples.broken.appending(path: file), encoding: .utf8) else { return [] }
    let fields = text.matches(
      of: #/<(?:name|leader|representative|phone|email|address|birthDay)>\s*([^<]+?)\s*</#)
    let groups = text.matches(of: #/<group>\s*<title>\s*([^<]+?)\s*</#)
    return Set((fields.map(\.1) + groups.map(\.1)).map(String.init).filter { $0.count > 3 })
  }

  @Test(arguments: Samples.expected)
  func `nothing personal of a broken sample is in what the command says`(expected: Samples.Expected) throws {
    let personal = Self.personal(in: expected.files.last ?? "")
    for arguments in [["--json"], ["--lang", "ru"]] where !personal.isEmpty {
      let result = try laureat.run([expected.command] + expected.files + arguments, in: Samples.broken)
      for value in personal {
        #expect(!result.output.contains(value))
        #expect(!result.errors.contains(value))
      }
    }
  }

  static let secrets = [
    "Тайнова Мария Петровна", "2011-05-06", "+7 900 111-22-33", "secret@example.org", "ул. Тайная, 5",
  ]

  /// A person, in an application that fails for the reason given.
  private static func application(_ change: (String) -> String) -> String {
    change(
      """
      <application id="p"><nomination>wood</nomination><title>Секретная шкатулка</title>
      <applicant><person><name>Тайнова Мария Петровна</name><birthDay>2011-05-06</birthDay>
      <contact><phone>+7 900 111-22-33</phone><email>secret@example.org</email><address>ул. Тайная, 5</address></contact>
      </person></applicant><submittedAt>2020-03-10T10:00:00+07:00</submittedAt>
      <processingConsent given="true"/></application>
      """)
  }

  @Test(arguments: [
    ("<birthDay>2011-05-06", "<birthDay>2011-05-06x"), ("<phone>", "<phone>" + String(repeating: "1", count: 101)),
    ("<name>", "<name><b/>"), (">wood<", ">stone<"), ("2020-03-10T", "2020-05-10T"),
    ("given=\"true\"", "given=\"false\""),
    ("</email>", "</email><email>other@example.org</email>"), ("<person>", "<person>Тайнова Мария Петровна"),
    ("<name>Тайнова Мария Петровна</name>", "<nam>Тайнова Мария Петровна</nam>"), ("</name>", "</nam>"),
    ("id=\"p\"", "id=\"p\" applicant=\"Тайнова Мария Петровна\""),
  ])
  func `a refused application is not quoted`(part: String, instead: String) throws {
    let document = Documents.applications(Self.application { $0.replacing(part, with: instead) })
    try laureat.write(document, to: "in.xml")
    try laureat.must("import", "-", input: Documents.announcement())
    for arguments in [["--json"], ["--lang", "ru"], ["--lang", "en"]] {
      let result = try laureat.run(["import", "in.xml", "--receipt", "receipt.xml"] + arguments)
      #expect(result.status != 0)
      let receipt = laureat.exists("receipt.xml") ? try laureat.text("receipt.xml") : ""
      for secret in Self.secrets + ["Тайнова", "шкатулка"] {
        #expect(
          !(result.output + result.errors + receipt).contains(secret), "\(secret): \(result.output)\(result.errors)")
      }
    }
  }
}
