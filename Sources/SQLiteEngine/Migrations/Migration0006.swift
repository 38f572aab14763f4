// Why a budget line came out other than planned.
extension Migration {
  static let migration0006 = Migration(
    version: 6,
    statements: """
      ALTER TABLE budget_line ADD COLUMN divergence_reason TEXT;
      """)
}
