import Exchange
import Grants
import Primitives
import Storage

/// Takes grant projects with their ledgers.
struct PortfolioIntake: RecordIntake {
  private let context: IntakeContext

  init(_ context: IntakeContext) {
    self.context = context
  }

  func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .project(let record): try take(record)
    case .stray(let record): record.verdict(.rejected)
    default: nil
    }
  }

  private func take(_ record: CheckedRecord<Project>) throws -> RecordVerdict {
    guard let project = record.value else { return record.verdict(.rejected) }
    let findings = ProjectRules.all.findings(in: project, today: context.today)
    if findings.hasErrors { return record.verdict(.rejected, findings: findings) }

    let stored = try context.session.projects.find(project.id)
    if stored == project { return record.verdict(.unchanged, findings: findings) }
    if let stored, !project.history.changes.starts(with: stored.history.changes) {
      return record.verdict(.rejected, findings: findings + [.historyRewritten])
    }
    if let newer = context.refusal(ofReplacing: try context.session.projects.changedAt(of: project.id)) {
      return record.verdict(.rejected, findings: findings + [newer])
    }
    // Nobody's document changes what was settled.
    let settled = try stored.map { try context.session.books.closedPeriods(of: $0.id).findings(from: $0, to: project) }
    if let settled, settled.hasErrors { return record.verdict(.rejected, findings: findings + settled) }
    try context.session.projects.save(project, message: context.message, changedAt: context.changedAt)
    return record.verdict(stored == nil ? .accepted : .updated, findings: findings)
  }
}

extension Diagnostic {
  fileprivate static let historyRewritten = Diagnostic(
    ExchangeCode.illegalHistory,
    LocalizedText(
      ru: "история состояний проекта не продолжает записанную",
      en: "the project's history does not continue the recorded one"),
    advice: LocalizedText(
      ru: "повторите прежние состояния и добавьте новые", en: "repeat the earlier states and add the new ones"),
    field: "statusHistory")
}
