import Grants
import Primitives

/// A project's own row; its ledger has tables of its own.
enum ProjectRow {
  static let columns =
    """
    identifier, title, description, funder, funder_title, programme, nomination, grantee, oktmo, territory, currency,
    applied, awarded, co_financing, awarded_on, agreement_number, agreement_date, planned_start, planned_end,
    actual_start, actual_end, extensions
    """

  static let upsert = Upsert(
    "project", key: "identifier", columns: columns + ", grantee_identifier, sort_key, status, changed_at, message_id")

  static func values(_ project: Project, changedAt: Instant, message: Int64?) throws -> [Value] {
    var values: [Value] = [
      .coded(project.id), .text(project.title), .text(project.description), .coded(project.funder.id),
      .text(project.funder.title), .text(project.programme), .text(project.nomination), try .json(project.grantee),
    ]
    Territory.append(project.territory, to: &values)
    values += [
      .coded(project.currency), .amount(project.applied), .amount(project.awarded), .amount(project.coFinancing),
      .day(project.awardedOn), .text(project.agreement?.number), .day(project.agreement?.date),
    ]
    Period.append(project.plannedPeriod, to: &values)
    Period.append(project.actualPeriod, to: &values)
    values += [
      .text(project.extensions), .coded(project.grantee.id), .text(FoldedText(project.title).text),
      .named(project.status), .instant(changedAt), .id(message),
    ]
    return values
  }

  /// The project without its ledger and history.
  static func read(_ fields: inout Fields) throws -> Project {
    let id = try fields.value(Identifier.self)
    let title = try fields.text()
    let description = fields.textIfAny()
    let funder = Funder(id: try fields.value(), title: try fields.text())
    var project = Project(
      id: id, title: title, description: description, funder: funder, programme: fields.textIfAny(),
      nomination: fields.textIfAny(), grantee: try fields.json(), territory: try Territory.read(&fields),
      currency: try fields.value(), applied: fields.amountIfAny(), awarded: fields.amountIfAny(),
      coFinancing: fields.amountIfAny(), awardedOn: try fields.dayIfAny())
    let number = fields.textIfAny()
    project.agreement = try fields.dayIfAny().map { Agreement(number: number, date: $0) }
    project.plannedPeriod = try Period.read(&fields)
    project.actualPeriod = try Period.read(&fields)
    project.extensions = fields.textIfAny()
    return project
  }
}
