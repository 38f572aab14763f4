package import LibXML
package import LibZip

/// Why a table cannot be read.
package struct TableProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A system call failed with this `errno`.
    case io(Int32)
    /// The file is empty, or its sheet is.
    case empty
    /// An archive, and no workbook of Excel in it.
    case notAWorkbook
    /// A spreadsheet of another kind.
    case otherFormat(Format)
    /// The archive of a workbook cannot be unpacked.
    case archive(ZipProblem)
    /// A part of a workbook is no XML that is read.
    case part(String, XMLProblem)
    /// A workbook contradicts itself.
    case damaged
    /// There is no visible sheet, or none of the name that was asked for, among so many.
    case noSheet(count: Int)
    case encoding(EncodingFault)
    /// A quotation mark that opens a cell is never closed.
    case openQuote
    /// Text goes on behind the closing quotation mark of a cell.
    case textAfterQuote
    case limit(Limit)
  }

  package enum Format: Sendable, Equatable {
    /// Excel up to 2003.
    case oldExcel
    /// A workbook behind a password.
    case encrypted
    /// A workbook of Excel whose parts are no XML (.xlsb).
    case binaryExcel
    case openDocument
  }

  package enum Limit: Sendable, Equatable {
    case bytes, rows, columns, cells, cellLength, sharedTexts
  }

  package let kind: Kind
  package let place: CellPlace?

  package init(_ kind: Kind, at place: CellPlace? = nil) {
    self.kind = kind
    self.place = place
  }
}
