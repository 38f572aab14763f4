package import Primitives

extension ReceiptView {
  /// The receipt in words: nothing of a finding is cut off to fit a column.
  package func narrative(_ language: Language) -> Document {
    let isRussian = language == .russian
    var document = document(language)
    document.sections = []
    if !reasons.isEmpty {
      document.sections.append(
        Document.Section(
          isRussian ? "Замечания к файлу" : "About the file", [.list(reasons.map { $0.phrase(language) })]))
    }
    if !recordsToMend.isEmpty {
      document.sections.append(
        Document.Section(
          isRussian ? "Требуют внимания" : "Need attention",
          recordsToMend.flatMap { record in
            [Document.Block.paragraph(record.heading(language)), .list(record.reasons.map { $0.phrase(language) })]
          }))
    }
    if !cleanRecords.isEmpty {
      document.sections.append(
        Document.Section(
          isRussian ? "Приняты без замечаний" : "Accepted as they are", [.table(cleanTable(cleanRecords, language))]))
    }
    return document
  }
}

extension ReceiptView.Record {
  /// «Запись № 3, a-3: не принята».
  fileprivate func heading(_ language: Language) -> String {
    let number = "\(language == .russian ? "Запись №" : "Record no.")\(Format.space)\(number)"
    let names = [number, id, registration].compactMap { $0 }.joined(separator: ", ")
    return "\(names): \(Format.name(outcome, language))"
  }
}

extension Diagnostic {
  fileprivate func phrase(_ language: Language) -> String {
    let head = ["\(Format.name(severity, language)) \(code)", place(language)].compactMap { $0 }
    let tail = [message[language], advice?[language]].compactMap { $0?.capitalisedFirst.sentence }
    return head.joined(separator: ", ") + ": " + tail.joined(separator: " ")
  }
}
