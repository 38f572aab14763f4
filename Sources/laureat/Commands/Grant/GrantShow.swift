import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

struct GrantShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: local(ru: "Показать проект.", en: "Show a project."),
    discussion: examples([
      "laureat grant show novye-gorizonty", "laureat grant show novye-gorizonty --year 2020",
      "laureat grant show novye-gorizonty --json",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(help: ArgumentHelp(local(ru: "Только движения этого года.", en: "Only the movements of this year.")))
  var year: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let year, !(1...9999).contains(year) {
      throw ValidationError(local(ru: "такого года нет", en: "there is no such year"))
    }
  }

  func run() throws {
    let (project, books) = try common.openStore().read { session in
      (try session.project(self.project), try GrantBooks(of: self.project, in: session))
    }
    try common.print(
      json(project, books), or: GrantPage(project, books, year: year).document.text(width: Terminal.width))
  }

  /// The row of the list with the ledger beside.
  private func json(_ project: Project, _ books: GrantBooks) -> JSON {
    guard case .object(var members) = project.json else { return project.json }
    members["history"] = .array(project.history.changes.map { JSON.change($0) })
    members["description"] = JSON(project.description)
    members["agreement"] = project.agreement.map { ["number": JSON($0.number), "date": JSON($0.date)] } ?? .null
    members["coFinancing"] = JSON(project.coFinancing)
    members["closedPeriods"] = .array(books.closed.periods.map(\.json))
    members["reports"] = DuePage(project, books.obligations, books.calendar).json
    members["years"] = .array((year.map { [$0] } ?? project.years).map { yearJSON(project, $0) })
    let shown = year.map { ReportedProject(project, in: Period(year: $0)).project } ?? project
    for part in LedgerPart.allCases { members[part.rawValue] = part.json(of: part == .budget ? project : shown) }
    return .object(members)
  }

  private func yearJSON(_ project: Project, _ year: Int) -> JSON {
    func json(_ turnover: Turnover) -> [String: JSON] {
      [
        "received": JSON(turnover.received), "spent": JSON(turnover.spent), "refunded": JSON(turnover.refunded),
        "balance": JSON(turnover.balance),
      ]
    }
    let cumulative = project.turnover(in: Period(start: nil, end: .lastDay(of: year)))
    return .object(
      json(project.turnover(in: Period(year: year))).merging(
        ["year": .integer(year), "cumulative": .object(json(cumulative))]) { $1 })
  }
}
