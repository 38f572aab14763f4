package import Primitives

/// A receipt as it is shown to a person.
package struct ReceiptView: Hashable, Sendable {
  package struct Counts: Hashable, Sendable {
    package var accepted: Int
    package var updated: Int
    package var unchanged: Int
    package var rejected: Int
    package var warnings: Int

    package init(accepted: Int = 0, updated: Int = 0, unchanged: Int = 0, rejected: Int = 0, warnings: Int = 0) {
      self.accepted = accepted
      self.updated = updated
      self.unchanged = unchanged
      self.rejected = rejected
      self.warnings = warnings
    }
  }

  package struct Record: Hashable, Sendable {
    /// Its place in the file, from 1.
    package var number: Int
    package var id: String?
    package var outcome: RecordStatus
    /// The number it was entered under.
    package var registration: String?
    package var reasons: [Diagnostic]

    package init(
      number: Int, id: String?, outcome: RecordStatus, registration: String? = nil, reasons: [Diagnostic] = []
    ) {
      self.number = number
      self.id = id
      self.outcome = outcome
      self.registration = registration
      self.reasons = reasons
    }
  }

  /// The kind of the document answered, by its name in the exchange format: `applications`.
  package var document: String
  package var fileName: String?
  package var messageID: String
  /// Who sent the document.
  package var sender: String
  /// Who answers.
  package var receiver: String?
  /// SHA-256 of the file.
  package var digest: String
  package var receivedAt: Instant
  package var registrationNumber: String?
  package var outcome: GroupStatus
  package var counts: Counts
  /// What was found about the file as a whole.
  package var reasons: [Diagnostic]
  package var records: [Record]

  package init(
    document: String, fileName: String?, messageID: String, sender: String, receiver: String? = nil, digest: String,
    receivedAt: Instant, registrationNumber: String? = nil, outcome: GroupStatus, counts: Counts,
    reasons: [Diagnostic] = [], records: [Record] = []
  ) {
    self.document = document
    self.fileName = fileName
    self.messageID = messageID
    self.sender = sender
    self.receiver = receiver
    self.digest = digest
    self.receivedAt = receivedAt
    self.registrationNumber = registrationNumber
    self.outcome = outcome
    self.counts = counts
    self.reasons = reasons
    self.records = records
  }

  package func text(_ language: Language, width: Int = 100) -> String { narrative(language).text(width: width) }

  package func html(_ language: Language) -> String { document(language).html }
}

extension Format {
  package static func name(_ status: GroupStatus, _ language: Language) -> String {
    let name =
      switch status {
      case .accepted: LocalizedText(ru: "принято", en: "accepted")
      case .acceptedWithWarnings: LocalizedText(ru: "принято с замечаниями", en: "accepted with warnings")
      case .partial: LocalizedText(ru: "принято частично", en: "accepted in part")
      case .rejected: LocalizedText(ru: "не принято", en: "rejected")
      case .duplicate: LocalizedText(ru: "принято ранее", en: "accepted before")
      }
    return name[language]
  }

  package static func name(_ status: RecordStatus, _ language: Language) -> String {
    let name =
      switch status {
      case .accepted: LocalizedText(ru: "принята", en: "accepted")
      case .updated: LocalizedText(ru: "обновлена", en: "updated")
      case .unchanged: LocalizedText(ru: "без изменений", en: "unchanged")
      case .rejected: LocalizedText(ru: "не принята", en: "rejected")
      }
    return name[language]
  }
}
