package import Contests
package import Primitives

extension ContestFigures {
  /// What `contest show` prints.
  package var json: JSON {
    guard case .object(var members) = summaryJSON else { return summaryJSON }
    members["nominations"] = .array(
      contest.nominations.map { nomination in
        let figures = byNomination[nomination.id] ?? Figures()
        return .object(
          figures.members.merging(
            ["id": JSON(nomination.id), "title": .string(nomination.title)], uniquingKeysWith: { $1 }))
      })
    return .object(members)
  }

  /// What `contest list` prints for each: the same without nominations.
  package var summaryJSON: JSON {
    .object(
      total.members.merging(
        [
          "id": JSON(contest.id), "title": .string(contest.title), "organiser": .string(contest.organiser.title),
          "level": .string(contest.level.rawValue), "territory": JSON(contest.territory?.name),
          "year": .integer(contest.year), "status": .string(contest.status.rawValue),
          "achievements": .array(contest.achievements.map(\.json)),
        ], uniquingKeysWith: { $1 }))
  }
}

extension Figures {
  fileprivate var members: [String: JSON] {
    [
      "applications": .integer(applications), "participants": JSON(participants), "works": JSON(works),
      "winners": .integer(winners),
    ]
  }
}

extension Achievement {
  package var json: JSON { ["title": .string(title), "value": JSON(value), "unit": JSON(unit)] }
}

extension Outcome {
  package var json: JSON {
    [
      "contest": .string(contest.title), "organiser": .string(organiser.title), "level": .string(level.rawValue),
      "nomination": JSON(nomination), "entry": JSON(entry), "place": JSON(place), "outOf": JSON(outOf),
      "submitted": JSON(submitted), "selected": JSON(selected), "decidedOn": JSON(decidedOn), "note": JSON(note),
      "achievements": .array(achievements.map(\.json)),
    ]
  }
}

extension Territory {
  /// The name, or the code where there is none.
  package var name: String? { title ?? oktmo?.description }
}
