package import Grants
package import Primitives

extension Diagnostic {
  /// A finding as people read it who know things by their names: what it quotes by identifiers is named from the project
  /// it is about.
  package func naming(in projects: [Project]) -> Diagnostic {
    projects.first { $0.id.description == record }.map { $0.naming(self) } ?? self
  }

  /// A finding for whoever types commands: beside each name stands the identifier that they take.
  ///
  /// - Parameter known: The project as it is in the store: what it has not got yet bears no identifier.
  package func naming(in project: Project, known: Project) -> Diagnostic {
    project.naming(self, keeping: known)
  }
}

extension Project {
  fileprivate func naming(_ finding: Diagnostic, keeping known: Project? = nil) -> Diagnostic {
    var named = finding
    named.message = LocalizedText(
      ru: naming(finding, .russian, keeping: known), en: naming(finding, .english, keeping: known))
    return named
  }

  private func naming(_ finding: Diagnostic, _ language: Language, keeping known: Project?) -> String {
    let element = finding.field?.prefix { $0.isLetter } ?? ""
    let names = Dictionary(names(of: element, language)) { first, _ in first }
    let kept = Set(known?.names(of: element, language).map(\.0) ?? [])
    return finding.message[language].replacing(/[«“]([^«»“”]+)[»”]/) { quoted in
      guard let id = Identifier(String(quoted.1)), let name = names[id] else { return String(quoted.0) }
      return Format.quoted(name, language) + (kept.contains(id) ? "\(Format.space)(\(id))" : "")
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
    case "refund": refunds.map { ($0.id, movement($0.document, $0.date, $0.amount)) }
    case "narrative":
      texts.map { ($0.id, ($0.title ?? $0.section.title[language]) + ", " + Format.span($0.period, language)) }
    default: []
    }
  }
}
