import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports

/// `laureat verify FILE`: recomputes every place of a protocol from the points it carries. No store is needed.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(
      ru: "Пересчитать места протокола по его оценочным листам.",
      en: "Recompute the places of a protocol from its score sheets."),
    discussion: examples([
      "laureat verify results.xml",
      "laureat verify results.xml --json",
    ]) + "\n\n"
      + local(
        ru: "Контрольную сумму решения сверьте с той, что назвал организатор: она та же и в файле, переданном дальше.",
        en: "Compare the digest of the decision with what the organiser tells: a file passed on has the same."))

  @Argument(
    help: ArgumentHelp(
      local(ru: "Протокол: файл laureat export results.", en: "The protocol: a file of laureat export results.")),
    completion: .file(extensions: ["xml"]))
  var file: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let bundle = try ResultsBundle(path: file)
    let isProved = bundle.findings.isEmpty
    try common.print(answer(bundle, isProved), or: text(bundle, isProved))
    guard isProved else { throw Failure(.refused, bundle.findings) }
    // In JSON that key says so.
    if bundle.decisionDigest == nil, !common.json { DiagnosticPrinter.show([.decisionDigestMissing(in: file)]) }
  }

  private func answer(_ bundle: ResultsBundle, _ isProved: Bool) -> JSON {
    [
      "file": .string(file), "contest": JSON(bundle.minutes.contest), "protocol": .string(bundle.minutes.number),
      "date": JSON(bundle.minutes.date), "decisionDigest": JSON(bundle.decisionDigest),
      "verified": .bool(isProved), "entries": .integer(bundle.results.count),
      "sheets": .integer(bundle.sheets.count), "recusals": .integer(bundle.recusals.count),
      "places": .integer(bundle.recomputedPlaces), "diagnostics": .array(bundle.findings.map(\.json)),
    ]
  }

  private func text(_ bundle: ResultsBundle, _ isProved: Bool) -> String {
    let (sheets, places) = (bundle.sheets.count, bundle.recomputedPlaces)
    guard isProved else {
      return local(
        ru: "протокол № \(bundle.minutes.number) НЕ подтверждён: расхождений — \(bundle.findings.count)\n",
        en: "protocol \(bundle.minutes.number) is NOT confirmed: \(bundle.findings.count) difference(s)\n")
    }
    let digest = bundle.decisionDigest.map {
      local(ru: "контрольная сумма решения: \($0)\n", en: "digest of the decision: \($0)\n")
    }
    return local(
      ru:
        "протокол № \(bundle.minutes.number) подтверждён: мест — \(places), пересчитано по оценочным листам — \(sheets)\n",
      en:
        "protocol \(bundle.minutes.number) is confirmed: \(places) place(s), recomputed from \(sheets) score sheet(s)\n"
    ) + (digest ?? "")
  }
}

extension Diagnostic {
  /// No fault: such files were written before there was one, and other programs may leave it out.
  fileprivate static func decisionDigestMissing(in file: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.decisionDigestMissing, .note,
      LocalizedText(
        ru: "в файле нет контрольной суммы решения: видно, что места следуют из листов, а остальное сверьте с бумагой",
        en: "the file has no digest of its decision: its places follow from the sheets; compare the rest with the paper"
      ),
      advice: LocalizedText(
        ru: "если протокол составлен в Laureat, попросите организатора выгрузить его заново: laureat export results",
        en: "where the protocol was drawn up in Laureat, ask the organiser to export it again: laureat export results"),
      location: Location(file: file))
  }
}
