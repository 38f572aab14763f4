import Exchange
import Foundation
import Primitives
import Reports

extension ReportLayout {
  /// Reads a layout from its file.
  ///
  /// - Throws: ``Failure`` that names the file and the field of it.
  init(path: String) throws {
    guard TableSource.isFile(path), let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: Self.mostBytes + 1) ?? Data()
    else {
      throw Failure([
        Diagnostic(
          ExchangeCode.unreadable,
          LocalizedText(ru: "файл формы отчёта не читается", en: "the layout cannot be read"),
          advice: LocalizedText(ru: "проверьте имя и права", en: "check its name and the rights"),
          location: .init(file: path))
      ])
    }
    do throws(DataFileProblem) {
      guard bytes.count <= Self.mostBytes else {
        throw DataFileProblem(
          message: LocalizedText(ru: "файл больше 64 КБ", en: "the file is larger than 64 KB"))
      }
      try self.init(json: Array(bytes))
    } catch {
      throw Failure([
        Diagnostic(
          error.field == nil ? ReportFault.layoutNotRead : ReportFault.layoutField, error.message,
          advice: LocalizedText(
            ru: "исправьте файл; образец: Samples/designs/funder-report.json",
            en: "mend the file; for an example see Samples/designs/funder-report.json"),
          location: .init(file: path, path: error.field))
      ])
    }
  }
}

/// The codes of what keeps a report from being printed.
enum ReportFault {
  static let layoutNotRead = Diagnostic.Code(.file, 80)
  static let layoutField = Diagnostic.Code(.format, 80)
}
