internal import Contests
internal import Primitives

extension YearComparison {
  /// What `report year --compare` adds under `comparison`.
  var json: JSON {
    let places = Dictionary(
      uniqueKeysWithValues: levels.map { ($0.rawValue, outcomes(of: $0).json) })
    return [
      "year": .integer(earlier.year),
      "contests": [
        "contests": contests.json, "applications": contestFigure(\.applications).json,
        "works": contestFigure(\.works).json, "participants": contestFigure(\.participants).json,
        "winners": contestFigure(\.winners).json,
        "byContest": .array(byContest.map { $0.json("contest", ["applications", "participants", "winners"]) }),
      ],
      "outcomes": ["outcomes": outcomes.json, "firstToThirdPlaces": self.places.json, "byLevel": .object(places)],
      "grants": [
        "projects": projects.json, "awarded": money[0].json, "received": money[1].json, "spent": money[2].json,
        "byFunder": .array(byFunder.map { $0.json("funder", ["awarded", "received", "spent"]) }),
        "byGrantee": .array(byGrantee.map { $0.json("grantee", ["awarded", "received", "spent"]) }),
      ],
    ]
  }
}

extension YearComparison.Share {
  fileprivate func json(_ key: String, _ names: [String]) -> JSON {
    .object(
      [key: .string(title)].merging(zip(names, pairs).map { ($0, $1.json) }, uniquingKeysWith: { $1 }))
  }
}

extension YearComparison.Pair {
  fileprivate var json: JSON {
    ["earlier": earlier.figure, "current": current.figure, "change": change.figure]
  }
}

extension Cell {
  fileprivate var figure: JSON {
    switch self {
    case .count(let count), .change(.count(let count)): .integer(count)
    case .amount(let amount), .change(.amount(let amount)): JSON(amount)
    default: .null
    }
  }
}
