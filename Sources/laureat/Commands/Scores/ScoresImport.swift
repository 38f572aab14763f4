import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat scores import FILE…`: the forms that jurors have filled in, each taken whole or not at all; sheets as XML, as
/// `laureat import` takes them.
struct ScoresImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: local(
      ru: "Принять заполненные оценочные листы.", en: "Take in score sheets that were filled in."),
    discussion: examples([
      "laureat scores import ivanova.xlsx --preview",
      "laureat scores import sheets/*.xlsx",
      "laureat scores import score-sheets.xml",
      "laureat scores import paper.csv --contest teplo-2020 --juror ivanova --date 2020-12-25",
    ]))

  @Argument(
    help: ArgumentHelp(
      local(
        ru: "Листы XLSX и CSV, сделанные laureat scores export, или оценочные листы XML.",
        en: "Sheets, XLSX or CSV, as laureat scores export makes them; or score sheets as XML.")),
    completion: .file(extensions: ["xlsx", "csv", "xml"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      local(ru: "Конкурс, если лист его не называет.", en: "The contest, where a sheet does not say it."),
      valueName: "id"))
  var contest: Identifier?

  @Option(
    help: ArgumentHelp(
      local(ru: "Член жюри, если лист его не называет.", en: "The juror, where a sheet does not say it."),
      valueName: "id"))
  var juror: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "День оценки; без него — из листа, иначе сегодня.",
        en: "Day of the points; otherwise the sheet's, or today."),
      valueName: dayForm))
  var date: Day?

  @Flag(
    help: ArgumentHelp(
      local(ru: "Показать, что изменится, ничего не записывая.", en: "Show what would change, and record nothing.")))
  var preview = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError(local(ru: "«-» можно назвать один раз", en: "- can be named once"))
    }
  }

  func run() throws {
    let store = try common.openStore()
    let documents = files.filter(TableSource.isDocument)
    if !documents.isEmpty {
      guard documents.count == files.count, contest == nil, juror == nil, date == nil else {
        throw Failure.usage(
          LocalizedText(
            ru: "листы XML принимают отдельно от таблиц; конкурс, члена жюри и день они называют сами",
            en: "sheets as XML go without tables beside them; they name contest, juror and day themselves"))
      }
      return try take(documents: documents, into: store)
    }
    var verdicts: [Result<TakenForm, FormRefusal>] = []
    for file in files { verdicts.append(try take(file, into: store)) }
    if preview || writing.dryRun {
      Terminal.say(local(ru: "пробный запуск: ничего не записано", en: "dry run: nothing was recorded"))
    }
    try show(verdicts)
  }

  /// Takes score sheets that are exchange documents.
  private func take(documents: [String], into store: Store) throws {
    let isTrial = preview || writing.dryRun
    let verdicts = try documents.map { file in
      var stream = try DocumentStream(path: file)
      _ = try stream.next()
      guard stream.kind == nil || stream.kind == .scoreSheets else {
        throw Failure([.noScoreSheets(at: stream.rootLocation)])
      }
      return try FileIntake(path: file, mode: .store, dryRun: isTrial, shelf: common.shelf, receivedAt: Clock.now())
        .run(in: store)
    }
    if isTrial { Terminal.say(local(ru: "пробный запуск: ничего не записано", en: "dry run: nothing was recorded")) }
    try Verdicts.show(verdicts, .store, common)
  }

  private func take(_ file: String, into store: Store) throws -> Result<TakenForm, FormRefusal> {
    do {
      let asked = ScoreFormIntake.Asked(contest: contest, juror: juror, date: date)
      let taken = try store.write(dryRun: preview || writing.dryRun) { session in
        let taken = try ScoreFormIntake(session, asked, now: Clock.now()).take(file)
        if taken.changesAnything {
          try session.record("scores.import", taken.contest.id.description, detail: taken.juror.description)
        }
        return taken
      }
      return .success(taken)
    } catch let failure as Failure {
      return .failure(FormRefusal(file: file, failure: failure))
    } catch let refusal as DocumentRefusal {
      return .failure(FormRefusal(file: file, failure: Failure(refusal.diagnostics)))
    }
  }

  private func show(_ verdicts: [Result<TakenForm, FormRefusal>]) throws {
    let (taken, refused) = (verdicts.compactMap { try? $0.get() }, verdicts.compactMap(\.refusal))
    if !common.json {
      DiagnosticPrinter.show(taken.flatMap(\.notes) + refused.flatMap(\.failure.diagnostics))
    }
    try common.print(
      .array(verdicts.map { verdict in (try? verdict.get())?.json ?? verdict.refusal?.json ?? nil }),
      or: verdicts.map { verdict in
        switch verdict {
        case .success(let form): (preview ? form.preview : "") + form.line
        case .failure(let refusal): refusal.line
        }
      }.joined())
    guard let first = refused.first else { return }
    throw taken.isEmpty ? first.failure.status : ExitStatus.partial
  }
}

extension Diagnostic {
  fileprivate static func noScoreSheets(at place: Location?) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unknownRoot,
      LocalizedText(ru: "это не оценочные листы", en: "these are no score sheets"),
      advice: LocalizedText(
        ru: "другие документы принимает laureat import", en: "laureat import takes other documents in"),
      location: place)
  }
}

/// A form that was not taken.
struct FormRefusal: Error {
  let file: String
  let failure: Failure

  var line: String { local(ru: "\(file.printable): не принят\n", en: "\(file.printable): refused\n") }

  var json: JSON {
    ["file": .string(file), "status": "rejected", "diagnostics": .array(failure.diagnostics.map(\.json))]
  }
}

extension Result where Failure == FormRefusal {
  fileprivate var refusal: FormRefusal? { if case .failure(let refusal) = self { refusal } else { nil } }
}
