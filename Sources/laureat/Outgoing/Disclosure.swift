import Contests
import Exchange
import Grants
import Primitives
import Storage

/// What a document tells of the people in it, record by record.
final class Disclosure {
  enum Extent {
    case full
    case pseudonymised(Pseudonyms)
    /// Only what may be published.
    case publishable
  }

  private let extent: Extent
  private var omittedExtensions = 0

  init(_ extent: Extent) {
    self.extent = extent
  }

  /// Whether the document is an exchange with somebody: what hides its people is not, and no receipt is awaited for it.
  var isSent: Bool {
    if case .full = extent { true } else { false }
  }

  /// - Parameter number: The number of registration.
  func entry(_ entry: Entry, number: Int, of contest: Contest) -> Entry {
    switch extent {
    case .full: return entry
    case .pseudonymised(let pseudonyms):
      omit(entry.extensions)
      return entry.pseudonymised(by: pseudonyms)
    case .publishable:
      omit(entry.extensions)
      return entry.published(as: number, by: contest.rules.publication)
    }
  }

  /// - Returns: nil where it is not told: what was withdrawn is not published.
  func withdrawal(_ withdrawal: Withdrawal) -> Withdrawal? {
    switch extent {
    case .full: withdrawal
    case .pseudonymised(let pseudonyms):
      Withdrawal(id: pseudonyms.identifier(withdrawal.id), date: withdrawal.date, reason: Neutral.text)
    case .publishable: nil
    }
  }

  func contest(_ contest: Contest) -> Contest {
    switch extent {
    case .full: return contest
    case .pseudonymised(let pseudonyms):
      omit(contest.extensions)
      return contest.pseudonymised(by: pseudonyms)
    case .publishable:
      omit(contest.extensions)
      return contest.published
    }
  }

  func minutes(_ minutes: ResultsProtocol, of contest: Contest, in session: Session) throws -> ResultsProtocol {
    switch extent {
    case .full: return minutes
    case .pseudonymised(let pseudonyms):
      omit(minutes.extensions)
      return minutes.pseudonymised(by: pseudonyms)
    case .publishable:
      omit(minutes.extensions)
      return try minutes.published {
        try session.entries.find(contest: contest.id, exchangeID: $0)?.registration.number
      }
    }
  }

  /// - Throws: ``Failure`` when the entry it is about is gone.
  func result(
    _ result: ProtocolResult, on registration: Registration, of contest: Contest, in session: Session
  ) throws -> ProtocolResult {
    if isSent { return result }
    omit(result.extensions)
    let entry = try session.entry(registration).entry
    switch extent {
    case .full: return result
    case .pseudonymised(let pseudonyms): return result.pseudonymised(by: pseudonyms, of: entry)
    case .publishable:
      return result.published(of: entry, as: registration.number, by: contest.rules.publication)
    }
  }

  /// - Parameter registration: Of the entry that the sheet is on.
  func sheet(_ sheet: ScoreSheet, on registration: Registration) -> ScoreSheet {
    if isSent { return sheet }
    omit(sheet.extensions)
    var sheet = sheet
    sheet.id = Identifier("\(sheet.juror).\(registration.number)") ?? sheet.id
    sheet.entry = self.entry(sheet.entry, registration)
    sheet.remark = nil
    sheet.extensions = nil
    return sheet
  }

  func recusal(_ recusal: Recusal, on registration: Registration) -> Recusal {
    if isSent { return recusal }
    omit(recusal.extensions)
    var recusal = recusal
    recusal.id = Identifier("\(recusal.juror).\(registration.number)") ?? recusal.id
    recusal.entry = self.entry(recusal.entry, registration)
    recusal.reason = Neutral.text
    recusal.extensions = nil
    return recusal
  }

  /// Why sheets are missing may tell of a juror.
  func closing(_ closing: JudgingClosing) -> JudgingClosing {
    if isSent { return closing }
    var closing = closing
    closing.reason = closing.reason.map { _ in Neutral.text }
    return closing
  }

  /// What an entry is called.
  private func entry(_ id: Identifier, _ registration: Registration) -> Identifier {
    switch extent {
    case .full: id
    case .pseudonymised(let pseudonyms): pseudonyms.identifier(id)
    case .publishable: Identifier(String(registration.number)) ?? id
    }
  }

  func project(_ project: Project) -> Project {
    switch extent {
    case .full: return project
    case .pseudonymised(let pseudonyms):
      omit(project.extensions)
      return project.pseudonymised(by: pseudonyms)
    case .publishable:
      omit(project.extensions)
      return project.published
    }
  }

  /// Whoever writes the document or gets it.
  func organisation(_ organisation: Organisation) -> Organisation {
    isSent ? organisation : organisation.withoutContact
  }

  private func omit(_ extensions: String?) {
    if extensions != nil { omittedExtensions += 1 }
  }

  /// Notes a document as sent, or says what is missing in it.
  func conclude(_ document: SentDocument, in store: Store) throws {
    if isSent { return try document.note(in: store) }
    guard omittedExtensions > 0 else { return }
    Terminal.say(
      local(
        ru: "примечание: дополнения отправителей не вошли, в них может быть что угодно: \(omittedExtensions)",
        en: "note: foreign content, which may hold anything, was left out: \(omittedExtensions)"))
  }
}
