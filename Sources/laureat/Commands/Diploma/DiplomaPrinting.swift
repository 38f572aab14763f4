import Contests
import Foundation
import LibPDF
import LibXML
import Primitives
import Reports

/// Writes diplomas: all on the pages of one file, or each to a file of its own.
struct DiplomaPrinting {
  private let gathered: [GatheredDiploma]
  private let contest: Contest
  private let design: DiplomaDesignFile

  init(_ gathered: [GatheredDiploma], of contest: Contest, _ design: DiplomaDesignFile) {
    self.gathered = gathered
    self.contest = contest
    self.design = design
  }

  func write(to output: OutputOptions) throws {
    try checkFonts()
    let pages = try pages()
    guard let path = output.path else {
      var bytes: [UInt8] = []
      try print(gathered, pages) { bytes += $0 }
      return try Terminal.print(bytes: bytes)
    }
    try PendingFile(path: path) { write in try print(gathered, pages, to: write) }.commit()
  }

  /// All are set before the first is written: what does not fit is known before.
  func write(toFolder folder: String) throws {
    try checkFonts()
    let files = try Parallel.map(gathered, with: pages) { diploma, pages in
      var bytes: [UInt8] = []
      try print([diploma], pages) { bytes += $0 }
      return (path: folder + (folder.hasSuffix("/") ? "" : "/") + Self.name(diploma), bytes: bytes)
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure.cannotWrite(folder)
    }
    for file in files {
      do throws(WriteFailure) {
        var place = try AtomicFile(path: file.path)
        try file.bytes.span.bytes.withUnsafeBytes { (bytes) throws(WriteFailure) in try place.write(bytes) }
        try place.place()
      } catch {
        throw Failure.cannotWrite(file.path)
      }
    }
    // One wait for the disk rather than one for every file.
    guard Durable.sync(files.map(\.path), in: folder) else { throw Failure.cannotWrite(folder) }
  }

  /// By the number of the diploma, never by a name.
  private static func name(_ gathered: GatheredDiploma) -> String {
    let name = gathered.diploma.number.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "-.".contains(character)) ? character : "-"
    }
    return "diploma-\(String(name)).pdf"
  }

  @Sendable private func pages() throws -> DiplomaPages {
    try DiplomaPages(design.design, emblem: design.emblem.map(PNGImage.init), Speech.language)
  }

  private func print(
    _ diplomas: [GatheredDiploma], _ pages: DiplomaPages, to sink: ([UInt8]) throws -> Void
  ) throws {
    let language = Speech.language
    var title = Typography.polished(
      local(ru: "Дипломы конкурса ", en: "Diplomas of the contest ") + Format.quoted(contest.title, language), language)
    if diplomas.count == 1, let only = diplomas.first {
      title = local(ru: "Диплом № ", en: "Diploma No. ") + only.diploma.number
    }
    let created = diplomas.compactMap(\.diploma.minutes?.date).max() ?? Day.firstDay(of: contest.year)
    let properties = PDFProperties(
      title: title, author: contest.organiser.title, language: language.rawValue, createdAt: created.description,
      creator: Program.software)
    try PDFFile.write(properties, to: sink) { file in
      for diploma in diplomas {
        guard try pages.add(diploma.diploma, to: file) else { throw Failure([.doesNotFit(diploma)]) }
      }
    }
  }

  private func checkFonts() throws {
    let missing = Typesetter.missing(families: DiplomaPages.fonts).joined(separator: ", ")
    guard missing.isEmpty else {
      throw Failure(
        .cannotWrite,
        [
          Diagnostic(
            DiplomaFault.fontsMissing,
            LocalizedText(ru: "нет шрифта \(missing)", en: "the font \(missing) is missing"),
            advice: LocalizedText(
              ru: "установите его: apt install fonts-paratype", en: "install it: apt install fonts-paratype"))
        ])
    }
  }
}

extension Diagnostic {
  fileprivate static func doesNotFit(_ gathered: GatheredDiploma) -> Diagnostic {
    Diagnostic(
      DiplomaFault.doesNotFit,
      LocalizedText(
        ru: "диплом № \(gathered.diploma.number) не умещается на странице",
        en: "the diploma \(gathered.diploma.number) does not fit on its page"),
      advice: LocalizedText(
        ru: "возьмите лист больше или сократите тексты оформления",
        en: "take larger paper, or shorten the texts of the design"))
  }
}
