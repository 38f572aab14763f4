internal import Grants
package import Primitives

// The ledgers of projects, which are kept as a whole with the project.
extension ProjectStore {
  func saveLedger(of project: Project, row: Int64) throws {
    let connection = session.connection
    try LedgerTable.budgetLines.replace(project.budget, of: row, in: connection)
    try LedgerTable.instalments.replace(project.instalments, of: row, in: connection)
    try LedgerTable.expenses.replace(project.expenses, of: row, in: connection)
    try LedgerTable.refunds.replace(project.refunds, of: row, in: connection)
    try LedgerTable.indicators.replace(project.indicators, of: row, in: connection)
    try LedgerTable.checkpoints.replace(project.checkpoints, of: row, in: connection)
  }

  func withLedger(_ project: Project, row: Int64) throws -> Project {
    let connection = session.connection
    var project = project
    project.budget = try LedgerTable.budgetLines.items(of: row, in: connection)
    project.instalments = try LedgerTable.instalments.items(of: row, in: connection)
    project.expenses = try LedgerTable.expenses.items(of: row, in: connection)
    project.refunds = try LedgerTable.refunds.items(of: row, in: connection)
    project.indicators = try LedgerTable.indicators.items(of: row, in: connection)
    project.checkpoints = try LedgerTable.checkpoints.items(of: row, in: connection)
    project.history = try StatusTable.project.history(of: row, in: connection)
    return project
  }

  /// The identifier that the next instalment typed in gets: `i3`.
  package func nextInstalmentID(of id: Identifier) throws -> Identifier {
    try LedgerTable.instalments.freeIdentifier(in: row(id), session.connection)
  }

  /// The identifier that the next expense typed in gets: `e12`.
  package func nextExpenseID(of id: Identifier) throws -> Identifier {
    try LedgerTable.expenses.freeIdentifier(in: row(id), session.connection)
  }
}
