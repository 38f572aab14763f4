import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat protocol show`: the minutes of the jury's meeting, to be printed and signed.
struct ProtocolShow: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, pdf, xml, json
  }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: local(ru: "Напечатать протокол.", en: "Print the minutes."),
    discussion: examples([
      "laureat protocol show --contest teplo-2020",
      "laureat protocol --contest teplo-2020 --protocol 4 --format pdf -o protocol.pdf",
      "laureat protocol --contest teplo-2020 --format html --profile public -o site.html",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(
      local(ru: "Номер протокола, если их несколько.", en: "Number of the protocol, where there are several."),
      valueName: "number"))
  var number: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "text, html, pdf, json или xml (то же, что export results).",
        en: "text, html, pdf, json or xml (as export results writes).")))
  var format = Format.text

  @Flag(help: ArgumentHelp(local(ru: "Показать баллы каждого члена жюри.", en: "Tell what each juror gave.")))
  var byJuror = false

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if profile.profile == .pseudonymised, format != .xml {
      throw ValidationError(
        local(
          ru: "--profile pseudonymised бывает только с --format xml", en: "--profile pseudonymised needs --format xml"))
    }
  }

  func run() throws {
    if format == .xml, !output.common.json { return try ExportResults.parse(exportArguments).run() }
    let store = try output.common.openStore()
    let disclosure = try profile.disclosure(in: store)
    let view = try store.read { session in
      let contest = try session.contest(contest)
      return try PrintedProtocol(
        try session.storedProtocol(number, of: contest), of: contest, telling: disclosure, in: session
      ).view(showingJurors: byJuror)
    }
    let document = view.document(Speech.language)
    switch output.common.json ? .json : format {
    case .text: try Page.write(document.text(width: Terminal.width), to: output)
    case .html: try Page.write(document.html, to: output)
    case .pdf: try Page.write(pdf: document, madeOn: view.minutes.date, to: output)
    case .json, .xml: try Page.write(view.json.text, to: output)
    }
  }

  private var exportArguments: [String] {
    var arguments = ["--contest", contest.description, "--profile", profile.profile.rawValue]
    let given = [("--protocol", number), ("--output", output.output), ("--store", output.common.store)]
    for case (let name, let value?) in given { arguments.append("\(name)=\(value)") }
    return arguments
  }
}

extension ProtocolView.RevokedAward {
  fileprivate var json: JSON {
    [
      "entry": .integer(award.number), "place": JSON(award.place), "prize": JSON(award.prize),
      "protocol": .string(minutes), "revokedOn": JSON(date), "ground": .string(ground.rawValue),
    ]
  }
}

extension ProtocolView {
  var json: JSON {
    [
      "contest": JSON(contest.id), "number": .string(minutes.number), "date": JSON(minutes.date),
      "received": JSON(minutes.received), "admitted": JSON(minutes.admitted), "rejected": JSON(minutes.rejected),
      "present": .integer(minutes.attendance.count(where: \.isPresent)),
      "absent": .integer(minutes.attendance.count { !$0.isPresent }),
      "parts": .array(
        parts.map { part in
          [
            "nomination": JSON(part.division.nomination), "ageGroup": JSON(part.division.ageGroup),
            "standings": .array(
              part.standings.map { standing in
                [
                  "entry": .integer(standing.number), "rank": JSON(standing.rank), "points": JSON(standing.figure),
                  "place": JSON(standing.place),
                ]
              }),
            "awards": .array(
              part.awards.map { award in
                ["entry": .integer(award.number), "place": JSON(award.place), "prize": JSON(award.prize)]
              }),
            "revoked": .array(part.revoked.map(\.json)),
            "kept": .array(
              part.kept.map { kept in
                [
                  "entry": .integer(kept.award.number), "place": JSON(kept.award.place),
                  "prize": JSON(kept.award.prize), "protocol": .string(kept.minutes),
                ]
              }),
          ]
        }),
      "approvedBy": JSON(minutes.approvingAct?.title), "code": .string(code),
    ]
  }
}
