/// Why a workbook cannot be written.
package enum XLSXProblem: Error, Hashable, Sendable {
  /// The system takes no more: the folder, the rights, the space on the disk, or that of temporary files.
  case cannotWrite
  /// A sheet has 1,048,576 rows and 16,384 columns.
  case sheetIsFull
}
