package import Primitives

/// What a receipt says about one record of a message of ours.
package struct Answer: Hashable, Sendable {
  /// A finding as the receipt words it.
  package struct Reason: Codable, Hashable, Sendable {
    package var code: String
    package var severity: String
    package var ru: String
    package var en: String

    package init(code: String, severity: String, ru: String, en: String) {
      self.code = code
      self.severity = severity
      self.ru = ru
      self.en = en
    }
  }

  /// Its place in the message, from 1.
  package var number: Int
  package var record: String?
  package var status: RecordStatus
  /// The number the other side entered it under.
  package var registration: String?
  package var reasons: [Reason]

  package init(number: Int, record: String?, status: RecordStatus, registration: String?, reasons: [Reason]) {
    self.number = number
    self.record = record
    self.status = status
    self.registration = registration
    self.reasons = reasons
  }
}
