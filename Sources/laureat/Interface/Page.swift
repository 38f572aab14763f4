import LibXML
import Primitives

/// Puts a report where it was asked for.
enum Page {
  static func write(_ text: String, to output: OutputOptions) throws {
    try write(bytes: Array(text.utf8), to: output)
  }

  static func write(bytes: [UInt8], to output: OutputOptions) throws {
    guard let path = output.path else { return try Terminal.print(bytes: bytes) }
    try PendingFile(path: path) { try $0(bytes) }.commit()
  }
}
