public import Primitives

/// A text of the narrative part says what it is about: it has a title, unless its section has one, and days in order;
/// and a report has one place for it.
public struct TextsAreTold: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    var places: Set<ProjectText.Place> = []
    return project.texts.findings { position, text in
      let field = "narrative[\(position)]"
      if text.section == .other, text.title == nil { return .untitled(field: "\(field)/title") }
      if !text.period.isInOrder { return .textReversed(field: "\(field)/@end") }
      return places.insert(text.place).inserted ? nil : .toldTwice(text.id, field: field)
    }
  }
}

extension Diagnostic {
  fileprivate static func untitled(field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.textWithoutTitle,
      LocalizedText(ru: "у текста отчёта нет заголовка", en: "a text of the report has no title"),
      advice: LocalizedText(
        ru: "озаглавьте его или отнесите к разделу done, results или conclusions",
        en: "give it a title, or put it into the section done, results or conclusions"),
      field: field)
  }

  fileprivate static func textReversed(field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.periodReversed,
      LocalizedText(
        ru: "период текста кончается раньше, чем начинается", en: "the period of a text ends before it starts"),
      advice: LocalizedText(ru: "проверьте дни периода", en: "check the days of the period"), field: field)
  }

  fileprivate static func toldTwice(_ id: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.doubledText,
      LocalizedText(
        ru: "текст «\(id)» стоит в том же разделе за тот же период, что и другой",
        en: "text “\(id)” has the section and the period of another one"),
      advice: LocalizedText(
        ru: "соедините тексты или дайте им разные заголовки", en: "join the texts, or give them titles of their own"),
      field: field)
  }
}
