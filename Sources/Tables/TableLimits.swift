/// What a table may cost. The defaults are far above what an office keeps in one.
package struct TableLimits: Sendable {
  /// Bytes of the file.
  package var bytes = 64 << 20
  package var rows = 200_000
  package var columns = 200
  /// Cells of a sheet.
  package var cells = 5_000_000
  /// Characters of one cell; spreadsheets hold no more.
  package var cellLength = 32_767
  /// Bytes that the shared texts of a workbook take.
  package var sharedBytes = 128 << 20

  package init() {}
}
