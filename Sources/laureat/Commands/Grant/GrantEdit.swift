import ArgumentParser
import Exchange
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant edit P`: mends and completes what is recorded of a project itself.
struct GrantEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: local(ru: "Исправить или дополнить проект.", en: "Edit a project."),
    discussion: examples([
      "laureat grant edit novye-gorizonty --awarded 350000 --agreement 17/2020 --agreement-date 2020-03-10",
      "laureat grant edit novye-gorizonty --ended 2021-02-28 --description \"Гостиная для приёмных семей\"",
      "laureat grant edit novye-gorizonty --clear coFinancing",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(help: ArgumentHelp(local(ru: "Название.", en: "Title.")), transform: TypedText.line)
  var title: String?

  @Option(help: ArgumentHelp(local(ru: "Грантодатель (id из funder list).", en: "Funder by id."), valueName: "id"))
  var funder: Identifier?

  @Option(
    help: ArgumentHelp(
      local(ru: "Грантополучатель (id из organisation list).", en: "Grantee by id."), valueName: "id"))
  var grantee: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Очистить: \(ClearedProjectPart.names); можно несколько раз.",
        en: "Clear: \(ClearedProjectPart.names); may be repeated."), valueName: "what"))
  var clear: [ClearedProjectPart] = []

  @OptionGroup(title: local(ru: "О проекте", en: "About the project")) var fields: GrantFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let changed = try LedgerChange(project, common, writing).make(.init(kind: "grant.edit")) { project, session, _ in
      let hadAward = project.awarded != nil
      if let title { project.title = title }
      if let funder { project.funder = try session.funder(funder) }
      if let grantee { project.grantee = try session.grantee(grantee) }
      for part in clear { part.clear(in: &project) }
      try fields.apply(to: &project)
      if hadAward, project.awarded == nil { try project.mayLoseAward() }
    }
    try common.print(changed.ownJSON, or: GrantPage(changed).document.text(width: Terminal.width))
  }
}

extension Project {
  /// - Throws: ``Failure`` where money of the grant came or went, which there is none of without an award.
  fileprivate func mayLoseAward() throws {
    let moved = turnover(in: Period(start: nil, end: nil))
    let paid = expenses.filter { $0.source == .grant }.map(\.amount).sum()
    guard moved.received != .zero || paid != .zero else { return }
    func money(_ amount: Amount) -> LocalizedText { amount.text(in: currency) }
    throw Failure.refused(
      GrantCode.awardedWithoutAmount,
      LocalizedText(
        ru: "присуждённую сумму не убрать: поступило \(money(moved.received).russian), израсходовано из гранта"
          + " \(money(paid).russian)",
        en: "the award cannot be cleared: \(money(moved.received).english) was received, and \(money(paid).english) of"
          + " the grant spent"),
      advice: LocalizedText(
        ru: "исправьте сумму (--awarded) или сначала удалите ошибочные движения: laureat grant instalment remove,"
          + " laureat grant expense remove",
        en: "correct the amount (--awarded), or first remove the movements that are wrong:"
          + " laureat grant instalment remove, laureat grant expense remove"))
  }

  /// The row of the list with everything that is said of the project itself.
  var ownJSON: JSON {
    guard case .object(var members) = json else { return json }
    members["coFinancing"] = JSON(coFinancing)
    members["description"] = JSON(description)
    members["awardedOn"] = JSON(awardedOn)
    members["agreement"] = agreement.map { ["number": JSON($0.number), "date": JSON($0.date)] } ?? .null
    members["planned"] = Self.json(plannedPeriod)
    members["actual"] = Self.json(actualPeriod)
    return .object(members)
  }

  private static func json(_ period: Period?) -> JSON {
    period.map { ["start": JSON($0.start), "end": JSON($0.end)] } ?? .null
  }
}

/// What a project may be without.
enum ClearedProjectPart: String, CaseIterable, ExpressibleByArgument {
  case description, programme, nomination, applied, awarded, awardedOn, coFinancing, agreement, planned, actual

  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  func clear(in project: inout Project) {
    switch self {
    case .description: project.description = nil
    case .programme: project.programme = nil
    case .nomination: project.nomination = nil
    case .applied: project.applied = nil
    case .awarded: project.awarded = nil
    case .awardedOn: project.awardedOn = nil
    case .coFinancing: project.coFinancing = nil
    case .agreement: project.agreement = nil
    case .planned: project.plannedPeriod = nil
    case .actual: project.actualPeriod = nil
    }
  }
}
