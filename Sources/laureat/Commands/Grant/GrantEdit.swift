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

  func validate() throws {
    if title == nil, funder == nil, grantee == nil, clear.isEmpty, fields.given.isEmpty {
      throw ValidationError(
        local(
          ru: "назовите, что исправить: \(project) остался бы как есть",
          en: "say what to edit: \(project) would stay as it is"))
    }
    if let both = clear.first(where: fields.given.contains) {
      throw ValidationError(
        local(
          ru: "\(both.rawValue) и очищается, и задаётся: уберите --clear \(both.rawValue) или новое значение",
          en: "\(both.rawValue) is both cleared and given: leave out --clear \(both.rawValue) or the new value"))
    }
  }

  func run() throws {
    let changed = try LedgerChange(project, common, writing).make(.init(kind: "grant.edit")) { project, session, _ in
      if let title { project.title = title }
      if let funder { project.funder = try session.funder(funder) }
      if let grantee { project.grantee = try session.grantee(grantee) }
      let before = project
      for part in clear { part.clear(in: &project) }
      try fields.apply(to: &project)
      if before.awarded != nil, project.awarded == nil { try project.mayLoseAward() }
      try project.keepsWhatMoneyNeeds(of: before)
    }
    try common.print(changed.ownJSON, or: GrantPage(changed).document.text(width: Terminal.width))
  }
}

extension Project {
  /// - Throws: ``Failure`` where money of the grant came or went, which there is none of without an award.
  fileprivate func mayLoseAward() throws {
    guard let moved = movedMoney else { return }
    throw Failure.refused(
      GrantCode.awardedWithoutAmount,
      LocalizedText(
        ru: "присуждённую сумму не убрать: \(moved.russian)", en: "the award cannot be cleared: \(moved.english)"),
      advice: LocalizedText(
        ru: "исправьте сумму (--awarded) или сначала удалите ошибочные движения: laureat grant instalment remove,"
          + " laureat grant expense remove",
        en: "correct the amount (--awarded), or first remove the movements that are wrong:"
          + " laureat grant instalment remove, laureat grant expense remove"))
  }

  /// - Throws: ``Failure`` where money of the grant came or went, and what a report on it tells is gone: the agreement, the
  ///   day of the award, the days of the project.
  fileprivate func keepsWhatMoneyNeeds(of before: Project) throws {
    let parts = [
      (before.agreement != nil && agreement == nil, LocalizedText(ru: "соглашение", en: "the agreement")),
      (before.awardedOn != nil && awardedOn == nil, LocalizedText(ru: "день присуждения", en: "the day of the award")),
      (
        (before.plannedPeriod ?? before.actualPeriod) != nil && plannedPeriod == nil && actualPeriod == nil,
        LocalizedText(ru: "сроки проекта", en: "the days of the project")
      ),
    ]
    guard let gone = parts.first(where: \.0)?.1, let moved = movedMoney else { return }
    throw Failure.refused(
      GrantCode.neededWithMoney,
      LocalizedText(
        ru: "\(gone.russian) не убрать: \(moved.russian)",
        en: "\(gone.english) cannot be cleared: \(moved.english)"),
      advice: LocalizedText(
        ru: "назовите верное значение или сначала удалите ошибочные движения: laureat grant instalment remove,"
          + " laureat grant expense remove",
        en: "give the right value, or first remove the movements that are wrong: laureat grant instalment remove,"
          + " laureat grant expense remove"))
  }

  /// How much of the grant came and went; nil where neither did.
  private var movedMoney: LocalizedText? {
    let received = turnover(in: Period(start: nil, end: nil)).received
    let paid = expenses.filter { $0.source == .grant }.map(\.amount).sum()
    if received == .zero && paid == .zero { return nil }
    let (came, went) = (received.text(in: currency), paid.text(in: currency))
    return LocalizedText(
      ru: "поступило \(came.russian), израсходовано из гранта \(went.russian)",
      en: "\(came.english) was received, and \(went.english) of the grant spent")
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
