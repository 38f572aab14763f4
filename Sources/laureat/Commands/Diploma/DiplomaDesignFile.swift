import Foundation
import LibPDF
import Primitives
import Reports

/// A design as a file gives it, with its emblem.
struct DiplomaDesignFile {
  var design = DiplomaDesign()
  /// A PNG file that was read once: whoever prints reads it for himself.
  var emblem: [UInt8]?

  /// The design of the program.
  init() {}

  /// - Throws: ``Failure`` that names the file and the field of it.
  init(path: String) throws {
    design = try DataFileKind.design.read(path, DiplomaDesign.init(json:))
    if let name = design.emblem { emblem = try Self.emblem(name, besideDesign: path) }
  }

  /// A design comes from elsewhere at times: it names files beside it or below, nothing else on the machine.
  private static func emblem(_ name: String, besideDesign design: String) throws -> [UInt8] {
    let folder = URL(filePath: design).resolvingSymlinksInPath().deletingLastPathComponent()
    let file = folder.appending(path: name).standardizedFileURL.resolvingSymlinksInPath()
    func refused(_ message: LocalizedText, _ advice: LocalizedText) -> Failure {
      Failure([
        Diagnostic(
          DiplomaFault.emblemRefused, message, advice: advice, location: .init(file: design, path: "emblem"))
      ])
    }
    let place = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    guard !name.hasPrefix("/"), file.path.hasPrefix(place) else {
      throw refused(
        LocalizedText(ru: "эмблема лежит не в папке оформления", en: "the emblem is not in the folder of the design"),
        LocalizedText(ru: "положите её рядом с файлом оформления", en: "put it beside the design"))
    }
    guard let bytes = DataFileKind.bytes(of: file.path, most: PNGImage.mostBytes), !bytes.isEmpty else {
      throw refused(
        LocalizedText(ru: "файла эмблемы нет или он не читается", en: "the emblem is missing or cannot be read"),
        LocalizedText(ru: "проверьте поле emblem", en: "check the field emblem"))
    }
    do throws(PDFProblem) {
      _ = try PNGImage(bytes: bytes)
      return bytes
    } catch {
      throw refused(
        error.kind == .imageTooLarge
          ? LocalizedText(
            ru: "эмблема слишком велика: больше 8 МБ или \(PNGImage.mostPixels) точек по стороне",
            en: "the emblem is too large: more than 8 MB, or \(PNGImage.mostPixels) pixels along a side")
          : LocalizedText(ru: "эмблема — не файл PNG или повреждена", en: "the emblem is no PNG file, or damaged"),
        LocalizedText(
          ru: "сохраните её как PNG, до 2000 точек по стороне", en: "save it as PNG, up to 2000 pixels along a side"))
    }
  }
}

extension DataFileKind {
  fileprivate static let design = DataFileKind(
    mostBytes: DiplomaDesign.mostBytes,
    unreadable: LocalizedText(ru: "файл оформления не читается", en: "the design cannot be read"),
    tooLarge: LocalizedText(ru: "файл больше 1 МБ", en: "the file is larger than 1 MB"),
    sample: "Samples/designs/teplo.json", fileCode: DiplomaFault.designNotRead, fieldCode: DiplomaFault.designField,
    isUnreadableWhenEmpty: true)
}
