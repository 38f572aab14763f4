import Foundation
import Primitives
import SQLiteEngine
import Storage

@testable import Exchange
@testable import laureat

/// Where mutants are checked and taken in, and libxml2 is asked about them.
struct Bench {
  let corpus: Corpus
  private let oracle: Oracle
  private let file: URL
  /// Knows the contests and projects of the samples, so that imports get as far as the rules.
  private let store: Store
  /// Knows nothing, as the store of a check does that sees no other file.
  private let empty: Store
  private let now: Instant

  init() throws {
    corpus = try Corpus()
    oracle = try Oracle()
    file = FileManager.default.temporaryDirectory.appending(path: "laureat-fuzz-\(UUID().uuidString).xml")
    store = Store(try SQLiteEngine.scratch())
    empty = Store(try SQLiteEngine.scratch())
    guard let now = Instant("2020-12-01T12:00:00+07:00") else { throw CocoaError(.formatting) }
    self.now = now
    for path in corpus.foundations {
      _ = try FileIntake(path: path, mode: .store, receivedAt: now).run(in: store)
    }
  }

  /// What is wrong with the verdicts on a mutant; nil when nothing is.
  func complaint(about mutant: Mutant, _ tally: inout Tally) throws -> String? {
    try Data(mutant.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let expected = oracle.verdict(on: mutant.bytes)
    // Dry runs: every round finds the same stores.
    let checked = try FileIntake(path: file.path, mode: .check, dryRun: true, isLast: true, receivedAt: now)
      .run(in: empty)
    var receipt: [UInt8] = []
    let imported = try FileIntake(path: file.path, mode: .store, dryRun: true, receivedAt: now)
      .run(in: store) { verdict in
        try verdict.receipt? { receipt += $0 }
        return nil
      }
    tally.count(checked, expected)
    for (command, verdict) in [("check", checked), ("import", imported)] {
      if let complaint = Self.complaint(about: verdict, expected) { return "\(command): \(complaint)" }
    }
    if !receipt.isEmpty, oracle.verdict(on: receipt).isValid != true { return "import: its receipt is invalid" }
    return nil
  }

  private static func complaint(about verdict: FileVerdict, _ expected: Oracle.Verdict) -> String? {
    switch verdict.status {
    case .accepted, .acceptedWithWarnings:
      if !expected.isWellFormed { return "accepted, but not well-formed" }
      if expected.isValid != true { return "accepted, but invalid by the schema" }
    case .partial:
      if !expected.isWellFormed { return "accepted in part, but not well-formed" }
      if !verdict.diagnostics.hasErrors { return "records are refused without a reason" }
    case .rejected:
      if !verdict.diagnostics.hasErrors { return "refused without a reason" }
    case .duplicate: break
    }
    return nil
  }
}

extension Tally {
  mutating func count(_ verdict: FileVerdict, _ expected: Oracle.Verdict) {
    switch verdict.status {
    case .accepted, .acceptedWithWarnings, .duplicate: accepted += 1
    case .partial: inPart += 1
    case .rejected:
      refused += 1
      if expected.isValid == true { refusedByRule += 1 }
    }
  }
}
