import Foundation
internal import Primitives

/// Reads a small data file in JSON that somebody has written by hand, and says of what is wrong in which field it stands.
package struct DataFileReader: Sendable {
  /// Characters of one text that are taken.
  private let mostCharacters: Int

  package init(mostCharacters: Int) { self.mostCharacters = mostCharacters }

  /// Reads the file as it is stated; the values in it are still to be looked at.
  package func read<File: Decodable>(_ json: [UInt8], as file: File.Type = File.self) throws(DataFileProblem) -> File {
    do {
      return try JSONDecoder().decode(file, from: Data(json))
    } catch let error as DecodingError {
      throw DataFileProblem(error)
    } catch {
      throw DataFileProblem(message: .notJSON)
    }
  }

  /// A text that is not too long; nil where there is none, or a blank one.
  package func text(_ value: String?, _ field: String) throws(DataFileProblem) -> String? {
    guard let value, !value.allSatisfy(\.isWhitespace) else { return nil }
    guard value.count <= mostCharacters else {
      throw DataFileProblem(
        field: field,
        message: LocalizedText(
          ru: "текст длиннее \(mostCharacters) знаков", en: "the text is longer than \(mostCharacters) characters"))
    }
    return value
  }

  /// One of a few words.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: String, _ field: String
  ) throws(DataFileProblem) -> Choice {
    if let choice = Choice(rawValue: value) { return choice }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw DataFileProblem(
      field: field, message: LocalizedText(ru: "здесь может стоять: \(choices)", en: "it can be one of: \(choices)"))
  }

  /// One of a few words; nil where there is none.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: String?, _ field: String
  ) throws(DataFileProblem) -> Choice? {
    guard let value else { return nil }
    return try choice(value, field) as Choice
  }
}
