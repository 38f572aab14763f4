internal import Contests
internal import Primitives

// What does not agree between a protocol and the sheets that are to prove it.

extension Wording {
  static func notResults(_ root: Diagnostic.Location?) -> Diagnostic {
    var diagnostic = Diagnostic(
      ExchangeCode.unknownRoot,
      LocalizedText(ru: "это не протокол результатов", en: "this is no results protocol"),
      advice: LocalizedText(
        ru: "проверяется файл, который выгружает laureat export results",
        en: "what is verified is the file that laureat export results writes"))
    diagnostic.location = root
    return diagnostic
  }

  static let nothingToProve = Diagnostic(
    ContestCode.notProvable,
    LocalizedText(
      ru: "в протоколе нет оценочных листов, критериев или правил: места пересчитать нельзя",
      en: "the protocol carries no score sheets, criteria or rules: its places cannot be recomputed"),
    advice: LocalizedText(
      ru: "попросите у организатора полную выгрузку: laureat export results",
      en: "ask the organiser for the whole file: laureat export results"))

  static let scoresDigestDiffers = Diagnostic(
    ContestCode.digestDiffers,
    LocalizedText(
      ru: "листы и самоотводы не те, по которым принято решение: контрольная сумма не сходится",
      en: "the sheets and recusals are not those that were decided on: the digest differs"),
    advice: askOrganiser, field: "@scoresDigest")

  static let scoresDigestMissing = Diagnostic(
    ContestCode.digestDiffers,
    LocalizedText(
      ru: "у листов нет контрольной суммы: не видно, все ли они здесь и те ли, по которым принято решение",
      en: "the sheets have no digest: nothing shows that they are all here, and those that were decided on"),
    advice: askOrganiser, field: "@scoresDigest")

  static let decisionDigestDiffers = Diagnostic(
    ExchangeCode.decisionDigestDiffers,
    LocalizedText(
      ru: "протокол или его результаты изменены после выгрузки: контрольная сумма решения не сходится",
      en: "the protocol or its results were changed after they were exported: the digest of the decision differs"),
    advice: LocalizedText(
      ru: "попросите у организатора файл заново или сверьте его с бумажным протоколом строка за строкой",
      en: "ask the organiser for the file again, or compare it with the protocol on paper line by line"),
    field: "@decisionDigest")

  static func pointsDiffer(
    _ mark: ScoreSheet.Mark, stated: Points?, _ sheet: ScoreSheet, field: String
  ) -> Diagnostic {
    let said =
      stated.map { ("в протоколе — \($0.inRussian)", "the protocol says \($0)") } ?? (
        "в протоколе — нет", "the protocol has none"
      )
    return Diagnostic(
      ContestCode.pointsDiffer,
      LocalizedText(
        ru:
          "лист \(sheet.juror), заявка \(sheet.entry), критерий \(mark.criterion): баллов \(mark.points.inRussian), \(said.0)",
        en: "sheet of \(sheet.juror) on \(sheet.entry), criterion \(mark.criterion): \(mark.points) points, \(said.1)"),
      advice: askOrganiser, field: field)
  }

  static func pointsMissing(_ criterion: Identifier, _ sheet: ScoreSheet) -> Diagnostic {
    Diagnostic(
      ContestCode.pointsDiffer,
      LocalizedText(
        ru: "лист \(sheet.juror), заявка \(sheet.entry): нет баллов по критерию \(criterion), в протоколе они есть",
        en: "sheet of \(sheet.juror) on \(sheet.entry): no points for \(criterion), which the protocol has"),
      advice: askOrganiser)
  }

  static func sheetDiffers(juror: Identifier, entry: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.sheetDiffers,
      LocalizedText(
        ru: "лист \(juror) на заявку \(entry) не тот, по которому принято решение",
        en: "the sheet of \(juror) on \(entry) is not the one that was decided on"),
      advice: askOrganiser)
  }

  static func sheetMissing(juror: Identifier, entry: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.sheetMissing,
      LocalizedText(
        ru: "нет листа \(juror) на заявку \(entry), который учтён в протоколе",
        en: "the sheet of \(juror) on \(entry), which the protocol counts, is missing"),
      advice: askOrganiser)
  }

  static func sheetUnknown(juror: Identifier, entry: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.sheetUnknown,
      LocalizedText(
        ru: "лист \(juror) на заявку \(entry) протоколом не учтён",
        en: "the protocol does not count the sheet of \(juror) on \(entry)"),
      advice: askOrganiser)
  }

  static func totalDiffers(stated: ExactDecimal, computed: ExactDecimal?) -> Diagnostic {
    Diagnostic(
      ContestCode.totalDiffers,
      LocalizedText(
        ru: "итог в протоколе \(stated.inRussian), по листам — \(computed?.inRussian ?? "—")",
        en: "the total is stated as \(stated); the sheets give \(computed?.description ?? "—")"),
      advice: askOrganiser, field: "total")
  }

  static func jurorTotalDiffers(_ juror: Identifier, stated: ExactDecimal, computed: ExactDecimal) -> Diagnostic {
    Diagnostic(
      ContestCode.totalDiffers,
      LocalizedText(
        ru: "итог \(juror) в протоколе \(stated.inRussian), по листу — \(computed.inRussian)",
        en: "the total of \(juror) is stated as \(stated); the sheet gives \(computed)"),
      advice: askOrganiser, field: "jurorTotal")
  }

  static func placeDiffers(stated: [Int], computed: Int?) -> Diagnostic {
    let said = stated.map(String.init).joined(separator: ", ")
    let message =
      switch computed {
      case let computed? where stated.isEmpty:
        LocalizedText(
          ru: "места не дано, по листам и правилам — \(computed)-е",
          en: "no place is given; the sheets and rules give place \(computed)")
      case let computed?:
        LocalizedText(
          ru: "место в протоколе \(said), по листам и правилам — \(computed)",
          en: "the place is stated as \(said); the sheets and rules give \(computed)")
      case nil:
        LocalizedText(
          ru: "место в протоколе \(said), по листам и правилам места нет",
          en: "the place is stated as \(said); the sheets and rules give none")
      }
    return Diagnostic(ContestCode.placeDiffers, message, advice: askOrganiser, field: "award")
  }

  static func prizeDiffers(_ place: Int, stated: String, listed: String?, field: String) -> Diagnostic {
    let found = listed.map { ("«\($0)»", "“\($0)”") } ?? ("никакого", "none")
    return Diagnostic(
      ContestCode.prizeDiffers,
      LocalizedText(
        ru: "приз за \(place)-е место в протоколе — «\(stated)», в перечне призов — \(found.0)",
        en: "the prize of place \(place) is stated as “\(stated)”; the prizes listed have \(found.1)"),
      advice: askOrganiser, field: field)
  }

  static func tieUnexplained(_ tie: Proposal.Undecided) -> Diagnostic {
    let entries = tie.entries.map(\.description).joined(separator: ", ")
    return Diagnostic(
      ContestCode.tieUndecided,
      LocalizedText(
        ru: "заявки \(entries) равны, а решения жюри о местах между ними в протоколе нет",
        en: "the entries \(entries) are equal, and the protocol has no decision between them"),
      advice: askOrganiser, field: "award")
  }

  static func nothingRevoked(field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.noRevokedPlaces,
      LocalizedText(
        ru: "решено, что станет с отменёнными местами, а ни одно отменённым не названо",
        en: "it is decided what becomes of revoked places, and none is told to be revoked"),
      advice: askOrganiser, field: field)
  }

  static func outcomeDiffers(
    _ decision: ResultsProtocol.Decision, computed: NominationOutcome, field: String
  ) -> Diagnostic {
    Diagnostic(
      ContestCode.outcomeDiffers,
      LocalizedText(
        ru: "решение по номинации — \(decision.outcome.rawValue), по листам и правилам — \(computed.rawValue)",
        en: "the nomination is decided as \(decision.outcome.rawValue); the sheets and rules give \(computed.rawValue)"),
      advice: askOrganiser, field: field)
  }

  /// What is advised to the office is of no use to whoever verifies its protocol.
  static func cannotRecompute(_ obstacle: Diagnostic) -> Diagnostic {
    var finding = obstacle
    finding.advice = LocalizedText(
      ru: "по листам мест не пересчитать: сверьте файл с подписанным протоколом",
      en: "the sheets do not give the places: compare the file with the signed protocol")
    return finding
  }

  static let askOrganiser = LocalizedText(
    ru: "сверьте файл с бумажным протоколом и спросите организатора",
    en: "compare the file with the protocol on paper and ask the organiser")
}
