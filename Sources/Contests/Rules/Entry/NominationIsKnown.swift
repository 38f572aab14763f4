public import Primitives

/// An entry names one of the contest's nominations, and none where the contest has none.
public struct NominationIsKnown: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    guard let nomination = entry.nomination else { return contest.nominations.isEmpty ? [] : [.nominationMissing] }
    if contest.nominations.isEmpty { return [.unexpectedNomination(nomination, field: "nomination")] }
    return contest.nominationIndex(nomination) == nil ? [.unknownNomination(nomination, field: "nomination")] : []
  }
}

extension Diagnostic {
  fileprivate static var nominationMissing: Diagnostic {
    Diagnostic(
      ContestCode.nominationMissing, .error,
      LocalizedText(
        ru: "в заявке не указана номинация, а в конкурсе они есть",
        en: "the application names no nomination, and the contest has nominations"),
      advice: LocalizedText(
        ru: "укажите обозначение одной из номинаций конкурса",
        en: "give the identifier of one of the contest's nominations"),
      field: "nomination")
  }

  static func unexpectedNomination(_ nomination: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownNomination, .error,
      LocalizedText(
        ru: "указана номинация «\(nomination)», но в этом конкурсе нет номинаций",
        en: "nomination “\(nomination)” is named, but the contest has no nominations"),
      advice: LocalizedText(
        ru: "уберите номинацию или проверьте, тот ли это конкурс",
        en: "remove the nomination, or check whether this is the right contest"),
      field: field)
  }

  static func unknownNomination(_ nomination: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownNomination, .error,
      LocalizedText(
        ru: "в конкурсе нет номинации «\(nomination)»", en: "the contest has no nomination “\(nomination)”"),
      advice: LocalizedText(
        ru: "сверьте обозначение номинации с объявлением конкурса",
        en: "compare the nomination's identifier with the announcement of the contest"),
      field: field)
  }
}
