public import Primitives

/// A title is short and says something else than the description.
public struct TitleSaysSomething: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    Diagnostic.onTitle(entry.title, description: entry.description)
  }
}

extension Diagnostic {
  /// A longer title does not fit a line of the protocol or a diploma.
  static let longestTitle = 140

  static func onTitle(_ title: String, description: String?) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if title.utf8.count > longestTitle && title.count > longestTitle { findings.append(.titleTooLong) }
    if let description, description.isLooselyEqual(to: title) {
      findings.append(.titleRepeatsDescription)
    }
    return findings
  }

  private static var titleTooLong: Diagnostic {
    Diagnostic(
      ContestCode.titleTooLong, .warning,
      LocalizedText(
        ru: "название длиннее \(longestTitle) знаков и не поместится в протокол и диплом",
        en: "the title has more than \(longestTitle) characters and will not fit the protocol and the diploma"),
      advice: LocalizedText(
        ru: "сократите название, подробности перенесите в описание",
        en: "shorten the title and move the details to the description"),
      field: "title")
  }

  private static var titleRepeatsDescription: Diagnostic {
    Diagnostic(
      ContestCode.titleRepeatsDescription, .warning,
      LocalizedText(ru: "описание дословно повторяет название", en: "the description only repeats the title"),
      advice: LocalizedText(
        ru: "опишите содержание или оставьте описание пустым",
        en: "describe the contents, or leave the description out"),
      field: "description")
  }
}
