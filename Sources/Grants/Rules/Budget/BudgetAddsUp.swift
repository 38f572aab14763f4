public import Primitives

/// A budget line is the sum of what is asked for, own and attracted, and never less than those of them that are stated;
/// and quantity times price, rounded to the kopeck, before any money was moved.
///
/// What is left of the plan is the grant's where nothing is said to be asked for, and own or attracted where only that
/// is said. Where one of these is stated too, the rest may be a slip, and is warned of.
public struct BudgetAddsUp: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    project.budget.findings { position, line in
      let stated = [line.requested, line.own, line.attracted].compactMap { $0 }
      let rest = line.planned - stated.sum()
      if stated.isEmpty || rest == .zero { return nil }
      let field = "budgetLine[\(position)]/planned"
      if stated.count == 3 || rest < .zero { return .sources(line.id, field: field) }
      return line.requested != nil && stated.count == 2
        ? .untold(line.id, rest.text(in: project.currency), field: field) : nil
    }
      + project.budget.findings { position, line in
        guard let quantity = line.quantity, let price = line.price else { return nil }
        let difference =
          Int128(quantity.tenThousandths) * price.minorUnits - project.planned(line, on: nil).minorUnits
          * Self.tenThousand
        return difference.magnitude < Self.tenThousand.magnitude
          ? nil : .price(line.id, field: "budgetLine[\(position)]/price")
      }
  }

  private static let tenThousand: Int128 = 10_000
}

extension Diagnostic {
  fileprivate static func sources(_ line: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.sourcesDoNotAddUp, .error,
      LocalizedText(
        ru: "по статье «\(line)» запрошенные, собственные и привлечённые средства не дают плановой суммы",
        en: "in budget line “\(line)” the requested, own and attracted amounts do not add up to the planned one"),
      advice: LocalizedText(ru: "исправьте суммы статьи", en: "correct the amounts of the line"), field: field)
  }

  fileprivate static func untold(_ line: Identifier, _ rest: LocalizedText, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.sourcesDoNotAddUp, .warning,
      LocalizedText(
        ru:
          "по статье «\(line)» план больше суммы названных источников на \(rest.russian): чьи это средства, не сказано",
        en: "budget line “\(line)” is planned with \(rest.english) more than its stated sources: nothing says whose"
          + " money that is"),
      advice: LocalizedText(
        ru: "укажите все источники или исправьте план: laureat grant line edit",
        en: "state all sources, or correct the planned amount: laureat grant line edit"),
      field: field)
  }

  fileprivate static func price(_ line: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.priceDoesNotMatch, .warning,
      LocalizedText(
        ru: "по статье «\(line)» количество, умноженное на цену, не равно плановой сумме",
        en: "in budget line “\(line)” quantity times price is not the planned amount"),
      advice: LocalizedText(
        ru: "проверьте количество, цену и сумму", en: "check the quantity, the price and the amount"),
      field: field)
  }
}
