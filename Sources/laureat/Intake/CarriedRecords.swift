import Contests
import Exchange
import Primitives
import Storage

/// The records that a message of ours carried: whoever answers it can speak of no others.
struct CarriedRecords {
  private let kind: DocumentKind?
  /// The contest the message is about.
  private let contest: Identifier?
  /// Registration numbers by contest; those of an earlier stage go under other identifiers.
  private let runs: [Identifier: [ClosedRange<Int>]]
  private let session: Session

  init(of row: Int64, _ message: StoredMessage, in session: Session) throws {
    kind = DocumentKind(rawValue: message.document)
    contest = message.subject.flatMap { Identifier($0) }
    runs = try session.sent.runs(of: row)
    self.session = session
  }

  /// - Parameter name: the identifier of a record in the message.
  func contains(_ name: String) throws -> Bool {
    guard let id = Identifier(name) else { return false }
    switch kind {
    case .contestAnnouncement: return id == contest
    case .applications: return try carriesApplication(id)
    case .resultsProtocol: return try contest.flatMap { try session.entries.standing(of: id, in: $0) } != nil
    case .grantPortfolio: return try session.projects.find(id) != nil
    case .scoreSheets, .grantReport, .receipt, nil: return true
    }
  }

  private func carriesApplication(_ id: Identifier) throws -> Bool {
    // A withdrawal that went out is not among the runs.
    if let contest, let known = try session.entries.standing(of: id, in: contest),
      known.status == .withdrawn || holds(known.number, of: contest)
    {
      return true
    }
    if let origin = NextStage.registration(of: id), holds(origin.number, of: origin.contest) { return true }
    return try runs.keys.contains { stage in
      try session.entries.standing(of: id, in: stage).map { holds($0.number, of: stage) } ?? false
    }
  }

  private func holds(_ number: Int, of contest: Identifier) -> Bool {
    guard let runs = runs[contest] else { return false }
    // They are in order: the first that does not end before the number.
    let next = runs.partitioningIndex { $0.upperBound >= number }
    return next < runs.count && runs[next].contains(number)
  }
}

extension Array {
  /// The first index whose element, and every later one, meets the condition.
  fileprivate func partitioningIndex(_ isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
