public import Primitives

/// Enough of the jury were present, by the quorum of the minutes or else of the contest's rules. The secretary has no
/// vote, and makes no quorum.
public struct QuorumReached: ProtocolRule {
  public init() {}

  public func findings(in minutes: ResultsProtocol, of contest: Contest?) -> [Diagnostic] {
    let voting = minutes.attendance.filter { $0.role != .secretary }
    guard let quorum = minutes.quorum ?? contest?.rules.quorum, !voting.isEmpty else { return [] }
    let present = voting.count(where: \.isPresent)
    return quorum.isReached(by: present, of: voting.count)
      ? [] : [.missed(quorum, present: present, of: voting.count)]
  }
}

extension Diagnostic {
  fileprivate static func missed(_ quorum: Quorum, present: Int, of jury: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.quorumNotReached, .error,
      LocalizedText(
        ru: "нет кворума: присутствовали \(present) из \(jury) членов жюри с правом голоса, нужно не менее \(quorum)",
        en: "no quorum: \(present) of the \(jury) members with a vote were present; at least \(quorum) are needed"),
      advice: LocalizedText(
        ru: "проверьте отметки о присутствии; решение без кворума не имеет силы",
        en: "check who is marked present; a decision without a quorum has no force"),
      field: "attendance")
  }
}
