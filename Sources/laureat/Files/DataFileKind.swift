import Exchange
import Foundation
import Primitives
import Reports

/// A kind of small data file in JSON that a command takes, such as a design: how it is read and how refused.
struct DataFileKind {
  /// Bytes of a file that are taken.
  let mostBytes: Int
  let unreadable: LocalizedText
  let tooLarge: LocalizedText
  /// Where to look how such a file is written.
  let sample: String
  /// Of what is wrong with the file as a whole.
  let fileCode: Diagnostic.Code
  /// Of what is wrong in one of its fields.
  let fieldCode: Diagnostic.Code
  /// Else nothing is read as JSON, which it is not.
  var isUnreadableWhenEmpty = false

  /// Reads a file and makes of it what it states.
  ///
  /// - Throws: ``Failure`` that names the file and the field of it.
  func read<Value>(_ path: String, _ make: ([UInt8]) throws(DataFileProblem) -> Value) throws -> Value {
    guard let bytes = Self.bytes(of: path, most: mostBytes), !(isUnreadableWhenEmpty && bytes.isEmpty) else {
      throw Failure([
        Diagnostic(
          ExchangeCode.unreadable, unreadable,
          advice: LocalizedText(ru: "проверьте имя и права", en: "check its name and the rights"),
          location: .init(file: path))
      ])
    }
    do throws(DataFileProblem) {
      guard bytes.count <= mostBytes else { throw DataFileProblem(message: tooLarge) }
      return try make(bytes)
    } catch {
      throw Failure([
        Diagnostic(
          error.field == nil ? fileCode : fieldCode, error.message,
          advice: LocalizedText(
            ru: "исправьте файл; образец: \(sample)", en: "mend the file; for an example see \(sample)"),
          location: .init(file: path, path: error.field))
      ])
    }
  }

  /// A little more than the most, so that more is noticed; nil where it is no file or cannot be read.
  static func bytes(of path: String, most: Int) -> [UInt8]? {
    guard TableSource.isFile(path), let file = FileHandle(forReadingAtPath: path) else { return nil }
    return (try? file.read(upToCount: most + 1) ?? Data()).map { Array($0) }
  }
}
