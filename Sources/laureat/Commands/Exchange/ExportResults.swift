import ArgumentParser
import Contests
import Exchange
import Primitives
import Storage

struct ExportResults: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results", abstract: local(ru: "Протокол с итогами конкурса.", en: "A contest's results protocol."),
    discussion: examples([
      "laureat export results --contest teplo-2020 -o results.xml",
      "laureat export results --contest teplo-2020 --protocol 4",
    ]))

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(
      local(ru: "Номер протокола, если их несколько.", en: "Number of the protocol, where there are several."),
      valueName: "number"))
  var number: String?

  @OptionGroup var options: ContestExportOptions

  func run() throws {
    let store = try options.output.common.openStore()
    let disclosure = try options.profile.disclosure(in: store)
    let document = try store.read { session in
      let contest = try session.contest(options.contest)
      let stored = try session.storedProtocol(number, of: contest)
      let changedAt = [stored.changedAt, try session.winners.changedAt(in: contest.id)].compactMap { $0 }.max()
      let outgoing = Outgoing(
        session, options.output, to: try options.addressee.organisation(in: session), telling: disclosure)
      let sender = try session.sender(about: contest).id
      let proof = try ProtocolProof(stored, of: contest, telling: disclosure, in: session)
      if proof.isOutdated { DiagnosticPrinter.show([.sheetsAreOthers(stored.minutes.number)]) }
      return try outgoing.write(.resultsProtocol, about: contest, changedAt: changedAt) { body in
        try body.add(disclosure.minutes(proof.minutes, of: contest, in: session), sealed: true)
        let export = ProtocolExport(session, contest: contest.id, stored, from: sender)
        try export.each(asProof: !proof.sheets.isEmpty) { registration, result in
          let proved = proof.adding(to: result)
          try body.add(disclosure.result(proved, on: registration, of: contest, in: session))
        }
        for sheet in proof.sheets { try body.add(sheet) }
        for recusal in proof.recusals { try body.add(recusal) }
      }
    }
    try disclosure.conclude(document, in: store)
  }
}

extension Diagnostic {
  fileprivate static func sheetsAreOthers(_ number: String) -> Diagnostic {
    Diagnostic(
      ContestCode.notProvable, .note,
      LocalizedText(
        ru:
          "после протокола № \(number) листы исправлены, и выгружен он без листов: по нынешним его места не пересчитать",
        en:
          "the sheets were corrected after the protocol \(number), and it goes out without them: they do not give its places"
      ),
      advice: LocalizedText(
        ru: "если нужно доказательство, перешлите файл, который был выгружен до исправления",
        en: "where the proof is needed, send on the file that was exported before the correction"))
  }
}
