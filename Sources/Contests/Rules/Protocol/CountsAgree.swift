public import Primitives

/// Applications received are those admitted and those refused, where the minutes state all three.
public struct CountsAgree: ProtocolRule {
  public init() {}

  public func findings(in minutes: ResultsProtocol, of contest: Contest?) -> [Diagnostic] {
    guard let received = minutes.received, let admitted = minutes.admitted, let rejected = minutes.rejected,
      received != admitted + rejected
    else { return [] }
    return [.disagree(received, admitted, rejected)]
  }
}

extension Diagnostic {
  fileprivate static func disagree(_ received: Int, _ admitted: Int, _ rejected: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.countsDisagree, .error,
      LocalizedText(
        ru: "числа в протоколе не сходятся: поступило \(received), допущено \(admitted), не допущено \(rejected)",
        en: "the counts disagree: \(received) received, \(admitted) admitted, \(rejected) refused"),
      advice: LocalizedText(
        ru: "поступивших заявок должно быть столько, сколько допущено и не допущено вместе",
        en: "as many must have been received as were admitted and refused together"),
      field: "received")
  }
}
