import Foundation
import Testing

/// An office with its own store, exchanging files with another.
struct Office {
  let laureat: Command
  let id: String

  init(_ id: String, title: String) throws {
    self.id = id
    laureat = try Command()
    laureat.environment["LAUREAT_ACTOR"] = id
    try laureat.must("organisation", "self", "--id", id, "--title", title)
  }

  /// Exports and returns the file's bytes.
  func send(_ arguments: String...) throws -> Data {
    let name = "\(UUID().uuidString).xml"
    let result = try laureat.run(["export"] + arguments + ["-o", name])
    try #require(result.status == 0, "export \(arguments): \(result.errors)")
    return try laureat.bytes(name)
  }

  /// Takes a file in.
  ///
  /// - Returns: how the command ended, its verdict, and the receipt where one was given.
  @discardableResult
  func take(_ document: Data) throws -> (status: Int32, verdict: Value, receipt: Data?) {
    let (name, receipt) = ("\(UUID().uuidString).xml", "\(UUID().uuidString).xml")
    try document.write(to: laureat.folder.appending(path: name))
    let result = try laureat("import", name, "--receipt", receipt, "--json")
    return (
      result.status, try result.json()[0], laureat.exists(receipt) ? try laureat.bytes(receipt) : nil
    )
  }

  @discardableResult
  func take(_ document: String) throws -> (status: Int32, verdict: Value, receipt: Data?) {
    try take(Data(document.utf8))
  }

  func json(_ arguments: String...) throws -> Value {
    let result = try laureat.run(arguments + ["--json"])
    try #require(result.status == 0, "\(arguments): \(result.errors)")
    return try result.json()
  }

  /// What it knows of a contest's entries, by what they are and how they stand.
  func entries(_ contest: String) throws -> [String: [Value]] {
    Dictionary(
      uniqueKeysWithValues: try json("entry", "list", "--contest", contest).list.map {
        ($0["id"].string ?? "", [$0["title"], $0["applicant"], $0["works"], $0["status"], $0["nomination"]])
      })
  }
}
