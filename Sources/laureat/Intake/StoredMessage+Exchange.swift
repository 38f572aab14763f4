import Exchange
import Storage

// What a receipt counts, as the store keeps it with the message, and back.

extension StoredMessage.Counts {
  init(_ counts: ReceiptCounts) {
    self.init(
      accepted: counts.accepted, updated: counts.updated, unchanged: counts.unchanged, rejected: counts.rejected,
      warnings: counts.warnings)
  }
}

extension ReceiptCounts {
  init(_ counts: StoredMessage.Counts) {
    self.init()
    accepted = counts.accepted
    updated = counts.updated
    unchanged = counts.unchanged
    rejected = counts.rejected
    warnings = counts.warnings
  }
}
