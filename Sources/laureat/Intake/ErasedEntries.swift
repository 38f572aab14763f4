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

extension Diagnostic {
  static func erased(_ erasure: Erasure) -> Diagnostic {
    Diagnostic(
      ExchangeCode.entryErased,
      LocalizedText(
        ru: "персональные данные заявки \(erasure.registration) удалены \(erasure.date), она больше не меняется",
        en: "the personal data of entry \(erasure.registration) were erased on \(erasure.date); it does not change"),
      advice: LocalizedText(
        ru: "кто и почему их удалил: laureat entry show \(erasure.registration); новую заявку подают под другим"
          + " идентификатором",
        en: "for the reason see laureat entry show \(erasure.registration); a new application needs another identifier")
    )
  }
}
