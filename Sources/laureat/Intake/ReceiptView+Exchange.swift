import Exchange
import Primitives
import Reports

// A receipt as the exchange has it, turned into what a person is shown.

extension ReceiptView {
  init(_ summary: ReceiptSummary, from receiver: String?) {
    self.init(
      document: summary.document.rawValue, fileName: summary.fileName, messageID: summary.messageID.description,
      sender: summary.sender.title, receiver: receiver, digest: summary.digest, receivedAt: summary.receivedAt,
      registrationNumber: summary.registrationNumber, outcome: summary.status,
      counts: Counts(
        accepted: summary.counts.accepted, updated: summary.counts.updated, unchanged: summary.counts.unchanged,
        rejected: summary.counts.rejected, warnings: summary.counts.warnings),
      reasons: summary.reasons)
  }

  var json: JSON {
    [
      "document": .string(document), "fileName": JSON(fileName), "messageID": .string(messageID),
      "sender": .string(sender), "receiver": JSON(receiver), "digest": .string(digest),
      "receivedAt": JSON(receivedAt), "registrationNumber": JSON(registrationNumber),
      "status": .string(outcome.rawValue), "accepted": .integer(counts.accepted), "updated": .integer(counts.updated),
      "unchanged": .integer(counts.unchanged), "rejected": .integer(counts.rejected),
      "warnings": .integer(counts.warnings), "diagnostics": .array(reasons.map(\.json)),
      "records": .array(records.map(\.json)),
    ]
  }
}

extension ReceiptView.Record {
  init(_ line: ReceiptLine) {
    self.init(
      number: line.number, id: line.id, outcome: line.status, registration: line.registration, reasons: line.reasons)
  }

  var json: JSON {
    [
      "number": .integer(number), "id": JSON(id), "status": .string(outcome.rawValue),
      "registration": JSON(registration), "diagnostics": .array(reasons.map(\.json)),
    ]
  }
}
