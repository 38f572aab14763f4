public import Primitives

/// A budget line is the sum of what is asked for, own and attracted, and never less than those of them that are stated;
/// and quantity times price, rounded to the kopeck, before any money was moved.
public struct BudgetAddsUp: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    project.budget.findings { position, line in
      let stated = [line.requested, line.own, line.attracted].compactMap { $0 }
      let isWhole = stated.count == 3 ? stated.sum() == line.planned : stated.isEmpty || stated.sum() <= line.planned
      return isWhole ? nil : .sources(line.id, field: "budgetLine[\(position)]/planned")
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
