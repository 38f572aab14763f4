import LibPDF
import LibXML
import Primitives
import Reports

/// Puts a report where it was asked for.
enum Page {
  static func write(_ text: String, to output: OutputOptions) throws {
    try write(bytes: Array(text.utf8), to: output)
  }

  static func write(bytes: [UInt8], to output: OutputOptions) throws {
    guard let path = output.path else { return try Terminal.print(bytes: bytes) }
    try PendingFile(path: path) { try $0(bytes) }.commit()
  }

  /// Sets a report on pages.
  ///
  /// - Parameter day: Which the file is said to be of.
  static func write(pdf document: Document, madeOn day: Day, to output: OutputOptions) throws {
    func write(_ sink: ([UInt8]) throws -> Void) throws {
      do {
        try document.writePDF(madeOn: day, by: Program.software, to: sink)
      } catch is PDFProblem {
        throw Failure.cannotWrite(output.path ?? "-")
      }
    }
    if let path = output.path { return try PendingFile(path: path, write).commit() }
    if Terminal.isOutputATerminal { throw Failure.pdfOnTerminal }
    try write(Terminal.print(bytes:))
  }
}

extension Failure {
  fileprivate static let pdfOnTerminal = Failure.usage(
    LocalizedText(ru: "PDF на экран не выводится", en: "a PDF file is not shown on a terminal"),
    advice: LocalizedText(ru: "назовите файл: -o ФАЙЛ.pdf", en: "name a file: -o FILE.pdf"))
}
