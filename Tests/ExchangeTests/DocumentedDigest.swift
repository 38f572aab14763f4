import Exchange
import Foundation
import FoundationXML

/// The digest of a decision as the schema describes it, computed by nothing of ours but the hash: whoever reads the words
/// there can do the same.
final class DocumentedDigest: NSObject, XMLParserDelegate {
  private var parts: [[String]] = []
  private var lines: [String] = []
  private var sender = ""
  /// Of the result that is being read.
  private var source: [String: String] = [:]
  private var path: [String] = []
  private var text = ""
  private var isInExtensions: Bool { path.contains("extensions") }

  static func of(_ document: String) -> String {
    let parser = XMLParser(data: Data(document.utf8))
    let reading = DocumentedDigest()
    parser.delegate = reading
    _ = parser.parse()
    return digest(reading.parts.map(digest).sorted())
  }

  private static func digest(_ lines: [String]) -> String {
    Digest(of: Array(lines.map { $0 + "\n" }.joined().utf8)).description
  }

  /// A document that states the digest it has, whatever was changed in it.
  static func sealing(_ document: String) -> String {
    document.replacing(/\ decisionDigest="[0-9a-f]*"/, with: " decisionDigest=\"\(of(document))\"")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    endText()
    if name == "sender", sender.isEmpty { sender = attributes["id"] ?? "" }
    guard !path.isEmpty || name == "protocol" || name == "result" else { return }
    path.append(name)
    if isInExtensions { return }
    if place == "result" { source = ["sender": sender, "id": attributes["id"] ?? ""] }
    if place == "result/source" {
      source = attributes
    } else {
      tell(attributes, of: place)
    }
  }

  private func tell(_ attributes: [String: String], of place: String) {
    lines.append(place)
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) where name != "decisionDigest" {
      lines.append("\(place)/@\(name)=\(collapsed(value))")
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    self.text += text
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    endText()
    if path == ["result"] { tell(source, of: "result/source") }
    guard path.popLast() != nil, path.isEmpty else { return }
    parts.append(lines)
    lines = []
  }

  private var place: String { path.joined(separator: "/") }

  private func endText() {
    let own = collapsed(text)
    if !own.isEmpty, !path.isEmpty, !isInExtensions { lines.append("\(place)=\(own)") }
    text = ""
  }

  private func collapsed(_ text: String) -> String {
    // By scalars, for a carriage return and a line feed are one character.
    text.unicodeScalars.split { [" ", "\t", "\r", "\n"].contains($0) }.map(String.init).joined(separator: " ")
  }
}
