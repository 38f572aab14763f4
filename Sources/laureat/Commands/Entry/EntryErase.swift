import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat entry erase E`: removes the personal values of an entry for good, and says so in an act.
struct EntryErase: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html
  }

  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: local(
      ru: "Удалить персональные данные заявки безвозвратно.", en: "Erase the personal data of an entry for good."),
    discussion: examples([
      "laureat entry erase teplo-2020/17 --reason \"отозвано согласие на обработку\" --dry-run",
      "laureat entry erase teplo-2020/17 --reason \"отозвано согласие на обработку\" --format html -o act.html",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Номер заявки.", en: "Number of the entry."), valueName: "contest/n"))
  var entry: Registration

  @Option(
    help: ArgumentHelp(
      local(ru: "Основание, без имён: оно хранится.", en: "The ground, without names: it is kept.")),
    transform: TypedText.line)
  var reason: String

  @Option(
    help: ArgumentHelp(local(ru: "День удаления; без него сегодня.", en: "Day; today without it."), valueName: dayForm))
  var date: Day?

  @Option(help: ArgumentHelp(local(ru: "Акт: text или html.", en: "The act: text or html.")))
  var format = Format.text

  @OptionGroup var output: OutputOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let today = Clock.now().day
    let day = date ?? today
    if day > today { throw Failure([.dayNotCome]) }
    let store = try output.common.openStore()
    let page: ErasurePage
    do {
      page = try writing.change(store) { try erase(on: day, in: $0) }
    } catch ErasureRefusal.already(let erasure) {
      // An erasure that was cut short before its last step is brought to its end.
      if !writing.dryRun {
        try output.common.shelf.sweep(for: store)
        try store.compact()
      }
      throw Failure([.erased(erasure)])
    } catch ErasureRefusal.reasonIsPersonal {
      throw Failure([.reasonIsPersonal])
    }
    if !writing.dryRun {
      try output.common.shelf.sweep(for: store)
      try compact(store)
    }
    if page.contestIsOpen { DiagnosticPrinter.show([.contestStillRuns(entry.contest)]) }
    if output.common.json { return try Page.write(page.json.text, to: output) }
    switch format {
    case .text: try Page.write(page.document.text(width: Terminal.width), to: output)
    case .html: try Page.write(page.document.html, to: output)
    }
  }

  private func erase(on day: Day, in session: Session) throws -> ErasurePage {
    let stored = try session.entry(entry)
    let contest = try session.contest(entry.contest)
    let act = try session.erase(stored, of: contest, on: day, reason: reason, at: Clock.now())
    // Afterwards, for a file's name may have gone too.
    let carriers = try session.sent.dispatches(of: entry, named: stored.namesInMessages).map(\.message)
    return ErasurePage(act, contest: contest, carriers: carriers)
  }

  /// The values are gone from the tables; what is left of them in free pages of the file goes here.
  private func compact(_ store: Store) throws {
    do {
      try store.compact()
    } catch let error as StoreError {
      DiagnosticPrinter.show([.remnantsLeft(entry)])
      throw error
    }
  }
}

extension Diagnostic {
  fileprivate static let dayNotCome = Diagnostic(
    ExchangeCode.illegalHistory, LocalizedText(ru: "день ещё не наступил", en: "the day has not come yet"),
    advice: LocalizedText(ru: "проверьте --date", en: "check --date"))

  fileprivate static let reasonIsPersonal = Diagnostic(
    ExchangeCode.erasureReasonIsPersonal,
    LocalizedText(
      ru: "основание называет человека, телефон, адрес или документ, а оно хранится и после удаления",
      en: "the reason names a person, a telephone, an address or a document, and it is kept after the erasure"),
    advice: LocalizedText(
      ru: "укажите основание без имён, например: --reason \"отозвано согласие на обработку\"",
      en: "give it without names, such as: --reason \"consent to processing withdrawn\""))

  fileprivate static func contestStillRuns(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.contestFinished, .warning,
      LocalizedText(
        ru: "конкурс \(contest) ещё идёт: жюри и протокол больше не увидят, чья это заявка",
        en: "the contest \(contest) still runs: jury and protocol will no longer tell whose entry it is"),
      advice: LocalizedText(
        ru: "если заявка больше не участвует, отзовите её: laureat entry withdraw",
        en: "if it no longer competes, withdraw it: laureat entry withdraw"))
  }
}
