import Grants
import Primitives
import Reports
import Storage

/// A change to one project's ledger, checked by the rules before it is kept.
struct LedgerChange {
  private let id: Identifier
  private let common: CommonOptions
  private let writing: WriteOptions

  init(_ id: Identifier, _ common: CommonOptions, _ writing: WriteOptions) {
    self.id = id
    self.common = common
    self.writing = writing
  }

  func record(_ kind: String, _ change: (inout Project, Session) throws -> Void) throws {
    let now = Clock.now()
    let project = try writing.change(common.openStore()) { session in
      var project = try session.project(id)
      // What was wrong before is not the fault of this change.
      let known = Set(ProjectRules.all.findings(in: project, today: now.day))
      try change(&project, session)
      try settle(ProjectRules.all.findings(in: project, today: now.day).filter { !known.contains($0) })
      try session.projects.save(project, changedAt: now)
      try session.record(kind, id.description)
      return project
    }
    let balance = project.balance()
    func money(_ amount: Amount) -> String { Format.money(amount, project.currency, Speech.language) }
    try common.print(
      project.json,
      or: local(
        ru:
          "поступило \(money(balance.received)), освоено \(money(balance.spent)), остаток \(money(balance.balance))\n",
        en: "received \(money(balance.received)), spent \(money(balance.spent)), balance \(money(balance.balance))\n"))
  }
}
