// Writes the files given into one Swift file as raw string literals, which compile fast at any size, unlike arrays of
// bytes. Usage: embed-schemas OUTPUT FILE…
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  FileHandle.standardError.write(Data("usage: embed-schemas OUTPUT FILE...\n".utf8))
  exit(64)
}

var source = """
  /// The schemas of the exchange documents by file name.
  enum EmbeddedSchemas {
    static let documents: [String: String] = [

  """
for path in arguments.dropFirst() {
  let url = URL(fileURLWithPath: path)
  let text = try String(contentsOf: url, encoding: .utf8)
  guard !text.contains("\"\"\"##") else {
    FileHandle.standardError.write(Data("\(path) contains the end of a raw string literal\n".utf8))
    exit(65)
  }
  source += "    \"\(url.lastPathComponent)\": ##\"\"\"\n\(text)\n\"\"\"##,\n"
}
source += "  ]\n}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
