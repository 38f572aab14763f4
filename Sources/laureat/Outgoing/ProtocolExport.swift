import Contests
import Primitives
import Storage

/// The results a protocol is sent with.
struct ProtocolExport {
  private let session: Session
  private let contest: Identifier
  private let stored: StoredProtocol
  /// In whose name the results go out.
  private let sender: Identifier

  init(_ session: Session, contest: Identifier, _ stored: StoredProtocol, from sender: Identifier) {
    self.session = session
    self.sender = sender
    self.contest = contest
    self.stored = stored
  }

  /// The results recorded for the protocol; for one that was kept here, also the admitted and refused entries on which
  /// no protocol says anything, so that the whole contest is told.
  ///
  /// - Parameters:
  ///   - isProof: Tells those of other protocols too: places are recomputed among all who competed.
  ///   - body: is handed the entry's number of registration too.
  func each(asProof isProof: Bool = false, _ body: (Registration, ProtocolResult) throws -> Void) throws {
    let admitted = stored.isImported ? [:] : try session.entries.admitted(in: contest)
    // Each city knows its own among those of several; what came from nobody else is told to be so.
    let ours = try session.entries.areOfSeveral(in: contest) ? nil : sender
    let titles = isProof || stored.isImported ? [:] : try nominationTitles()
    try session.protocols.eachResult(contest: contest, number: stored.minutes.number) { registration, result in
      var result = result
      if result.source == nil, let entry = try session.entries.find(registration) {
        result.source = entry.source(unless: ours)
      }
      if result.outOf == nil, result.awards.contains(where: { $0.place != nil }) {
        result.outOf = admitted[result.nomination]
      }
      result.nominationTitle = result.nominationTitle ?? result.nomination.flatMap { titles[$0] }
      try body(registration, result)
    }
    guard !stored.isImported else { return }
    try session.entries.eachWithoutResult(in: contest, of: isProof ? stored.minutes.number : nil) { entry in
      let isAdmitted = entry.status.isAdmitted
      try body(
        entry.registration,
        ProtocolResult(
          id: entry.exchangeID, nomination: entry.entry.nomination,
          nominationTitle: entry.entry.nomination.flatMap { titles[$0] }, title: entry.entry.title,
          source: entry.source(unless: ours), isAdmitted: isAdmitted,
          reason: isAdmitted ? nil : entry.history.changes.last?.reason))
    }
  }

  /// What the nominations are called, for a reader of a protocol that does not list them.
  private func nominationTitles() throws -> [Identifier: String] {
    guard stored.minutes.nominations.isEmpty, let contest = try session.contests.find(contest) else { return [:] }
    return Dictionary(contest.nominations.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }
}

extension StoredEntry {
  /// Who sent it, unless it was somebody who need not be told.
  fileprivate func source(unless other: Identifier?) -> ProtocolResult.Source? {
    sender == other ? nil : ProtocolResult.Source(sender: sender, id: entry.id)
  }
}
