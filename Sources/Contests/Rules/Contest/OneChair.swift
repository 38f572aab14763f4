public import Primitives

/// A jury has one chair at most, whose vote decides between equals.
public struct OneChair: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    let chairs = contest.jury.enumerated().filter { $0.element.role == .chair }
    return chairs.dropFirst().map { .second(field: "juror[\($0.offset + 1)]") }
  }
}

extension Diagnostic {
  fileprivate static func second(field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.secondChair, .error,
      LocalizedText(ru: "в жюри больше одного председателя", en: "the jury has more than one chair"),
      advice: LocalizedText(
        ru: "оставьте одного председателя, остальных укажите заместителями или членами жюри",
        en: "keep one chair and enter the others as deputies or members"),
      field: field)
  }
}
