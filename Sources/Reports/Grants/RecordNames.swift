package import Grants
package import Primitives

extension Diagnostic {
  /// A finding as people read it who know things by their names: what it quotes by identifiers is named from the project
  /// it is about.
  package func naming(in projects: [Project]) -> Diagnostic {
    guard let project = projects.first(where: { $0.id.description == record }) else { return self }
    var named = self
    named.message = LocalizedText(ru: project.naming(self, .russian), en: project.naming(self, .english))
    return named
  }
}

extension Project {
  fileprivate func naming(_ finding: Diagnostic, _ language: Language) -> String {
    let names = Dictionary(names(of: finding.field?.prefix { $0.isLetter } ?? "", language)) { first, _ in first }
    return finding.message[language].replacing(/[«“]([^«»“”]+)[»”]/) { quoted in
      Identifier(String(quoted.1)).flatMap { names[$0] }.map { Format.quoted($0, language) } ?? String(quoted.0)
    }
  }

  private func names(of element: Substring, _ language: Language) -> [(Identifier, String)] {
    func movement(_ document: PaymentDocument?, _ day: Day?, _ amount: Amount?) -> String {
      [
        document?.name(language), day.map { Format.day($0, .table, language) },
        amount.map { Format.money($0, currency, language) },
      ].compactMap { $0 }.joined(separator: ", ")
    }
    return switch element {
    case "budgetLine", "lineMove": budget.map { ($0.id, $0.title) }
    case "indicator": indicators.map { ($0.id, $0.title) }
    case "checkpoint": checkpoints.map { ($0.id, $0.title) }
    case "expense": expenses.map { ($0.id, movement($0.document, $0.date, $0.amount)) }
    case "instalment":
      instalments.map { ($0.id, movement($0.document, $0.receivedOn ?? $0.plannedOn, $0.received ?? $0.planned)) }
    case "narrative":
      texts.map { ($0.id, ($0.title ?? $0.section.title[language]) + ", " + Format.span($0.period, language)) }
    default: []
    }
  }
}
