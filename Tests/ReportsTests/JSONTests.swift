import Contests
import Foundation
import Grants
import Primitives
import Reports
import SeededGenerator
import Testing

struct JSONTests {
  /// A document as Foundation writes it: whoever reads the answers has always got that form.
  private enum Reference: Encodable {
    case json(JSON)

    func encode(to encoder: any Encoder) throws {
      let json =
        switch self {
        case .json(let json): json
        }
      var container = encoder.singleValueContainer()
      switch json {
      case .null: try container.encodeNil()
      case .bool(let value): try container.encode(value)
      case .integer(let value): try container.encode(value)
      case .number(let digits): try container.encode(Decimal(string: digits) ?? 0)
      case .string(let text): try container.encode(text)
      case .array(let items): try container.encode(items.map { Reference.json($0) })
      case .object(let members): try container.encode(members.mapValues { Reference.json($0) })
      }
    }
  }

  private func random(_ depth: Int, _ dice: inout SplitMix64) -> JSON {
    func text(_ dice: inout SplitMix64) -> String {
      let letters: [Character] = [
        "a", "B", "z", "я", "Ё", "\"", "\\", "/", "\n", "\t", "\u{1}", "\u{1F}", "\u{8}", "é", "🏅", "1", " ",
      ]
      return String((0..<Int.random(in: 0...6, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "x" })
    }
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &dice) {
    case 0: return .null
    case 1: return .bool(.random(using: &dice))
    case 2: return .integer(.random(in: -1000...1000, using: &dice))
    case 3: return .number(ExactDecimal(tenThousandths: .random(in: 0...99_999_999, using: &dice)).description)
    case 4: return .string(text(&dice))
    case 5, 6: return .array((0..<Int.random(in: 0...3, using: &dice)).map { _ in random(depth - 1, &dice) })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &dice)).reduce(into: [:]) { members, number in
          let key = ["id", "Title", "ageGroup", "zScore", "a", "a1", "a10", "a2"].randomElement(using: &dice) ?? "k"
          members[key] = number == 0 ? .string(text(&dice)) : random(depth - 1, &dice)
        })
    }
  }

  @Test(arguments: 0..<200)
  func `a document is written as Foundation writes it`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let document = random(4, &dice)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    #expect(document.text == String(decoding: try encoder.encode(Reference.json(document)), as: UTF8.self) + "\n")
  }

  @Test func `a small year is printed exactly so`() throws {
    let contest = try Fixture.contest(
      "c", "К", Figures(applications: 2, works: 0), nominations: [("Н", Figures(applications: 2, works: 0))],
      achievements: [("А", 7)])
    let outcome = Outcome(
      id: try Fixture.id("o"), contest: LargerContest(title: "Б"), organiser: try Fixture.organisation("r", "О"),
      level: .regional, place: 1, decidedOn: try Fixture.day("2020-05-06"))
    let project = try Fixture.project(
      "p", "П", ("f", "Ф"), ("g", "Г"), awarded: "10.00", on: "2020-01-01", received: "5.00", spent: "2.50")
    let report = YearReport(year: 2020, territory: nil, contests: [contest], outcomes: [outcome], projects: [project])
    let expected: JSON = [
      "year": 2020,
      "contests": [
        [
          "id": "c", "title": "К", "organiser": "Администрация города Кемерово", "level": "municipal",
          "territory": "Кемерово", "year": 2020, "status": "completed",
          "nominations": [
            ["id": "n1", "title": "Н", "applications": 2, "participants": nil, "works": 0, "winners": 0]
          ],
          "applications": 2, "participants": nil, "works": 0, "winners": 0,
          "achievements": [["title": "А", "value": .number("7"), "unit": nil]],
        ]
      ],
      "outcomes": [
        [
          "contest": "Б", "organiser": "О", "level": "regional", "nomination": nil, "entry": nil, "place": 1,
          "outOf": nil, "submitted": nil, "selected": nil, "decidedOn": "2020-05-06", "note": nil, "achievements": [],
        ]
      ],
      "grants": [
        "awarded": "10.00", "received": "5.00", "spent": "2.50",
        "byFunder": [["funder": "Ф", "projects": 1, "awarded": "10.00", "received": "5.00", "spent": "2.50"]],
        "byGrantee": [["grantee": "Г", "projects": 1, "awarded": "10.00", "received": "5.00", "spent": "2.50"]],
      ],
    ]
    #expect(report.json() == expected)
  }

  @Test func `nothing is null and zero is zero`() throws {
    let text = JSON.object(["none": JSON(nil as Int?), "zero": JSON(0), "empty": .array([])]).text
    #expect(text.contains("\"none\" : null"))
    #expect(text.contains("\"zero\" : 0"))
  }

  @Test(arguments: ["0.1", "8.5", "15012", "0.0001", "12.0625", "999999999999.9999"])
  func `an exact decimal is a number with the same digits`(digits: String) throws {
    let value = JSON(try #require(ExactDecimal(digits)))
    #expect(JSON.array([value]).text == "[\n  \(digits)\n]\n")
  }

  @Test func `the list of contests leaves out the nominations only`() throws {
    let contest = try #require(try Fixture.contests().first)
    guard case .object(let shown) = contest.json, case .object(let listed) = contest.summaryJSON else {
      Issue.record("not an object")
      return
    }
    #expect(Set(shown.keys).subtracting(listed.keys) == ["nominations"])
    #expect(listed["participants"] == 1125)
  }

  @Test func `a territory without a name is its code`() throws {
    var contest = try Fixture.contest("c", "К", Figures())
    contest.contest.territory = Territory(oktmo: try OKTMO("32701000"))
    guard case .object(let members) = contest.json else { return }
    #expect(members["territory"] == "32701000")
  }

  @Test func `rows of lists have their keys, present or not`() throws {
    let entry = JSON.entryRow(
      registration: "c/1", id: "a", contest: "К", nomination: nil, title: "Т", applicant: "З", territory: nil,
      status: "registered", participants: nil, works: 0, submittedAt: try #require(Instant("2020-03-05T14:07:00+07:00"))
    )
    #expect(
      entry.keys == [
        "registration", "id", "contest", "nomination", "title", "applicant", "territory", "status", "participants",
        "works", "submittedAt",
      ])
    let date = try Fixture.day("2020-04-01")
    let winner = { (ageGroup: String?) in
      JSON.winnerRow(
        contest: "К", nomination: nil, ageGroup: ageGroup, entry: "c/1", title: "Т", applicant: "З", place: nil,
        prize: "Приз", protocolNumber: "5", date: date)
    }
    let keys: Set = [
      "contest", "nomination", "entry", "title", "applicant", "place", "prize", "protocol", "date",
    ]
    #expect(winner(nil).keys == keys)
    #expect(winner("Младшие").keys == keys.union(["ageGroup"]))
    let funder = JSON.funderRow(id: "f", title: "Ф", projects: 1, awarded: .zero, received: .zero, spent: .zero)
    #expect(funder.keys == ["id", "title", "projects", "awarded", "received", "spent"])
    let grant = JSON.grantRow(
      id: "p", title: "П", grantee: "Г", funder: "Ф", programme: nil, nomination: nil, status: "active",
      currency: .rouble, applied: nil, awarded: nil, received: .zero, spent: .zero, ownSpent: .zero,
      balance: .zero)
    #expect(
      grant.keys == [
        "id", "title", "grantee", "funder", "programme", "nomination", "status", "currency", "applied", "awarded",
        "received", "spent", "ownSpent", "balance",
      ])
  }

  @Test func `the same report is the same text`() throws {
    #expect(try Fixture.year().json().text == Fixture.year().json().text)
  }
}

extension JSON {
  fileprivate var keys: Set<String> {
    if case .object(let members) = self { return Set(members.keys) }
    return []
  }
}
