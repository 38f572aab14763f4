internal import Grants
package import Primitives

/// The kinds of record that a ledger holds.
package enum LedgerKind: Sendable {
  case budgetLine, instalment, expense, refund, indicator, checkpoint, move, text
}

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
    try LedgerTable.moves.replace(project.moves, of: row, in: connection)
    try LedgerTable.texts.replace(project.texts, of: row, in: connection)
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
    project.moves = try LedgerTable.moves.items(of: row, in: connection)
    project.texts = try LedgerTable.texts.items(of: row, in: connection)
    project.history = try StatusTable.project.history(of: row, in: connection)
    return project
  }

  /// The identifier that the next record of a kind typed in gets: `i3`, `e12`.
  package func nextID(_ kind: LedgerKind, of id: Identifier) throws -> Identifier {
    let (row, connection) = (try row(id), session.connection)
    return switch kind {
    case .budgetLine: try LedgerTable.budgetLines.freeIdentifier(in: row, connection)
    case .instalment: try LedgerTable.instalments.freeIdentifier(in: row, connection)
    case .expense: try LedgerTable.expenses.freeIdentifier(in: row, connection)
    case .refund: try LedgerTable.refunds.freeIdentifier(in: row, connection)
    case .indicator: try LedgerTable.indicators.freeIdentifier(in: row, connection)
    case .checkpoint: try LedgerTable.checkpoints.freeIdentifier(in: row, connection)
    case .move: try LedgerTable.moves.freeIdentifier(in: row, connection)
    case .text: try LedgerTable.texts.freeIdentifier(in: row, connection)
    }
  }
}
