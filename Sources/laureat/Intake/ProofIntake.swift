import Contests
import Primitives
import Storage

/// Keeps what proves a protocol that came as a document, as it came. What is said on an entry that is not here is left
/// out.
struct ProofIntake {
  private let session: Session
  private let contest: Identifier
  private let number: String
  /// True once something has come: it takes the place of what a document brought before.
  private var hasBegun: Bool
  /// What stays as it is, by juror and entry, where the same file comes a second time: it only adds.
  private let standing: Set<[Identifier]>

  init(_ session: Session, contest: Identifier, number: String, isSecondTaking: Bool) throws {
    self.session = session
    self.contest = contest
    self.number = number
    hasBegun = isSecondTaking
    guard isSecondTaking else {
      standing = []
      return
    }
    let proof = try session.protocols.receivedProof(contest: contest, number: number)
    standing = Set(
      proof.sheets.map { [$0.sheet.juror, $0.sheet.entry] }
        + proof.recusals.map { [$0.recusal.juror, $0.recusal.entry] })
  }

  mutating func take(_ sheet: ScoreSheet) throws {
    guard !standing.contains([sheet.juror, sheet.entry]),
      let stored = try session.entries.find(contest: contest, exchangeID: sheet.entry)
    else { return }
    var sheet = sheet
    if try session.erasures.find(stored.registration) != nil {
      sheet.remark = nil
      sheet.extensions = nil
    }
    try begin()
    try session.protocols.save(sheet, contest: contest, number: number)
  }

  mutating func take(_ recusal: Recusal) throws {
    guard !standing.contains([recusal.juror, recusal.entry]),
      let stored = try session.entries.find(contest: contest, exchangeID: recusal.entry)
    else { return }
    var recusal = recusal
    if try session.erasures.find(stored.registration) != nil {
      recusal.reason = Neutral.text
      recusal.extensions = nil
    }
    try begin()
    try session.protocols.save(recusal, contest: contest, number: number)
  }

  private mutating func begin() throws {
    if hasBegun { return }
    hasBegun = true
    try session.protocols.forgetProof(contest: contest, number: number)
  }
}
