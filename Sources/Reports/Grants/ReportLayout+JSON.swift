internal import Primitives

extension ReportLayout {
  /// Bytes of a layout file that are taken.
  package static let mostBytes = 1 << 16
  private static let reader = DataFileReader(mostCharacters: 200)
  static let mostSignatures = 5

  /// Reads a layout. What it does not say is as the program does it.
  package init(json: [UInt8]) throws(DataFileProblem) {
    self.init()
    try apply(Self.reader.read(json))
  }

  private mutating func apply(_ file: LayoutFile) throws(DataFileProblem) {
    title = try Self.reader.text(file.title, "title")
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
        if let post = try Self.reader.text(post, "signatures[\(index)]") { posts.append(post) }
      }
      signatures = posts
    }
    keepsEmptyParts = file.emptyParts ?? keepsEmptyParts
  }

  private func part(_ stated: LayoutFile.Part, _ field: String) throws(DataFileProblem) -> Part {
    let part: ReportPart = try Self.reader.choice(stated.part, field + ".part")
    if parts.contains(where: { $0.part == part }) {
      throw DataFileProblem(
        field: field + ".part",
        message: LocalizedText(ru: "этот раздел уже есть выше", en: "this part is there already"))
    }
    return Part(part, title: try Self.reader.text(stated.title, field + ".title"))
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
