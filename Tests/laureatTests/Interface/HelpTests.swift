import Foundation
import Testing

/// How the command speaks with people.
struct HelpTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
  }

  /// Every command there is, as the command itself tells.
  static let commands: [String] = {
    guard let dump = try? Command()("--experimental-dump-help").json() else { return [] }
    func names(_ command: Value, after words: [String]) -> [String] {
      [words.joined(separator: " ")]
        + command["subcommands"].list.filter { $0["commandName"] != "help" }.flatMap { subcommand in
          names(subcommand, after: words + [subcommand["commandName"].string ?? ""])
        }
    }
    return names(dump["command"], after: [])
  }()

  @Test func `all commands are known`() {
    #expect(Self.commands.count > 60)
  }

  @Test(arguments: commands, ["ru", "en"])
  func `the help of a command begins with examples, in the user's language`(command: String, language: String) throws {
    let words = command.split(separator: " ").map(String.init)
    laureat.environment["LANG"] = language == "ru" ? "ru_RU.UTF-8" : "en_US.UTF-8"
    let help = try laureat.run(words + ["--help"])
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    let examples = try #require(help.output.range(of: language == "ru" ? "Примеры:" : "Examples:"))
    let usage = try #require(
      help.output.range(of: "laureat \(command)", range: examples.upperBound..<help.output.endIndex))
    #expect(help.output[..<usage.lowerBound].split(separator: "\n").count <= 3)
    // Letters of the other language would be a text that was forgotten; names in examples are Russian in both.
    if language == "en" { #expect(!help.output[..<examples.lowerBound].contains(#/[а-яё]{2}/#)) }
  }

  @Test func `--lang chooses the language over the locale`() throws {
    #expect(try laureat("contest", "list", "--help", "--lang", "ru").output.contains("Примеры:"))
    laureat.environment["LANG"] = "ru_RU.UTF-8"
    #expect(try laureat("contest", "list", "--help", "--lang=en").output.contains("Examples:"))
    laureat.environment["LC_ALL"] = "C"
    #expect(try laureat("contest", "list", "--help").output.contains("Examples:"))
  }

  @Test func `messages are in the user's language too`() throws {
    #expect(try laureat("check", "nowhere.xml", "--lang", "ru").errors.contains(#/[а-яё]{4}/#))
    #expect(!(try laureat("check", "nowhere.xml", "--lang", "en").errors.contains(#/[а-яё]{4}/#)))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are made for a shell`(shell: String) throws {
    let script = try laureat("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains("laureat"))
    #expect(script.output.contains("winner"))
  }

  @Test func `the version is printed`() throws {
    let version = try laureat("--version")
    #expect(version.status == 0)
    #expect(version.output.contains(#/^\d+\.\d+\.\d+\n$/#))
  }

  @Test(arguments: [
    (["contest", "list", "--yeer", "2020"], "--year"), (["import", "a.xml", "--reciept", "x"], "--receipt"),
    (["entry", "list", "--contst", "x"], "--contest"),
  ])
  func `a misspelled option is answered with the right one`(arguments: [String], meant: String) throws {
    let result = try laureat.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(meant))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ["frobnicate"], ["contest", "frobnicate"], ["check"], ["import"], ["contest", "show"],
    ["contest", "list", "--year"],
    ["contest", "list", "extra"], ["contest", "list", "--lang", "de"], ["entry", "show", "a/b/c"],
    ["contest", "list", "--status", "finished"], ["winner", "list"], ["contest", "list", "--year", "twenty"],
  ])
  func `a command that cannot be understood is a usage error`(arguments: [String]) throws {
    let result = try laureat.run(arguments)
    #expect(result.status == 64)
    #expect(!result.errors.isEmpty)
    #expect(result.output.isEmpty)
  }
}
