import Contests
import Exchange
import Primitives
import Storage

// What arrives about an entry that was erased must not bring the people back.

extension ProtocolResult {
  /// What a result says of an erased entry beyond figures is not taken in: whom it names cannot be told any more.
  func withoutErased(_ stored: StoredEntry, in session: Session) throws -> ProtocolResult {
    guard try session.erasures.find(stored.registration) != nil else { return self }
    var result = erased(of: stored.entry.applicant, naming: PersonalNames())
    result.title = title.map { _ in stored.entry.title }
    result.reason = reason.map { _ in Neutral.text }
    result.note = nil
    return result
  }
}

extension Session {
  /// Removes whom an entry names, here and in all that speaks of it.
  ///
  /// - Parameter version: what its sender has made of it; while the contest runs, its figures hold too.
  @discardableResult
  func erase(
    _ stored: StoredEntry, like version: Entry? = nil, of contest: Contest, on day: Day, reason: String,
    at instant: Instant
  ) throws -> ErasureAct {
    var version = version
    if let number = version?.correctionNumber, contest.status.isFinal || stored.status == .withdrawn {
      version = stored.entry
      version?.correctionNumber = number
    }
    return try erasures.erase(
      stored, like: version, outcomes: try outcomes(of: stored, in: contest), named: stored.namesInMessages, on: day,
      reason: reason, actor: Actor.name, at: instant)
  }
}

extension Erasure {
  /// The ground where nobody here has decided it.
  static var bySender: String {
    local(ru: "персональные данные удалены отправителем заявки", en: "erased by the sender of the application")
  }
}

extension Diagnostic {
  static func remnantsLeft(_ registration: Registration) -> Diagnostic {
    Diagnostic(
      CommandCode.busy, .warning,
      LocalizedText(
        ru: "данные заявки \(registration) удалены, но их следы ещё остаются в файле хранилища",
        en: "the data of entry \(registration) are erased, but remnants of them are still in the file of the store"),
      advice: LocalizedText(
        ru: "закройте другие программы, работающие с хранилищем, и повторите: laureat entry erase \(registration)",
        en: "close other programs that use the store and give this: laureat entry erase \(registration)"))
  }

  static func erased(_ erasure: Erasure) -> Diagnostic {
    Diagnostic(
      ExchangeCode.entryErased,
      LocalizedText(
        ru: "персональные данные заявки \(erasure.registration) удалены \(erasure.date), она больше не меняется",
        en:
          "the personal data of entry \(erasure.registration) were erased on \(erasure.date.worded); it does not change"
      ),
      advice: LocalizedText(
        ru: "кто и почему их удалил: laureat entry show \(erasure.registration); новую заявку подают под другим"
          + " идентификатором",
        en: "for the reason see laureat entry show \(erasure.registration); a new application needs another identifier")
    )
  }
}
