import Foundation
import Glibc
import Testing

/// The built command, run as a user would run it, in a folder of its own that goes away with it.
final class Command {
  let folder: URL
  /// What a run finds in its environment, beside the path.
  var environment: [String: String]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "laureat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "LAUREAT_STORE": folder.appending(path: "store.sqlite").path, "LANG": "en_US.UTF-8",
      "TZ": "Asia/Novokuznetsk", "HOME": folder.path,
    ]
  }

  /// A command whose store was prepared once for all tests: a copy, so that each may do with it what it likes.
  convenience init(_ prepared: PreparedStore) throws {
    try self.init()
    try prepared.copy(to: store)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  var store: URL { folder.appending(path: "store.sqlite") }

  struct Result {
    let status: Int32
    let data: Data
    let errors: String

    var output: String { String(decoding: data, as: UTF8.self) }

    /// The JSON that was printed.
    func json() throws -> Value {
      do {
        return try JSONDecoder().decode(Value.self, from: data)
      } catch {
        Issue.record("no JSON, but: \(output)\(errors)")
        throw error
      }
    }
  }

  /// Runs `laureat`, with `input` on its standard input.
  @discardableResult
  func callAsFunction(
    _ arguments: String..., input: String? = nil, in directory: URL? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    try run(arguments, input: input, in: directory, sourceLocation: sourceLocation)
  }

  @discardableResult
  func run(
    _ arguments: [String], input: String? = nil, in directory: URL? = nil, output: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    try spawn(
      Self.binary.path, arguments, input: input, in: directory ?? folder, output: output,
      sourceLocation: sourceLocation)
  }

  /// Runs a step that a test stands on: it must succeed.
  @discardableResult
  func must(
    _ arguments: String..., input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    try must(arguments, input: input, sourceLocation: sourceLocation)
  }

  @discardableResult
  func must(
    _ arguments: [String], input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let result = try run(arguments, input: input, sourceLocation: sourceLocation)
    try #require(
      result.status == 0, "laureat \(arguments.joined(separator: " ")): \(result.output)\(result.errors)",
      sourceLocation: sourceLocation)
    return result
  }

  /// Runs a script of the shell, in which `$laureat` is the command.
  func shell(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Result {
    try spawn("/bin/sh", ["-c", script], in: folder, sourceLocation: sourceLocation)
  }

  /// The verdict of `xmllint` on a document, by the schema alone.
  func xmllint(_ file: String, _ schema: String) throws -> Result {
    try spawn(
      "/usr/bin/xmllint",
      ["--noout", "--nonet", "--schema", Self.root.appending(path: "Schemas/\(schema).xsd").path, file], in: folder)
  }

  // MARK: Files

  /// The root of the package: the folder of its manifest, however deep in it this file is.
  static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// A file of the samples.
  static func sample(_ name: String) -> String { root.appending(path: "Samples/\(name)").path }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return path(name)
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The names in a folder, sorted.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  // MARK: Processes

  /// The command stands beside the tests that were built with it.
  private static let binary: URL = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [beside, root.appending(path: ".build/debug")].map { $0.appending(path: "laureat") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[0]
  }()

  /// Runs a program to its end. Its three streams are files: whatever it reads or writes, nobody waits for anybody.
  private func spawn(
    _ program: String, _ arguments: [String], input: String? = nil, in directory: URL, output: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let file = folder.appending(path: ".input-\(UUID().uuidString)")
    try Data((input ?? "").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let running = try Running(self, program, arguments, input: file.path, in: directory, output: output)
    let end = try running.end()
    let status = try #require(
      end.exit, "\(arguments) ended by signal \(end.signal)", sourceLocation: sourceLocation)
    return Result(status: status, data: try running.output(), errors: try running.errors())
  }

  /// Starts `laureat` reading from a file or a pipe.
  ///
  /// - Parameter limits: Of the shell's `ulimit`, such as `-v 300000`.
  func begin(_ arguments: [String], input: String = "/dev/null", errors: String? = nil, limits: String = "")
    throws -> Running
  {
    if limits.isEmpty {
      return try Running(self, Self.binary.path, arguments, input: input, in: folder, errors: errors)
    }
    let script = "ulimit \(limits); exec \"$laureat\" \"$@\""
    return try Running(self, "/bin/bash", ["-c", script, "bash"] + arguments, input: input, in: folder)
  }

  /// A program that runs.
  final class Running {
    private let child: Child
    private let streams: URL
    private let isOutputKept: Bool

    fileprivate init(
      _ command: Command, _ program: String, _ arguments: [String], input: String, in directory: URL,
      output: String? = nil, errors: String? = nil
    ) throws {
      streams = command.folder.appending(path: ".streams-\(UUID().uuidString)")
      isOutputKept = output == nil
      try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: false)
      child = try Child(
        program, arguments,
        environment: command.environment.merging(
          ["PATH": "/usr/bin:/bin", "laureat": Command.binary.path], uniquingKeysWith: { given, _ in given }),
        directory: directory.path, input: input, output: output ?? streams.appending(path: "out").path,
        errors: errors ?? streams.appending(path: "err").path)
    }

    deinit {
      try? FileManager.default.removeItem(at: streams)
    }

    func send(_ signal: Int32) { child.send(signal) }
    func end() throws -> Child.End { child.wait() }
    func output() throws -> Data {
      isOutputKept ? try Data(contentsOf: streams.appending(path: "out")) : Data()
    }
    func errors() throws -> String {
      String(decoding: try Data(contentsOf: streams.appending(path: "err")), as: UTF8.self)
    }
  }
}
