import Foundation
import Testing

/// The export of open data against the 360Giving Data Standard 1.1: its package schema and the schema of a grant
/// (standard.threesixtygiving.org), as far as the export makes use of them.
struct OpenDataTests {
  /// What a member of an object may be.
  private indirect enum Form: Sendable {
    case text, amount, day, currency, country, identifier
    case list(Form)
    case object(required: Set<String>, members: [String: Form])
  }

  private static let organisation = Form.object(
    required: ["id", "name"], members: ["id": .identifier, "name": .text])
  private static let event = Form.object(
    required: ["startDate"], members: ["startDate": .day, "endDate": .day])
  private static let grant = Form.object(
    required: [
      "id", "title", "description", "currency", "amountAwarded", "awardDate", "recipientOrganization",
      "fundingOrganization",
    ],
    members: [
      "id": .identifier, "title": .text, "description": .text, "currency": .currency, "amountAwarded": .amount,
      "amountAppliedFor": .amount, "amountDisbursed": .amount, "awardDate": .day,
      "recipientOrganization": .list(organisation), "fundingOrganization": .list(organisation),
      "grantProgramme": .list(.object(required: ["title"], members: ["title": .text])),
      "beneficiaryLocation": .list(
        .object(required: ["name"], members: ["name": .text, "countryCode": .country])),
      "plannedDates": .list(event), "actualDates": .list(event),
    ])
  private static let package = Form.object(
    required: ["version", "grants"], members: ["version": .text, "grants": .list(grant)])

  /// Where a value is not of its form.
  private func faults(_ value: Value, _ form: Form, _ path: String = "") -> [String] {
    func text(_ accepts: (String) -> Bool) -> [String] { value.string.map(accepts) == true ? [] : [path] }
    switch form {
    case .text: return text { !$0.isEmpty }
    case .day: return text { $0.wholeMatch(of: /[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])/) != nil }
    case .currency: return text { ["RUB", "USD", "EUR"].contains($0) }
    case .country: return text { $0 == "RU" }
    // A prefix of the standard's own, or of the list at org-id.guide.
    case .identifier: return text { $0.wholeMatch(of: /(360G-.+|RU-INN-[0-9]{10}|RU-OGRN-[0-9]{13})/) != nil }
    case .amount: if case .number(let amount) = value, amount >= 0 { return [] } else { return [path] }
    case .list(let element):
      guard !value.list.isEmpty else { return [path] }
      return value.list.enumerated().flatMap { faults($0.element, element, "\(path)[\($0.offset)]") }
    case .object(let required, let members):
      let lacking = required.subtracting(value.keys).map { "\(path)/\($0) is missing" }
      return lacking
        + value.keys.sorted().flatMap { key in
          members[key].map { faults(value[key], $0, "\(path)/\(key)") } ?? ["\(path)/\(key) is not of the standard"]
        }
    }
  }

  @Test func `the samples keep the schema, each grant with an identifier of its own`() throws {
    let laureat = try Command(.samples)
    let result = try laureat.must("export", "grants", "--format", "360giving", "--lang", "en")
    let data = try result.json()
    #expect(faults(data, Self.package) == [])
    #expect(data["version"] == "1.1")
    let ids = data["grants"].map("id")
    #expect(ids.count == 5)
    #expect(Set(ids).count == 5)
    for kind in ["nomination", "budget", "indicators", "texts of reports", "OKTMO"] {
      #expect(result.errors.contains(kind), "\(kind) in \(result.errors)")
    }
  }

  @Test func `what the standard has a place for is in its place`() throws {
    let laureat = try Command(.samples)
    let grants = try laureat.must("export", "grants", "--format", "360giving").json()["grants"]
    let grant = grants.first("title", "Новые горизонты")
    #expect(grant["amountAwarded"] == 350_000)
    #expect(grant["amountAppliedFor"] == 400_000)
    #expect(grant["amountDisbursed"] == 350_000)
    #expect(grant["grantProgramme"][0]["title"] == "конкурс проектов на консолидированный бюджет")
    #expect(grant["beneficiaryLocation"][0]["name"] == "Анжеро-Судженский городской округ")
    #expect(grant["beneficiaryLocation"][0]["countryCode"] == "RU")
    #expect(grant["recipientOrganization"][0]["id"] == "RU-INN-4299000033")
    #expect(grants.first("title", "Счастливое детство в родной семье")["amountDisbursed"] == 0)
  }

  @Test func `a form that is not kept is found`() {
    let broken: Value = ["grants": [["id": "x", "title": 1, "more": "y"]]]
    let found = Set(faults(broken, Self.package))
    #expect(
      found.isSuperset(of: [
        "/grants[0]/more is not of the standard", "/grants[0]/title", "/grants[0]/id", "/version is missing",
        "/grants[0]/awardDate is missing",
      ]))
  }
}
