import Exchange
import Primitives
import Storage

extension UndoRefusal {
  /// What a person is told, and what to do instead.
  var diagnostic: Diagnostic {
    switch self {
    case .unknown:
      Diagnostic(
        ExchangeCode.undoRefused,
        LocalizedText(ru: "события с таким номером нет", en: "there is no event of that number"),
        advice: LocalizedText(ru: "список: laureat history", en: "list them: laureat history"))
    case .notUndoable("export"):
      Diagnostic(
        ExchangeCode.undoRefused,
        LocalizedText(ru: "отправленное назад не берётся", en: "what was sent is not taken back"),
        advice: LocalizedText(
          ru: "измените или отзовите то, о чём сообщили, и выгрузите снова",
          en: "change or withdraw what was told, and export again"))
    case .notUndoable(let kind):
      Diagnostic(
        ExchangeCode.undoRefused,
        LocalizedText(
          ru: "это назад не берётся: \(Event.title(of: kind)[.russian])",
          en: "this is not taken back: \(Event.title(of: kind)[.english])"),
        advice: LocalizedText(
          ru: "оно ничего не изменило в данных или изменило их навсегда",
          en: "it changed nothing in the data, or changed it for good"))
    case .takenBackAlready:
      Diagnostic(
        ExchangeCode.undoRefused, LocalizedText(ru: "это уже взято назад", en: "this was taken back before"))
    case .neededBy(let events):
      Diagnostic(
        ExchangeCode.undoRefused,
        LocalizedText(
          ru: "на этом построено более позднее: \(Self.list(events, .russian))",
          en: "later events build on this: \(Self.list(events, .english))"),
        advice: LocalizedText(
          ru: "сначала возьмите назад их, начиная с последнего", en: "take those back first, the last one first"))
    case .sent(let exports):
      Diagnostic(
        ExchangeCode.undoRefused,
        LocalizedText(
          ru: "это уже отправлено: \(Self.list(exports, .russian))",
          en: "this was sent: \(Self.list(exports, .english))"),
        advice: Self.instead(of: exports))
    case .beforeLog:
      Diagnostic(
        ExchangeCode.undoRefused,
        LocalizedText(
          ru: "это сделано прежней версией программы, которая не запоминала, что она меняет",
          en: "this was done by an earlier version of the program, which did not note what it changed"),
        advice: LocalizedText(
          ru: "исправьте данные обычными командами", en: "mend the data with the other commands"))
    case .erased:
      Diagnostic(
        ExchangeCode.undoRefused,
        LocalizedText(
          ru: "прежние сведения о человеке стёрты, вернуть их нельзя",
          en: "what was said of a person before is erased and cannot come back"))
    }
  }

  /// What others were told is put right by telling them again.
  private static func instead(of exports: [Event]) -> LocalizedText {
    let advice = Set(exports.compactMap(\.detail)).compactMap(DocumentKind.init).sorted { $0.rawValue < $1.rawValue }
      .compactMap { kind -> LocalizedText? in
        switch kind {
        case .applications:
          LocalizedText(
            ru:
              "исправьте заявку (laureat entry edit), отзовите её (laureat entry withdraw; взамен отозванной — laureat"
              + " entry add) или отмените награду (laureat winner revoke) и выгрузите заявки снова",
            en:
              "correct the entry (laureat entry edit), withdraw it (laureat entry withdraw; for one that is withdrawn,"
              + " laureat entry add) or revoke the award (laureat winner revoke), and export the applications again")
        case .resultsProtocol:
          LocalizedText(
            ru: "решите заново: отмените награду (laureat winner revoke), запишите верную (laureat winner record),"
              + " допустите заявку или откажите ей (laureat entry admit, refuse) — и выгрузите протокол снова: laureat"
              + " export results",
            en: "decide anew: revoke the award (laureat winner revoke), record the right one (laureat winner record),"
              + " admit or refuse the entry (laureat entry admit, refuse); then export the results again: laureat export"
              + " results")
        case .contestAnnouncement:
          LocalizedText(
            ru: "измените объявление или отмените конкурс (laureat contest status … cancelled) и выгрузите объявление"
              + " снова",
            en: "change the announcement or cancel the contest (laureat contest status … cancelled), and export the"
              + " announcement again")
        default: nil
        }
      }
    return LocalizedText(
      ru: advice.map(\.russian).joined(separator: "; "), en: advice.map(\.english).joined(separator: "; "))
  }

  private static func list(_ events: [Event], _ language: Language) -> String {
    let shown = events.prefix(10).map { event in
      "№ \(event.id) (\(event.summary[language]))"
    }.joined(separator: "; ")
    return events.count > 10 ? shown + "; …" : shown
  }
}
