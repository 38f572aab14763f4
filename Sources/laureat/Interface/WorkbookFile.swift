import Exchange
import Foundation
import Glibc
import LibXLSX
import Primitives

/// Puts a workbook where it was asked for.
enum WorkbookFile {
  /// - Parameters:
  ///   - path: Nil for standard output, which must not be a terminal.
  ///   - write: Writes the workbook to the path it is given.
  static func write(to path: String?, _ write: (String) throws(XLSXProblem) -> Void) throws {
    if path == nil, isatty(1) == 1 { throw Failure.notForATerminal }
    let target = path ?? FileManager.default.temporaryDirectory.appending(path: "laureat.xlsx").path
    let place = try TemporaryPlace(for: target)
    do throws(XLSXProblem) {
      try write(place.path)
    } catch {
      throw error == .sheetIsFull ? Failure.tooManyRows : Failure.cannotWrite(path ?? "-")
    }
    if path != nil { return try place.commit() }
    guard let bytes = try? Data(contentsOf: URL(filePath: place.path)) else { throw Failure.cannotWrite("-") }
    try Terminal.print(bytes: Array(bytes))
  }
}

extension Failure {
  fileprivate static let notForATerminal = Failure.usage(
    LocalizedText(ru: "книгу Excel на экран не выводят", en: "a workbook is not for a terminal"),
    advice: LocalizedText(ru: "назовите файл: -o ФАЙЛ.xlsx", en: "name a file: -o FILE.xlsx"))

  fileprivate static let tooManyRows = Failure.refused(
    ExchangeCode.limitExceeded,
    LocalizedText(ru: "строк больше, чем вмещает лист Excel", en: "there are more rows than a sheet holds"),
    advice: LocalizedText(
      ru: "сузьте выборку или выгрузите CSV: --format csv", en: "narrow the choice, or write CSV: --format csv"))
}
