import Contests
import Primitives

/// What a column of a juror's form says, or one of the lines above its table.
enum ScoreColumn: TableColumn {
  // Above the table
  case contest, juror, date
  // In it
  case entry, title, applicant, nomination, ageGroup, total, remark, recusal
  case criterion(Identifier)

  private static let fixed: [ScoreColumn] = [
    .contest, .juror, .date, .entry, .title, .applicant, .nomination, .ageGroup, .total, .remark, .recusal,
  ]

  init?(named name: String) {
    let key = name.columnKey
    guard let column = Self.fixed.first(where: { $0.names.contains(key) }) else { return nil }
    self = column
  }

  var name: LocalizedText {
    switch self {
    case .contest: LocalizedText(ru: "Конкурс", en: "Contest")
    case .juror: LocalizedText(ru: "Член жюри", en: "Juror")
    case .date: LocalizedText(ru: "Дата", en: "Date")
    case .entry: LocalizedText(ru: "Номер", en: "Number")
    case .title: LocalizedText(ru: "Название", en: "Title")
    case .applicant: LocalizedText(ru: "Заявитель", en: "Applicant")
    case .nomination: LocalizedText(ru: "Номинация", en: "Nomination")
    case .ageGroup: LocalizedText(ru: "Возрастная группа", en: "Age group")
    case .total: LocalizedText(ru: "Сумма", en: "Total")
    case .remark: LocalizedText(ru: "Замечание", en: "Remark")
    case .recusal: LocalizedText(ru: "Самоотвод (причина)", en: "Recusal (reason)")
    case .criterion(let id): LocalizedText(ru: "критерий \(id)", en: "criterion \(id)")
    }
  }

  /// What the total is called where criteria have weights: it is no plain sum then.
  static let weightedTotal = LocalizedText(ru: "Итог с весами", en: "Weighted total")

  private var names: [String] {
    let own = [name.russian.columnKey, name.english.columnKey]
    return switch self {
    case .entry: own + ["номер заявки", "заявка", "entry"]
    case .juror: own + ["эксперт"]
    case .total: own + [Self.weightedTotal.russian.columnKey, Self.weightedTotal.english.columnKey]
    case .remark: own + ["комментарий", "comment"]
    case .recusal: own + ["самоотвод", "recusal"]
    default: own
    }
  }
}

extension Criterion {
  /// The title of its column: `Идея [idea], от 0 до 10`. The identifier in brackets is what it is found by again, however
  /// the words around it are changed.
  var columnTitle: LocalizedText {
    LocalizedText(ru: "\(title) [\(id)], от 0 до \(maximum.text(.russian))", en: "\(title) [\(id)], 0 to \(maximum)")
  }
}

extension Contest {
  /// The criterion of a column, by the identifier in brackets or the title alone.
  ///
  /// - Returns: nil for a column without either; the identifier of no criterion where that is in the brackets.
  func criterion(ofColumn title: String) -> Identifier? {
    if let bracketed = title.matches(of: /\[([^\[\]]+)\]/).last?.1 { return Identifier(String(bracketed)) }
    return criteria.first { $0.title.columnKey == title.columnKey }?.id
  }
}

extension Points {
  /// `8,5`, `8.5`.
  func text(_ language: Language) -> String {
    language == .russian ? description.replacing(".", with: ",") : description
  }
}
