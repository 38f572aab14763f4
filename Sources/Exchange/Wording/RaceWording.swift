internal import Contests
internal import Primitives

// What a protocol says of who competed where, and does not agree with the rest of it.

extension Wording {
  static let scoredNotAdmitted = Diagnostic(
    ContestCode.scoredNotAdmitted,
    LocalizedText(
      ru: "заявка названа недопущенной, а баллы за неё в протоколе стоят",
      en: "the entry is said not to have been admitted, and the protocol has points for it"),
    advice: askOrganiser, field: "status")

  static let nominationMissing = Diagnostic(
    ContestCode.nominationMissing,
    LocalizedText(
      ru: "не сказано, в какой номинации участвовала заявка, а места даны по номинациям",
      en: "it is not said in which nomination the entry competed, and places are given by nomination"),
    advice: askOrganiser, field: "nomination")

  static func decisionOnNothing(field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.nominationMissing,
      LocalizedText(
        ru: "не сказано, по какой номинации принято решение",
        en: "it is not said on which nomination the decision was taken"),
      advice: askOrganiser, field: field)
  }

  static func nominationUnknown(_ nomination: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownNomination,
      LocalizedText(
        ru: "номинации «\(nomination)» в перечне номинаций протокола нет",
        en: "the nomination “\(nomination)” is not among those of the protocol"),
      advice: askOrganiser, field: field)
  }

  static func takesNoApplications(_ nomination: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.nominationTakesNoApplications,
      LocalizedText(
        ru: "по протоколу в номинацию «\(nomination)» заявок не принимали, а решено в ней по заявкам",
        en: "by the protocol the nomination “\(nomination)” took no applications, and yet it was competed in"),
      advice: askOrganiser, field: field)
  }

  static func wonElsewhere(_ nomination: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.wrongNomination,
      LocalizedText(
        ru: "награда дана в номинации «\(nomination)», где заявка не участвовала",
        en: "the award is of the nomination “\(nomination)”, in which the entry did not compete"),
      advice: askOrganiser, field: field)
  }

  static func admittedDiffers(stated: Int, found: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.countsDisagree,
      LocalizedText(
        ru: "по протоколу допущено заявок: \(stated), а участвуют в нём: \(found)",
        en: "the protocol says that \(stated) entries were admitted; \(found) compete in it"),
      advice: askOrganiser, field: "admitted")
  }

  static func outOfDiffers(stated: Int, found: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.countsDisagree,
      LocalizedText(
        ru: "сказано, что число заявок, среди которых дано место, — \(stated), а в протоколе их \(found)",
        en: "the place is said to be one out of \(stated) entries; the protocol has \(found)"),
      advice: askOrganiser, field: "outOf")
  }
}
