import Foundation
import Testing

/// The files of Samples/.
enum Samples {
  static let folder = Command.root.appending(path: "Samples")
  static let broken = folder.appending(path: "broken")

  /// The year 2020 of the two reports, which is what a store is filled with.
  static let files = documents(in: folder)

  /// Every sound document, also the odd ones and those that leave the house.
  static let sound = files + ["odd", "jury", "outgoing"].flatMap { documents(in: folder.appending(path: $0)) }

  private static func documents(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { folder.appending(path: $0).path }
  }

  /// A row of broken/EXPECTED.csv: what a command on files must answer.
  struct Expected: CustomTestStringConvertible, Sendable {
    let command: String
    let files: [String]
    let exit: Int32
    let code: String
    let line: Int?

    var testDescription: String { "\(command) \(files.last ?? "")" }
  }

  static let expected: [Expected] = {
    let text = (try? String(contentsOf: broken.appending(path: "EXPECTED.csv"), encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Expected(
        command: cells[0], files: cells[1].split(separator: " ").map(String.init), exit: Int32(cells[2]) ?? -1,
        code: cells[3], line: Int(cells[4]))
    }
  }()
}
