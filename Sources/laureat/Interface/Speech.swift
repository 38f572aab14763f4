import Foundation
import Primitives

/// The language the user is spoken to in: `--lang`, else the locale's.
enum Speech {
  static let language: Language = {
    if let chosen = choice(in: CommandLine.arguments) { return chosen }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("ru") == true ? .russian : .english
  }()

  /// Read ahead of the parser, whose help is in the language too.
  private static func choice(in arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return nil
  }
}

/// A text in the user's language.
func local(ru russian: String, en english: String) -> String {
  LocalizedText(ru: russian, en: english)[Speech.language]
}

/// How a day is typed, for the help pages.
let dayForm = local(ru: "ГГГГ-ММ-ДД", en: "YYYY-MM-DD")

/// The part of a help page that shows how the command is used, which comes first in it.
func examples(_ lines: [String]) -> String {
  local(ru: "Примеры:", en: "Examples:") + "\n" + lines.map { "  " + $0 }.joined(separator: "\n")
}
