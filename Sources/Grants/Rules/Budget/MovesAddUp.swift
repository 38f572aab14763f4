public import Primitives

/// Money was moved between two known lines, and never more than a line had been planned with.
public struct MovesAddUp: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    if project.moves.isEmpty { return [] }
    let known = Set(project.budget.map(\.id))
    return project.moves.findings { position, move in
      if move.from == move.to { return .sameLine(field: "lineMove[\(position)]") }
      if move.amount <= .zero { return .nothingMoved(field: "lineMove[\(position)]/amount") }
      return [move.from, move.to].first { !known.contains($0) }.map {
        .unknownLine($0, field: "lineMove[\(position)]")
      }
    }
      + project.budget.findings { position, line in
        project.planned(line, on: nil) < .zero ? .movedIn(line.id, field: "budgetLine[\(position)]/planned") : nil
      }
  }
}

extension Diagnostic {
  fileprivate static func nothingMoved(field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.zeroAmount, LocalizedText(ru: "перемещается нулевая сумма", en: "nothing is moved"),
      advice: LocalizedText(ru: "укажите сумму", en: "state the amount"), field: field)
  }

  fileprivate static func movedIn(_ line: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.movesDoNotAddUp,
      LocalizedText(
        ru: "на статью «\(line)» перемещено больше, чем в ней теперь запланировано",
        en: "more was moved to line “\(line)” than is now planned for it"),
      advice: LocalizedText(
        ru: "укажите в смете суммы с учётом перемещений",
        en: "state the budget as it is after the moves"), field: field)
  }
}
