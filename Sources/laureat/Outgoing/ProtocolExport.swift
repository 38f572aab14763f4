import Contests
import Primitives
import Storage

/// The results a protocol is sent with.
struct ProtocolExport {
  private let session: Session
  private let contest: Identifier
  private let stored: StoredProtocol

  init(_ session: Session, contest: Identifier, _ stored: StoredProtocol) {
    self.session = session
    self.contest = contest
    self.stored = stored
  }

  /// The results recorded for the protocol; for one that was kept here, also the admitted and refused entries on which
  /// no protocol says anything, so that the whole contest is told.
  func each(_ body: (ProtocolResult) throws -> Void) throws {
    try session.protocols.eachResult(contest: contest, number: stored.minutes.number) { try body($1) }
    guard !stored.isImported else { return }
    try session.entries.eachWithoutResult(in: contest) { entry in
      let isAdmitted = entry.status.isAdmitted
      try body(
        ProtocolResult(
          id: entry.exchangeID, nomination: entry.entry.nomination, title: entry.entry.title, isAdmitted: isAdmitted,
          reason: isAdmitted ? nil : entry.history.changes.last?.reason))
    }
  }
}
