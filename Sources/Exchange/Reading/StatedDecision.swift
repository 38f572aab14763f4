internal import Contests
internal import LibXML
internal import Primitives

/// The digest that a protocol states of its decision, against the one that it has.
struct StatedDecision {
  /// SHA-256 as hexadecimal digits.
  let stated: String
  private let minutes: CheckedRecord<ResultsProtocol>
  private var digest: DecisionDigest

  /// Nil where none is stated.
  init?(_ minutes: CheckedRecord<ResultsProtocol>, from sender: Identifier) {
    guard let element = minutes.element, let stated = element.attributeToken(Tag.decisionDigest.name) else {
      return nil
    }
    self.stated = stated
    self.minutes = minutes
    digest = DecisionDigest(sender: sender)
    digest.add(element)
  }

  mutating func add(_ result: CheckedRecord<ProtocolResult>) {
    if let element = result.element { digest.add(element) }
  }

  /// What is wrong once all results were added.
  var mismatch: Diagnostic? {
    stated == digest.digest().description ? nil : minutes.located(Wording.decisionDigestDiffers)
  }
}
