internal import Grants
internal import Primitives

extension GrantReport {
  /// What keeps it from being handed in. Paper has no terminal beside it, and its readers know things by their names:
  /// neither commands nor the identifiers of the program stand there.
  func draft(_ findings: [Diagnostic], _ language: Language) -> Document.Section {
    let isRussian = language == .russian
    let projects = Dictionary(projects.map { ($0.project.id.description, $0) }) { first, _ in first }
    let items = findings.map { finding in
      let reported = finding.record.flatMap { projects[$0] }
      let title = projects.count > 1 ? reported.map { Format.quoted($0.project.title, language) } : nil
      let said = [title, reported?.named(finding, language) ?? finding.message[language]].compactMap { $0 }
      let advice =
        finding.advice.map { (isRussian ? ". Что делать: " : ". What to do: ") + $0[language].withoutCommand } ?? ""
      return said.joined(separator: ": ") + advice
    }
    return Document.Section(
      isRussian ? "Отчёт не готов к сдаче" : "Not ready to be handed in",
      [.list(lead: isRussian ? "В данных что-то не сходится:" : "Something in it does not agree:", items)])
  }
}

extension ReportedProject {
  /// What a finding says, with the names of the records it quotes by their identifiers.
  fileprivate func named(_ finding: Diagnostic, _ language: Language) -> String {
    let names = Dictionary(names(of: finding.field?.prefix { $0.isLetter } ?? "", language)) { first, _ in first }
    return finding.message[language].replacing(/[«“]([^«»“”]+)[»”]/) { quoted in
      Identifier(String(quoted.1)).flatMap { names[$0] }.map { Format.quoted($0, language) } ?? String(quoted.0)
    }
  }

  private func names(of element: Substring, _ language: Language) -> [(Identifier, String)] {
    func movement(_ day: Day?, _ amount: Amount?) -> String {
      [day.map { Format.day($0, .table, language) }, amount.map { Format.money($0, project.currency, language) }]
        .compactMap { $0 }.joined(separator: ", ")
    }
    return switch element {
    case "budgetLine": budget.map { ($0.id, $0.title) }
    case "indicator": project.indicators.map { ($0.id, $0.title) }
    case "checkpoint": project.checkpoints.map { ($0.id, $0.title) }
    case "expense": project.expenses.map { ($0.id, movement($0.date, $0.amount)) }
    case "instalment":
      project.instalments.map {
        ($0.id, movement($0.receivedOn ?? $0.plannedOn, $0.received ?? $0.planned))
      }
    default: []
    }
  }
}

extension String {
  /// An advice up to the command that follows it.
  fileprivate var withoutCommand: String { firstRange(of: ": laureat ").map { String(self[..<$0.lowerBound]) } ?? self }
}
