import Contests
import Exchange
import Primitives
import Storage

/// Takes the files of a package whose document had come before them: alone, or in a package that was cut short.
///
/// The message is the same and changes nothing; its files are wanted all the same.
struct LateFiles {
  private let files: IncomingFiles
  private let sender: Identifier
  private let session: Session

  init?(_ files: IncomingFiles?, of sender: Identifier, in session: Session) {
    guard let files else { return nil }
    self.files = files
    self.sender = sender
    self.session = session
  }

  /// Takes the files of an application that the store has just as it comes here.
  func take(_ part: DocumentPart) throws {
    guard case .application(let record) = part, case .entry(let entry)? = record.value, !entry.attachments.isEmpty,
      let stored = try session.entries.find(contest: entry.contest, sender: sender, id: entry.id),
      stored.entry.attachments == entry.attachments, try files.findings(for: entry, in: session).isEmpty
    else { return }
    try files.keep(entry.attachments, in: session)
  }

  /// Writes down that files came; false where none is new.
  func note(_ messageID: MessageID, at instant: Instant) throws -> Bool {
    guard files.new > 0 else { return false }
    try session.events.append(
      "files", subject: messageID.description, detail: String(files.new), actor: Actor.name, at: instant)
    return true
  }
}
