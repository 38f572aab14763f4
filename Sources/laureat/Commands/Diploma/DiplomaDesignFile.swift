import Exchange
import Foundation
import LibPDF
import Primitives
import Reports

/// A design as a file gives it, with its emblem.
struct DiplomaDesignFile {
  var design = DiplomaDesign()
  var emblem: PNGImage?

  /// The design of the program.
  init() {}

  /// - Throws: ``Failure`` that names the file and the field of it.
  init(path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let bytes = Self.read(path, most: DiplomaDesign.mostBytes)
    else {
      throw Failure([
        Diagnostic(
          ExchangeCode.unreadable,
          LocalizedText(ru: "файл оформления не читается", en: "the design cannot be read"),
          advice: LocalizedText(ru: "проверьте имя и права", en: "check its name and the rights"),
          location: .init(file: path))
      ])
    }
    do throws(DiplomaDesignProblem) {
      guard bytes.count <= DiplomaDesign.mostBytes else {
        throw DiplomaDesignProblem(
          field: nil, message: LocalizedText(ru: "файл больше 1 МБ", en: "the file is larger than 1 MB"))
      }
      design = try DiplomaDesign(json: bytes)
    } catch {
      throw Failure([Self.diagnostic(error, path)])
    }
    if let name = design.emblem { emblem = try Self.emblem(name, besideDesign: path) }
  }

  private static func diagnostic(_ problem: DiplomaDesignProblem, _ path: String) -> Diagnostic {
    Diagnostic(
      problem.field == nil ? DiplomaFault.designNotRead : DiplomaFault.designField, problem.message,
      advice: LocalizedText(
        ru: "исправьте файл; образец: Samples/designs/teplo.json",
        en: "mend the file; for an example see Samples/designs/teplo.json"),
      location: .init(file: path, path: problem.field))
  }

  /// A design comes from elsewhere at times: it names files beside it or below, nothing else on the machine.
  private static func emblem(_ name: String, besideDesign design: String) throws -> PNGImage {
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
    guard let bytes = read(file.path, most: PNGImage.mostBytes) else {
      throw refused(
        LocalizedText(ru: "файла эмблемы нет или он не читается", en: "the emblem is missing or cannot be read"),
        LocalizedText(ru: "проверьте поле emblem", en: "check the field emblem"))
    }
    do throws(PDFProblem) {
      return try PNGImage(bytes: bytes)
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

  /// A little more than the most, so that more is noticed.
  private static func read(_ path: String, most: Int) -> [UInt8]? {
    guard TableSource.isFile(path), let file = FileHandle(forReadingAtPath: path) else { return nil }
    return (try? file.read(upToCount: most + 1)).map { Array($0) }
  }
}
