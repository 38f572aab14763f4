import Exchange
import Foundation
import FoundationXML
import Testing

/// What the schema of a kind of document declares, and which of it a document uses.
struct GoldenSchema {
  /// An element, an attribute or a listed value, named by the type or group that declares it.
  struct Declaration: Hashable, CustomStringConvertible {
    enum Part: Hashable {
      case element(String)
      case attribute(String)
      case value(String)
    }

    let owner: String
    let part: Part

    var description: String {
      switch part {
      case .element(let name): "the element \(name) of \(owner)"
      case .attribute(let name): "the attribute \(name) of \(owner)"
      case .value(let text): "the value \(text) of \(owner)"
      }
    }
  }

  private let root: String
  private let own: XMLTree
  private let common: XMLTree
  /// Named types and groups, and global elements.
  private let named: [String: XMLTree]

  init(of kind: DocumentKind) throws {
    root = kind.rawValue
    own = try Self.tree(kind.rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined())
    common = try Self.tree("common")
    let globals = (common.children + own.children).compactMap { node in
      node.attributes["name"].map { (node.name + " " + $0, node) }
    }
    named = Dictionary(globals, uniquingKeysWith: { first, _ in first })
  }

  private static func tree(_ name: String) throws -> XMLTree {
    try XMLTree(Data(contentsOf: packageFolder.appending(path: "Schemas/\(name).xsd")))
  }

  // MARK: Declared

  /// What the kind's own file declares.
  var declaredHere: Set<Declaration> { Self.declared(in: own) }

  var declaredInCommon: Set<Declaration> { Self.declared(in: common) }

  private static func declared(in file: XMLTree) -> Set<Declaration> {
    var declared: Set<Declaration> = []
    func collect(_ node: XMLTree, _ owner: String) {
      if let declaration = declaration(node, of: owner) { declared.insert(declaration) }
      for child in node.children { collect(child, owner) }
    }
    for global in file.children {
      guard let owner = global.attributes["name"] else { continue }
      for child in global.children { collect(child, owner) }
    }
    return declared
  }

  private static func declaration(_ node: XMLTree, of owner: String) -> Declaration? {
    let name = node.attributes["name"] ?? node.attributes["ref"]
    switch node.name {
    case "xs:element": return name.map { Declaration(owner: owner, part: .element($0)) }
    case "xs:attribute": return name.map { Declaration(owner: owner, part: .attribute($0)) }
    case "xs:enumeration": return node.attributes["value"].map { Declaration(owner: owner, part: .value($0)) }
    default: return nil
    }
  }

  /// What a document of the kind can hold, beside its root.
  var reachable: Set<Declaration> {
    var found: Set<Declaration> = []
    var seen: Set<String> = []
    var waiting = [type(ofGlobal: root)]
    while let type = waiting.popLast().flatMap(\.self) {
      guard seen.insert(type).inserted else { continue }
      let members = members(of: type)
      found.formUnion(members.map(\.declaration))
      found.formUnion(values(of: type))
      waiting += members.map(\.type)
    }
    return found
  }

  // MARK: Used

  func exercised(by documents: [Data]) throws -> Set<Declaration> {
    var exercised: Set<Declaration> = []
    for document in documents {
      walk(try XMLTree(document), type(ofGlobal: root), &exercised)
    }
    return exercised
  }

  private func walk(_ node: XMLTree, _ type: String?, _ exercised: inout Set<Declaration>) {
    guard let type else { return }
    note(node.text, of: type, &exercised)
    let members = members(of: type)
    for child in node.children {
      // Additions that hold nothing show nothing.
      if child.name == "extensions", child.children.isEmpty { continue }
      let declaring = members.filter { $0.declaration.part == .element(child.name) }
      exercised.formUnion(declaring.map(\.declaration))
      walk(child, declaring.first?.type, &exercised)
    }
    for (name, value) in node.attributes {
      guard let member = members.first(where: { $0.declaration.part == .attribute(name) }) else { continue }
      exercised.insert(member.declaration)
      if let type = member.type { note(value, of: type, &exercised) }
    }
  }

  private func note(_ text: String, of type: String, _ exercised: inout Set<Declaration>) {
    if let value = values(of: type).first(where: { $0.part == .value(text) }) { exercised.insert(value) }
  }

  // MARK: Types

  private struct Member {
    let declaration: Declaration
    /// The name of its type; nil for one of XML Schema's own.
    let type: String?
  }

  private func type(ofGlobal element: String) -> String? {
    named["xs:element \(element)"]?.attributes["type"]
  }

  /// Elements and attributes of a complex type, those of its groups and of the type it extends among them.
  private func members(of type: String) -> [Member] {
    named["xs:complexType \(type)"].map { members(in: $0, of: type) } ?? []
  }

  private func members(in node: XMLTree, of owner: String) -> [Member] {
    node.children.flatMap { child -> [Member] in
      let (type, reference) = (child.attributes["type"], child.attributes["ref"])
      switch child.name {
      case "xs:element", "xs:attribute":
        guard let declaration = Self.declaration(child, of: owner) else { return [] }
        return [Member(declaration: declaration, type: type ?? reference.flatMap { self.type(ofGlobal: $0) })]
      case "xs:group":
        // Also of whoever takes it in: additions to a project are not those to a report.
        return group(child).map { members(in: $0.node, of: $0.name) + members(in: $0.node, of: owner) } ?? []
      case "xs:attributeGroup": return group(child).map { members(in: $0.node, of: $0.name) } ?? []
      case "xs:extension":
        return (child.attributes["base"].map { members(of: $0) } ?? []) + members(in: child, of: owner)
      default: return members(in: child, of: owner)
      }
    }
  }

  private func group(_ reference: XMLTree) -> (name: String, node: XMLTree)? {
    guard let name = reference.attributes["ref"], let node = named["\(reference.name) \(name)"] else { return nil }
    return (name, node)
  }

  /// The values a type lists, or else the one it is made from: what it narrows down counts no more.
  private func values(of type: String) -> [Declaration] {
    guard let node = named["xs:simpleType \(type)"] ?? named["xs:complexType \(type)"] else { return [] }
    let values = node.all("xs:enumeration").compactMap { Self.declaration($0, of: type) }
    if !values.isEmpty { return values }
    let base = (node.all("xs:restriction") + node.all("xs:extension")).first?.attributes["base"]
    return base.map { self.values(of: $0) } ?? []
  }
}

/// An element with what is in it.
final class XMLTree: NSObject {
  let name: String
  let attributes: [String: String]
  private(set) var children: [XMLTree] = []
  private(set) var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The elements of a name below this one.
  func all(_ name: String) -> [XMLTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }
}

extension XMLTree {
  /// Reads a document and takes the place of its root.
  convenience init(_ document: Data) throws {
    let builder = Builder()
    let parser = XMLParser(data: document)
    parser.delegate = builder
    try #require(parser.parse(), "not well-formed")
    let root = try #require(builder.top.children.first)
    self.init(root.name, root.attributes)
    (children, text) = (root.children, root.text)
  }

  private final class Builder: NSObject, XMLParserDelegate {
    let top = XMLTree("", [:])
    private lazy var open = [top]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = XMLTree(name, attributes)
      open.last?.children.append(element)
      open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      open.last?.text += text
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }
  }
}
