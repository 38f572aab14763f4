public import Primitives

/// An entry that was not admitted is told why, and wins nothing.
public struct RefusalHasReason: ResultRule {
  public init() {}

  public func findings(in result: ProtocolResult) -> [Diagnostic] {
    guard !result.isAdmitted else { return [] }
    var findings: [Diagnostic] = []
    if result.reason?.isBlank ?? true { findings.append(.noReason) }
    if !result.awards.isEmpty { findings.append(.refusedWithAward) }
    return findings
  }
}

extension Diagnostic {
  fileprivate static var noReason: Diagnostic {
    Diagnostic(
      ContestCode.refusalWithoutReason, .error,
      LocalizedText(
        ru: "заявка не допущена, а причина не указана", en: "the application was not admitted, and no reason is given"
      ),
      advice: LocalizedText(
        ru: "укажите причину отказа, как в протоколе", en: "give the reason as the minutes have it"),
      field: "reason")
  }

  fileprivate static var refusedWithAward: Diagnostic {
    Diagnostic(
      ContestCode.refusedWithAward, .error,
      LocalizedText(
        ru: "заявка не допущена, но ей присуждено место или приз",
        en: "the application was not admitted, and yet a place or prize is given to it"),
      advice: LocalizedText(
        ru: "исправьте допуск или уберите награду", en: "correct the admission, or remove the award"),
      field: "award")
  }
}
