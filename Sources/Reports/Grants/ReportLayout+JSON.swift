import Foundation
internal import Primitives

extension ReportLayout {
  /// Bytes of a layout file that are taken.
  package static let mostBytes = 1 << 16
  /// Characters of one of its texts.
  static let mostCharacters = 200
  static let mostSignatures = 5

  /// Reads a layout. What it does not say is as the program does it.
  package init(json: [UInt8]) throws(DataFileProblem) {
    do {
      let file = try JSONDecoder().decode(LayoutFile.self, from: Data(json))
      self.init()
      try apply(file)
    } catch let problem as DataFileProblem {
      throw problem
    } catch let error as DecodingError {
      throw DataFileProblem(error)
    } catch {
      throw DataFileProblem(message: .notJSON)
    }
  }

  private mutating func apply(_ file: LayoutFile) throws(DataFileProblem) {
    title = try text(file.title, "title")
    if let stated = file.parts {
      parts = []
      for (index, part) in stated.enumerated() { parts.append(try self.part(part, "parts[\(index)]")) }
      if parts.isEmpty {
        throw DataFileProblem(
          field: "parts", message: LocalizedText(ru: "в отчёте нет ни одного раздела", en: "the report has no part"))
      }
    }
    if let stated = file.signatures {
      guard stated.count <= Self.mostSignatures else {
        throw DataFileProblem(
          field: "signatures",
          message: LocalizedText(
            ru: "подписей больше \(Self.mostSignatures)", en: "there are more than \(Self.mostSignatures) signatures"))
      }
      var posts: [String] = []
      for (index, post) in stated.enumerated() {
        if let post = try text(post, "signatures[\(index)]") { posts.append(post) }
      }
      signatures = posts
    }
    keepsEmptyParts = file.emptyParts ?? keepsEmptyParts
  }

  private func part(_ stated: LayoutFile.Part, _ field: String) throws(DataFileProblem) -> Part {
    guard let part = ReportPart(rawValue: stated.part) else {
      let known = ReportPart.allCases.map(\.rawValue).joined(separator: ", ")
      throw DataFileProblem(
        field: field + ".part",
        message: LocalizedText(ru: "здесь может стоять: \(known)", en: "it can be one of: \(known)"))
    }
    if parts.contains(where: { $0.part == part }) {
      throw DataFileProblem(
        field: field + ".part",
        message: LocalizedText(ru: "этот раздел уже есть выше", en: "this part is there already"))
    }
    return Part(part, title: try text(stated.title, field + ".title"))
  }

  private func text(_ value: String?, _ field: String) throws(DataFileProblem) -> String? {
    guard let value, !value.allSatisfy(\.isWhitespace) else { return nil }
    guard value.count <= Self.mostCharacters else {
      throw DataFileProblem(
        field: field,
        message: LocalizedText(
          ru: "текст длиннее \(Self.mostCharacters) знаков",
          en: "the text is longer than \(Self.mostCharacters) characters"))
    }
    return value
  }
}

/// A layout as its file states it.
private struct LayoutFile: Decodable {
  struct Part: Decodable {
    var part: String
    var title: String?

    private enum CodingKeys: String, CodingKey { case part, title }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(only: CodingKeys.self)
      part = try fields.decode(String.self, forKey: .part)
      title = try fields.decodeIfPresent(String.self, forKey: .title)
    }
  }

  var title: String?
  var parts: [Part]?
  var signatures: [String]?
  var emptyParts: Bool?

  private enum CodingKeys: String, CodingKey { case title, parts, signatures, emptyParts }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(only: CodingKeys.self)
    title = try fields.decodeIfPresent(String.self, forKey: .title)
    parts = try fields.decodeIfPresent([Part].self, forKey: .parts)
    signatures = try fields.decodeIfPresent([String].self, forKey: .signatures)
    emptyParts = try fields.decodeIfPresent(Bool.self, forKey: .emptyParts)
  }
}
