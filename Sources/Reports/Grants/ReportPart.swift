package import Primitives

/// The parts of a report to a funder, in the order they have where the funder asks for none of its own.
package enum ReportPart: String, CaseIterable, Sendable {
  /// The money of all projects.
  case summary
  /// Who carries out a project, and on what terms.
  case project
  /// What came in, went out and is left.
  case money
  case instalments
  /// Plan and fact of the budget lines.
  case budget
  case moves
  case expenses
  case refunds
  case indicators
  case checkpoints
  case narrative

  package var title: LocalizedText {
    switch self {
    case .summary: LocalizedText(ru: "Сводные сведения", en: "Summary")
    case .project: LocalizedText(ru: "Сведения о проекте", en: "The project")
    case .money: LocalizedText(ru: "Движение средств гранта", en: "Movement of the grant")
    case .instalments: LocalizedText(ru: "Поступления", en: "Instalments")
    case .budget: LocalizedText(ru: "Финансовая часть", en: "Budget and spending")
    case .moves: LocalizedText(ru: "Перемещения между статьями", en: "Moves between lines")
    case .expenses: LocalizedText(ru: "Реестр расходов", en: "Register of expenses")
    case .refunds: LocalizedText(ru: "Возвраты", en: "Refunds")
    case .indicators: LocalizedText(ru: "Показатели", en: "Indicators")
    case .checkpoints: LocalizedText(ru: "Контрольные точки", en: "Checkpoints")
    case .narrative: LocalizedText(ru: "Содержательная часть", en: "Narrative")
    }
  }
}
