import Foundation
import Primitives
import SQLiteEngine
import SeededGenerator
import Storage
import Testing

@testable import laureat

/// Documents damaged in every way, against a check and an import: neither may crash, accept what libxml2 itself refuses,
/// or refuse without a reason.
///
/// A few rounds run with all tests. `make fuzz` runs many under the address sanitizer; a round depends on
/// the seed and its number alone, so that any can be run again: `LAUREAT_FUZZ_SEED=1 LAUREAT_FUZZ_FIRST=4711
/// LAUREAT_FUZZ_ROUNDS=1`.
@Suite(.serialized) struct FuzzTests {
  private static func setting(_ name: String, or value: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? value
  }

  @Test func `no mutant is accepted that libxml2 refuses, and none is refused without a reason`() throws {
    let seed = Self.setting("LAUREAT_FUZZ_SEED", or: 2020)
    let first = Self.setting("LAUREAT_FUZZ_FIRST", or: 0)
    let rounds = Self.setting("LAUREAT_FUZZ_ROUNDS", or: 300)
    let bench = try Bench()
    var tally = Tally()
    for round in first..<first + rounds {
      let mutant = Mutant(seed: seed, round: round, of: bench.corpus)
      let complaint = try bench.complaint(about: mutant, &tally)
      if let complaint {
        let kept = try mutant.keep()
        Issue.record("seed \(seed), round \(round), \(mutant.history): \(complaint); the document: \(kept)")
      }
      if rounds > 1000, (round + 1).isMultiple(of: 1000) {
        FileHandle.standardError.write(Data("\(round + 1) rounds: \(tally)\n".utf8))
      }
    }
    // A fuzzer of which nothing gets through, or everything, tests nothing.
    if rounds >= 300 { #expect(tally.accepted > 0 && tally.refused > 0, "\(tally)") }
  }
}

/// What became of the mutants.
struct Tally: CustomStringConvertible {
  var accepted = 0
  var inPart = 0
  var refused = 0
  /// Valid by the schema, and refused for a rule or a reference.
  var refusedByRule = 0

  var description: String {
    "\(accepted) accepted, \(inPart) in part, \(refused) refused, of these \(refusedByRule) by a rule"
  }
}

/// A sample after some mutations.
struct Mutant {
  let name: String
  let bytes: [UInt8]
  let history: String

  init(seed: UInt64, round: UInt64, of corpus: Corpus) {
    var random = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ round)
    let sample = corpus.documents[Int.random(in: 0..<corpus.documents.count, using: &random)]
    var bytes = sample.bytes
    var names = [sample.name]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let other = corpus.documents[Int.random(in: 0..<corpus.documents.count, using: &random)]
      let mutation = Mutation.all[Int.random(in: 0..<Mutation.all.count, using: &random)]
      mutation.apply(&bytes, &random, other.bytes)
      names.append(mutation.name)
    }
    name = "\(seed)-\(round).xml"
    self.bytes = bytes
    history = names.joined(separator: ", ")
  }

  /// Puts the document where it can be looked at.
  func keep() throws -> String {
    let folder = Corpus.samples.deletingLastPathComponent().appending(path: ".build/fuzz")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
