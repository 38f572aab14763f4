package import Primitives

/// What is wrong with a small file of settings, and in which field of it.
package struct DataFileProblem: Error, Hashable, Sendable {
  /// `texts.ru.winner.purpose`; nil for the file as a whole.
  package var field: String?
  package var message: LocalizedText

  package init(field: String? = nil, message: LocalizedText) {
    self.field = field
    self.message = message
  }
}

extension DataFileProblem {
  init(_ error: DecodingError) {
    switch error {
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      self.init(field: Self.path(context.codingPath), message: .wrong(type))
    case .keyNotFound(let key, let context):
      self.init(
        field: Self.path(context.codingPath + [key]),
        message: LocalizedText(ru: "поле обязательно", en: "the field must be there"))
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      self.init(
        field: Self.path(context.codingPath),
        message: LocalizedText(ru: "такого поля нет", en: "there is no such field"))
    default:
      self.init(message: .notJSON)
    }
  }

  private static func path(_ path: [any CodingKey]) -> String {
    path.reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      return path.isEmpty ? key.stringValue : path + "." + key.stringValue
    }
  }
}

extension LocalizedText {
  static let notJSON = LocalizedText(
    ru: "файл не читается как JSON: проверьте кавычки, запятые и скобки",
    en: "the file is no JSON: check quotation marks, commas and brackets")

  fileprivate static func wrong(_ type: any Any.Type) -> LocalizedText {
    switch type {
    case is String.Type: LocalizedText(ru: "здесь нужен текст в кавычках", en: "a text in quotation marks is wanted")
    case is Bool.Type: LocalizedText(ru: "здесь нужно true или false", en: "true or false is wanted")
    case is [Any].Type: LocalizedText(ru: "здесь нужен список в [ ]", en: "a list in [ ] is wanted")
    default: LocalizedText(ru: "здесь нужны поля в { }", en: "fields in { } are wanted")
    }
  }
}

/// A field by whatever name.
private struct AnyField: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// The fields of an object that has no others.
  package func container<Key: CodingKey>(only keys: Key.Type) throws -> KeyedDecodingContainer<Key> {
    let all = try container(keyedBy: AnyField.self)
    if let stranger = all.allKeys.map(\.stringValue).sorted().first(where: { Key(stringValue: $0) == nil }) {
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath + [AnyField(stringValue: stranger)], debugDescription: "unknown field"))
    }
    return try container(keyedBy: keys)
  }
}
