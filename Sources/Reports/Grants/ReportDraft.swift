internal import Grants
internal import Primitives

extension GrantReport {
  /// What keeps it from being handed in. Paper has no terminal beside it: no commands stand there.
  ///
  /// - Parameter findings: With names in place of identifiers, see ``Primitives/Diagnostic/naming(in:)``.
  func draft(_ findings: [Diagnostic], _ language: Language) -> Document.Section {
    let isRussian = language == .russian
    let titles = Dictionary(projects.map { ($0.project.id.description, $0.project.title) }) { first, _ in first }
    let items = findings.map { finding in
      let title = titles.count > 1 ? finding.record.flatMap { titles[$0] }.map { Format.quoted($0, language) } : nil
      let said = [title, finding.message[language]].compactMap { $0 }
      let advice =
        finding.advice.map { (isRussian ? ". Что делать: " : ". What to do: ") + $0[language].withoutCommand } ?? ""
      return said.joined(separator: ": ") + advice
    }
    return Document.Section(
      isRussian ? "Отчёт не готов к сдаче" : "Not ready to be handed in",
      [.list(lead: isRussian ? "В данных что-то не сходится:" : "Something in it does not agree:", items)])
  }
}

extension String {
  /// An advice up to the command that follows it.
  fileprivate var withoutCommand: String { firstRange(of: ": laureat ").map { String(self[..<$0.lowerBound]) } ?? self }
}
