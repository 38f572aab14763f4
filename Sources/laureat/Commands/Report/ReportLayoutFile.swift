import Primitives
import Reports

extension ReportLayout {
  /// Reads a layout from its file.
  ///
  /// - Throws: ``Failure`` that names the file and the field of it.
  init(path: String) throws {
    self = try DataFileKind.layout.read(path, Self.init(json:))
  }
}

extension DataFileKind {
  fileprivate static let layout = DataFileKind(
    mostBytes: ReportLayout.mostBytes,
    unreadable: LocalizedText(ru: "файл формы отчёта не читается", en: "the layout cannot be read"),
    tooLarge: LocalizedText(ru: "файл больше 64 КБ", en: "the file is larger than 64 KB"),
    sample: "Samples/designs/funder-report.json", fileCode: ReportFault.layoutNotRead,
    fieldCode: ReportFault.layoutField)
}

/// The codes of what keeps a report from being printed.
enum ReportFault {
  static let layoutNotRead = Diagnostic.Code(.file, 80)
  static let layoutField = Diagnostic.Code(.format, 80)
}
