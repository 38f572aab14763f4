import Foundation
import SeededGenerator
import Testing

/// An office that exchanges files with another over a way on which they get lost, come twice and overtake each other.
struct Correspondent {
  let office: Office
  var there = Way()
  var back = Way()
  /// What it keeps of what it sent, by message.
  private(set) var sent: [String: Data] = [:]
  var typed = 0

  init(_ office: Office) {
    self.office = office
  }

  /// One way: files wait on it, and may be taken from anywhere in it.
  struct Way {
    private var files: [Data] = []

    mutating func put(_ file: Data, _ dice: inout SplitMix64) {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0...2: return
      case 3...4: files += [file, file]
      default: files.append(file)
      }
    }

    mutating func take(_ dice: inout SplitMix64) -> Data? {
      files.isEmpty ? nil : files.remove(at: Int.random(in: 0..<files.count, using: &dice))
    }
  }

  /// Exports a document and keeps it.
  mutating func send(_ document: [String]) throws -> Data {
    let name = "\(UUID().uuidString).xml"
    let result = try office.laureat.run(["export"] + document + ["-o", name])
    try #require(result.status == 0, "export \(document): \(result.errors)")
    let file = try office.laureat.bytes(name)
    let id = try #require(
      String(decoding: file, as: UTF8.self).firstMatch(of: /<messageID>([^<]*)<\/messageID>/)?.1)
    sent[String(id)] = file
    return file
  }

  /// Something comes through: a file there, or a receipt back.
  mutating func carry(to other: Office, _ dice: inout SplitMix64) throws {
    if Bool.random(using: &dice) {
      guard let file = there.take(&dice), let receipt = try other.take(file).receipt else { return }
      back.put(receipt, &dice)
    } else if let receipt = back.take(&dice) {
      #expect(try office.take(receipt).status == 0)
    }
  }

  /// Takes back one of the last acts of a kind, or is told why not.
  ///
  /// - Parameter start: The event before which nothing is taken back.
  func undo(_ kind: String, since start: Int = 0, _ dice: inout SplitMix64) throws {
    let acts = try office.json("history").list.filter {
      $0["kind"].string?.hasPrefix(kind) == true && ($0["id"].int ?? 0) >= start
    }.suffix(3)
    guard let act = acts.randomElement(using: &dice)?["id"].int else { return }
    let result = try office.laureat("undo", String(act))
    #expect(result.status == 0 || result.errors.contains("GC-010-0012"), "\(result.errors)")
  }

  /// What a clerk does at the end: sends again, in order, what was not answered; then what is left.
  mutating func settle(_ document: [String], with other: Office) throws {
    func deliver(_ file: Data) throws -> Value {
      let answer = try other.take(file)
      let receipt = try #require(answer.receipt)
      #expect(try office.take(receipt).status == 0)
      return answer.verdict
    }
    // Also those that later ones took the place of: a correction must not be skipped.
    let waiting = try office.json("message", "list", "--direction", "out").list.filter {
      $0["answered"] == .bool(false)
    }
    for message in waiting {
      let file = try #require(message["messageID"].string.flatMap { sent[$0] })
      _ = try deliver(file)
    }
    for _ in 0..<5 {
      let verdict = try deliver(try send(document))
      if verdict["rejected"] == 0 { break }
    }
    #expect(try office.json("message", "list", "--unanswered").list.isEmpty)
    // There is nothing left to send: the last message came and was taken whole.
    #expect(try other.take(try send(document)).verdict["status"] == "duplicate")
  }

  /// Whether it ever took back there what goes by an identifier.
  func hasWithdrawn(_ id: String) -> Bool {
    sent.values.contains { file in
      String(decoding: file, as: UTF8.self).split(separator: "<application ").contains {
        $0.hasPrefix("id=\"\(id)\"") && $0.contains("<withdrawal")
      }
    }
  }
}
