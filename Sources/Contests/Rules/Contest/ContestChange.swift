public import Primitives

/// A change of the rules of a contest whose work has begun: what was sent in, scored and decided must not lose its ground.
///
/// Asked of changes typed in and of announcements that come again.
public struct ContestChange: Sendable {
  public let before: Contest
  public let after: Contest

  public init(from before: Contest, to after: Contest) {
    self.before = before
    self.after = after
  }

  /// - Parameters:
  ///   - entered: The nominations that entries stand in.
  ///   - hasSheets: True once the jury has given points.
  public func findings(entered: Set<Identifier>, hasSheets: Bool) -> [Diagnostic] {
    let dropped = entered.filter { after.nomination($0) == nil }.sorted().map {
      Diagnostic.hasEntries(before.title(of: $0) ?? $0.description)
    }
    let scored: [Diagnostic] =
      if hasSheets, !isScoredAlike { [.isScored] } else { [] }
    return dropped + scored
  }

  /// True where points count as they did.
  private var isScoredAlike: Bool {
    before.criteria == after.criteria && before.rules.aggregation == after.rules.aggregation
  }
}

extension Diagnostic {
  fileprivate static func hasEntries(_ nomination: String) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownNomination, .error,
      LocalizedText(
        ru: "в номинацию «\(nomination)» уже поданы заявки, её не убрать",
        en: "there are applications in the nomination “\(nomination)”; it stays"),
      advice: LocalizedText(ru: "оставьте номинацию", en: "keep the nomination"))
  }

  fileprivate static var isScored: Diagnostic {
    Diagnostic(
      ContestCode.rulesInUse, .error,
      LocalizedText(
        ru: "жюри уже выставило оценки: критерии и способ подсчёта не меняют",
        en: "the jury has given points: criteria, and how points are counted, stay as they are"),
      advice: LocalizedText(
        ru: "если критерии введены с ошибкой, сначала возьмите назад приём листов: laureat history, laureat undo",
        en: "if the criteria were mistyped, take back the sheets first: laureat history, laureat undo"))
  }
}
