public import Primitives

/// Enough of the jury were present, by the quorum of the minutes or else of the contest's rules.
public struct QuorumReached: ProtocolRule {
  public init() {}

  public func findings(in minutes: ResultsProtocol, of contest: Contest?) -> [Diagnostic] {
    guard let quorum = minutes.quorum ?? contest?.rules.quorum, !minutes.attendance.isEmpty else { return [] }
    let present = minutes.attendance.count(where: \.isPresent)
    let jury = minutes.attendance.count
    return quorum.isReached(by: present, of: jury) ? [] : [.missed(quorum, present: present, of: jury)]
  }
}

extension Diagnostic {
  fileprivate static func missed(_ quorum: Quorum, present: Int, of jury: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.quorumNotReached, .error,
      LocalizedText(
        ru: "нет кворума: присутствовали \(present) из \(jury), нужно не менее \(quorum) состава жюри",
        en: "no quorum: \(present) of \(jury) were present; at least \(quorum) of the jury are needed"),
      advice: LocalizedText(
        ru: "проверьте отметки о присутствии; решение без кворума не имеет силы",
        en: "check who is marked present; a decision without a quorum has no force"),
      field: "attendance")
  }
}
