import Foundation
import Testing

/// The data files in JSON that commands take: the layout of a report and the design of diplomas.
struct DataFileTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.samples)
  }

  enum Kind: CaseIterable {
    case layout, design

    var command: [String] {
      switch self {
      case .layout: ["report", "grant", "novye-gorizonty", "--year", "2020", "--layout", "file.json"]
      case .design: ["diploma", "--contest", "teplo-2020", "--entry", "7", "--dry-run", "--design", "file.json"]
      }
    }

    /// Bytes of a file that are taken.
    var most: Int { self == .layout ? 64 << 10 : 1 << 20 }
    var tooLarge: String { self == .layout ? "64 KB" : "1 MB" }
    var sample: String { self == .layout ? "funder-report.json" : "teplo.json" }
  }

  @Test(arguments: Kind.allCases)
  func `a file that is not there, a folder and a pipe cannot be read`(kind: Kind) throws {
    for make in ["true", "mkdir file.json", "rmdir file.json; mkfifo file.json"] {
      try #require(laureat.shell(make).status == 0)
      let result = try laureat.run(kind.command)
      #expect(result.status == 66)
      #expect(result.errors.contains("file.json") && result.errors.contains("GC-020-0001"), "\(result.errors)")
    }
  }

  @Test(arguments: Kind.allCases)
  func `a file is taken up to its limit and refused beyond`(kind: Kind) throws {
    try laureat.write("{}" + String(repeating: " ", count: kind.most - 2), to: "file.json")
    try laureat.must(kind.command)
    try laureat.write("{}" + String(repeating: " ", count: kind.most - 1), to: "file.json")
    let result = try laureat.run(kind.command)
    #expect(result.status == 65)
    #expect(result.errors.contains("the file is larger than \(kind.tooLarge)"), "\(result.errors)")
  }

  @Test(arguments: Kind.allCases)
  func `a slip is told with its field and an example`(kind: Kind) throws {
    try laureat.write("{\"nothing\": 1}", to: "file.json")
    let result = try laureat.run(kind.command)
    #expect(result.status == 65)
    #expect(result.errors.contains("nothing"), "\(result.errors)")
    #expect(result.errors.contains("Samples/designs/\(kind.sample)"), "\(result.errors)")
  }
}
