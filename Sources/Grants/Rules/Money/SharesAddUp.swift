public import Primitives

/// An instalment that is divided among budget lines is divided to the last kopeck, among lines that the budget has.
public struct SharesAddUp: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    if project.instalments.allSatisfy(\.shares.isEmpty) { return [] }
    let known = Set(project.budget.map(\.id))
    return project.instalments.findings { position, instalment in
      if instalment.shares.isEmpty { return nil }
      let field = "instalment[\(position)]"
      if let index = instalment.shares.firstIndex(where: { !known.contains($0.line) }) {
        return .unknownLine(instalment.shares[index].line, field: "\(field)/share[\(index + 1)]")
      }
      let whole = instalment.received ?? instalment.planned ?? .zero
      let divided = instalment.shares.map(\.amount).sum()
      let isEachLineOnce = Set(instalment.shares.map(\.line)).count == instalment.shares.count
      return divided == whole && isEachLineOnce
        ? nil
        : .sharesDisagree(instalment.id, divided.text(in: project.currency), whole.text(in: project.currency), field)
    }
  }
}

extension Diagnostic {
  fileprivate static func sharesDisagree(
    _ id: Identifier, _ divided: LocalizedText, _ whole: LocalizedText, _ field: String
  ) -> Diagnostic {
    Diagnostic(
      GrantCode.sharesDoNotAddUp,
      LocalizedText(
        ru: "транш «\(id)» на \(whole.russian) распределён по статьям на \(divided.russian)",
        en: "of instalment “\(id)” over \(whole.english), \(divided.english) are divided among the lines"),
      advice: LocalizedText(
        ru: "распределите всю сумму, каждую статью назовите один раз",
        en: "divide all of it, and name each line once"),
      field: field)
  }
}
