import Foundation
import Synchronization
import Testing

/// The files of Samples/: the sound ones are taken, the broken ones answered as broken/EXPECTED.csv says.
struct SamplesTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
  }

  @Test(arguments: Samples.sound)
  func `a sound sample passes the check`(file: String) throws {
    let result = try laureat("check", file, "--json")
    #expect(result.status == 0, "\(result.output)")
    #expect(try result.json()[0]["diagnostics"].list.allSatisfy { $0["severity"] != "error" })
  }

  /// The schemas alone carry the format: a validator that knows nothing of Laureat agrees.
  @Test(arguments: Samples.sound)
  func `a sound sample is valid for xmllint by its schema`(file: String) throws {
    let document = try #require(try laureat("check", file, "--json").json()[0]["document"].string)
    let verdict = try laureat.xmllint(file, Schemas.name(of: document))
    #expect(verdict.status == 0, "\(verdict.errors)")
  }

  @Test func `there are at least 25 broken samples`() {
    #expect(Samples.expected.count >= 25)
  }

  @Test func `every broken sample is expected to be refused`() throws {
    let named = Set(Samples.expected.flatMap(\.files))
    let present = try FileManager.default.contentsOfDirectory(atPath: Samples.broken.path).filter {
      $0.hasSuffix(".xml")
    }
    #expect(present.filter { !named.contains($0) } == [])
  }

  @Test(arguments: Samples.expected)
  func `a broken sample gets its exit status, code and line`(expected: Samples.Expected) throws {
    let result = try laureat.run([expected.command] + expected.files + ["--json"], in: Samples.broken)
    #expect(result.status == expected.exit)
    let verdict = try result.json().list.first { $0["file"].string == expected.files.last } ?? .null
    let finding = verdict["diagnostics"].list.first {
      $0["code"].string == expected.code && (expected.line == nil || $0["line"].int == expected.line)
    }
    #expect(finding != nil, "\(verdict["diagnostics"])")
    #expect(finding?["severity"] == "error")
    #expect(["rejected", "partial"].contains(verdict["status"].string))
  }

  /// What is refused leaves no trace, and what is taken from a file in part is what its verdict says.
  @Test(arguments: Samples.expected.filter { $0.command == "import" })
  func `a broken sample leaves the store as the sound files made it`(expected: Samples.Expected) throws {
    let result = try laureat.run(["import"] + expected.files + ["--json"], in: Samples.broken)
    let verdict = try result.json().list.first { $0["file"].string == expected.files.last } ?? .null
    let before = try Self.state(after: expected.files.dropLast())
    let after = try laureat.state()
    let taken = try #require(verdict["accepted"].int)
    if verdict["document"] == "applications" {
      #expect(after.entries.list.count == before.entries.list.count + taken)
    }
    if verdict["status"] == "rejected" { #expect(after == before) }
  }

  @Test(arguments: Samples.expected.filter { $0.command == "check" })
  func `a check makes no store`(expected: Samples.Expected) throws {
    try laureat.run(["check"] + expected.files, in: Samples.broken)
    #expect(!laureat.exists("store.sqlite"))
  }

  /// The same sound files stand before many broken ones.
  private static func state(after files: ArraySlice<String>) throws -> StoreState {
    try known.withLock { known in
      if let state = known[Array(files)] { return state }
      let laureat = try Command()
      if !files.isEmpty { try laureat.run(["import"] + files, in: Samples.broken) }
      let state = try laureat.state()
      known[Array(files)] = state
      return state
    }
  }

  private static let known = Mutex<[[String]: StoreState]>([:])
}

/// The schema of a document.
enum Schemas {
  /// `grantPortfolio` is described by grant-portfolio.xsd.
  static func name(of document: String) -> String {
    document.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
  }
}
