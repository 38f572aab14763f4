import Exchange
import Foundation
import LibXML
import Primitives
import Reports

/// A text of several paragraphs from a file, in the form in which documents hold it.
struct TypedParagraphs {
  /// A paragraph on each line.
  let text: String

  /// Bytes of a file that are taken.
  private static let mostBytes = 1 << 20
  private static let mostParagraphs = 500
  private static let mostCharacters = 20_000

  /// - Parameter path: Of the file; `-` is standard input.
  /// - Throws: ``Failure`` that names the line of what cannot be taken.
  init(path: String) throws {
    let file: FileHandle? =
      path == "-" ? .standardInput : TableSource.isFile(path) ? FileHandle(forReadingAtPath: path) : nil
    var bytes = Data()
    while let file, bytes.count <= Self.mostBytes, let more = try? file.read(upToCount: 1 << 16), !more.isEmpty {
      bytes += more
    }
    guard file != nil else { throw Failure([.textNotRead(path)]) }
    guard bytes.count <= Self.mostBytes, let typed = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.invalid, [.noText(path)])
    }
    let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).collapsed }
    for (index, line) in lines.enumerated() {
      guard line.unicodeScalars.count <= Self.mostCharacters, line.unicodeScalars.allSatisfy(TypedText.isText) else {
        throw Failure(.invalid, [.badParagraph(path, line: index + 1)])
      }
    }
    let paragraphs = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    guard (1...Self.mostParagraphs).contains(paragraphs.count) else { throw Failure(.invalid, [.noText(path)]) }
    text = paragraphs.joined(separator: "\n")
  }
}

extension Diagnostic {
  fileprivate static func textNotRead(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unreadable, LocalizedText(ru: "файл с текстом не читается", en: "the text cannot be read"),
      advice: LocalizedText(ru: "проверьте имя и права", en: "check its name and the rights"),
      location: .init(file: path))
  }

  fileprivate static func noText(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.valueBreaksLimit,
      LocalizedText(
        ru: "нужен текст в UTF-8, до 500 абзацев и до 1 МБ",
        en: "a text in UTF-8 is wanted, of up to 500 paragraphs and 1 MB"),
      advice: LocalizedText(
        ru: "сохраните файл как «Обычный текст», кодировка UTF-8", en: "save the file as plain text in UTF-8"),
      location: .init(file: path))
  }

  fileprivate static func badParagraph(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.valueBreaksLimit,
      LocalizedText(
        ru: "абзац длиннее 20 000 знаков или содержит управляющие знаки",
        en: "the paragraph is longer than 20,000 characters, or contains control characters"),
      advice: LocalizedText(ru: "разделите абзац или очистите его", en: "divide the paragraph, or clean it"),
      location: .init(file: path, line: line))
  }
}
