import Foundation
import LibXML
import Testing

@testable import Exchange

/// What the code says about documents, against what the schemas say.
@Suite struct EnvelopeTests {
  private static func schema(_ name: String) throws -> String {
    try String(contentsOf: packageFolder.appending(path: "Schemas/\(name)"), encoding: .utf8)
  }

  private static func schemas() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: packageFolder.appending(path: "Schemas").path)
      .filter { $0.hasSuffix(".xsd") }.map(schema)
  }

  @Test(arguments: DocumentKind.allCases)
  func `the reader expects the children that the schema's root has`(_ kind: DocumentKind) throws {
    let schema = try Self.schema(kind.schemaFile)
    // <xs:element name="applications" type="Applications"> … <xs:complexType name="Applications"> <xs:sequence> …
    let type = try #require(schema.firstMatch(of: try Regex("<xs:element name=\"\(kind.rawValue)\" type=\"(\\w+)\"")))
    let name = try #require(type.output[1].substring)
    let start = try #require(schema.firstRange(of: "<xs:complexType name=\"\(name)\">")?.upperBound)
    let end = try #require(schema[start...].firstRange(of: "</xs:sequence>")).lowerBound
    let body = schema[start..<end]
    let children = body.matches(of: /<xs:element ref="(\w+)"([^>]*)>/).map { match in
      let minimum = match.2.firstMatch(of: /minOccurs="(\d+)"/).flatMap { Int($0.1) } ?? 1
      let maximum = match.2.firstMatch(of: /maxOccurs="(\w+)"/).map { Int($0.1) } ?? 1
      return [String(match.1), "\(minimum)", "\(maximum.map(String.init) ?? "unbounded")"]
    }
    #expect(children.count > 1)
    #expect(
      kind.children.map { [$0.name, "\($0.minimum)", $0.maximum.map(String.init) ?? "unbounded"] } == children)
  }

  @Test(arguments: DocumentKind.allCases)
  func `the root has the attributes that the schema asks for`(_ kind: DocumentKind) throws {
    let schema = try Self.schema(kind.schemaFile)
    let type = try #require(schema.firstMatch(of: try Regex("<xs:element name=\"\(kind.rawValue)\" type=\"(\\w+)\"")))
    let name = try #require(type.output[1].substring)
    let start = try #require(schema.firstRange(of: "<xs:complexType name=\"\(name)\">")?.upperBound)
    let end = try #require(schema[start...].firstRange(of: "</xs:complexType>")).lowerBound
    let body = schema[start..<end]
    #expect(body.contains("<xs:attributeGroup ref=\"DocumentAttributes\""))
    let attributes = body.matches(of: /<xs:attribute name="(\w+)"/).map { String($0.1) }
    #expect(attributes == (kind.namesContest ? ["contest"] : []))
  }

  @Test func `the names of the schemas are the names that the reader knows`() throws {
    var names: Set<String> = []
    for schema in try Self.schemas() {
      names.formUnion(schema.matches(of: /<xs:(?:element|attribute) name="(\w+)"/).map { String($0.1) })
    }
    let tags = Set(Tag.allCases.map(\.text))
    #expect(names.subtracting(tags) == [])
    #expect(tags.subtracting(names) == [])
  }

  @Test func `every name is found again by its number`() {
    for tag in Tag.allCases {
      #expect(Tag.vocabulary[tag.name] == tag.text)
      #expect(Tag(rawValue: tag.name.index) == tag)
    }
  }

  @Test func `what is referred to is taken in first`() {
    #expect(DocumentKind.allCases.map(\.order) == Array(0..<7))
    #expect(DocumentKind.contestAnnouncement.order < DocumentKind.applications.order)
    #expect(DocumentKind.applications.order < DocumentKind.scoreSheets.order)
    #expect(DocumentKind.scoreSheets.order < DocumentKind.resultsProtocol.order)
  }
}
