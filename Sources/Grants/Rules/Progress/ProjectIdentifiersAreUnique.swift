public import Primitives

/// Within a project every budget line, instalment, expense, refund, indicator, checkpoint, move and text has an
/// identifier of its own among its kind.
public struct ProjectIdentifiersAreUnique: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    Self.doubles(project.budget.lazy.map(\.id), in: "budgetLine")
      + Self.doubles(project.instalments.lazy.map(\.id), in: "instalment")
      + Self.doubles(project.expenses.lazy.map(\.id), in: "expense")
      + Self.doubles(project.refunds.lazy.map(\.id), in: "refund")
      + Self.doubles(project.indicators.lazy.map(\.id), in: "indicator")
      + Self.doubles(project.checkpoints.lazy.map(\.id), in: "checkpoint")
      + Self.doubles(project.moves.lazy.map(\.id), in: "lineMove")
      + Self.doubles(project.texts.lazy.map(\.id), in: "narrative")
  }

  private static func doubles(_ ids: some Sequence<Identifier>, in element: String) -> [Diagnostic] {
    var seen: Set<Identifier> = []
    return ids.findings { position, id in
      seen.insert(id).inserted ? nil : .doubled(id, field: "\(element)[\(position)]")
    }
  }
}

extension Diagnostic {
  fileprivate static func doubled(_ id: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.doubledIdentifier, .error,
      LocalizedText(
        ru: "обозначение «\(id)» встречается в проекте дважды среди записей одного вида",
        en: "identifier “\(id)” is used twice among records of one kind"),
      advice: LocalizedText(
        ru: "дайте каждой записи своё обозначение", en: "give every record an identifier of its own"),
      field: field)
  }
}
