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
    ]))

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
  }

  private func answer(_ bundle: ResultsBundle, _ isProved: Bool) -> JSON {
    [
      "file": .string(file), "contest": JSON(bundle.minutes.contest), "protocol": .string(bundle.minutes.number),
      "date": JSON(bundle.minutes.date), "verified": .bool(isProved), "entries": .integer(bundle.results.count),
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
    return local(
      ru:
        "протокол № \(bundle.minutes.number) подтверждён: мест — \(places), пересчитано по оценочным листам — \(sheets)\n",
      en:
        "protocol \(bundle.minutes.number) is confirmed: \(places) place(s), recomputed from \(sheets) score sheet(s)\n"
    )
  }
}
