/// Writes a JSON document part by part, so that one of any size is never held as a whole.
///
/// Two spaces for each level, one member or item to a line, a space before and after each colon; keys are for the caller
/// to give in alphabetical order.
package struct JSONWriter: ~Copyable {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// True before the first member or item of what was opened last.
  private var isFirst = true
  private let sink: ([UInt8]) throws -> Void

  private static let capacity = 1 << 16

  /// - Parameter sink: Is handed the bytes, many at a time.
  package init(to sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    bytes.reserveCapacity(Self.capacity)
  }

  // MARK: Parts

  /// Begins a list, as an item of another where one is open.
  package mutating func openArray() throws { try open("[") }

  /// Begins a list as the member of an object.
  package mutating func openArray(_ key: StaticString) throws { try open("[", key) }

  package mutating func closeArray() throws { try close("]") }
  package mutating func openObject() throws { try open("{") }
  package mutating func openObject(_ key: StaticString) throws { try open("{", key) }
  package mutating func closeObject() throws { try close("}") }

  /// An item of the list that is open; the whole document where none is.
  package mutating func item(_ json: JSON) throws {
    if depth > 0 { try beginPart() }
    try write(json)
  }

  package mutating func member(_ key: StaticString, _ json: JSON) throws {
    try beginMember(key)
    try write(json)
  }

  package mutating func member(_ key: StaticString, _ text: String?) throws {
    try beginMember(key)
    if let text { write(text) } else { append("null") }
  }

  /// Ends the document with a newline, and hands over what is left.
  package consuming func finish() throws {
    append("\n")
    try sink(bytes)
  }

  // MARK: Values

  private mutating func write(_ json: JSON) throws {
    switch json {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): write(text)
    case .array(let items):
      begin("[")
      for value in items { try item(value) }
      try close("]")
    case .object(let members):
      begin("{")
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        try beginPart()
        write(key)
        append(" : ")
        try write(value)
      }
      try close("}")
    }
  }

  /// Quoted, with what JSON asks to be escaped (RFC 8259, section 7).
  private mutating func write(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x10: bytes.append(contentsOf: "\\u000\(String(byte, radix: 16))".utf8)
      case 0x10..<0x20: bytes.append(contentsOf: "\\u00\(String(byte, radix: 16))".utf8)
      default: bytes.append(byte)
      }
    }
    append("\"")
  }

  // MARK: Layout

  private mutating func open(_ bracket: StaticString) throws {
    if depth > 0 { try beginPart() }
    begin(bracket)
  }

  private mutating func open(_ bracket: StaticString, _ key: StaticString) throws {
    try beginMember(key)
    begin(bracket)
  }

  private mutating func begin(_ bracket: StaticString) {
    append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: StaticString) throws {
    // What is empty has an empty line in it.
    append(isFirst ? "\n\n" : "\n")
    depth -= 1
    indent()
    append(bracket)
    isFirst = false
  }

  private mutating func beginMember(_ key: StaticString) throws {
    try beginPart()
    append("\"")
    append(key)
    append("\" : ")
  }

  private mutating func beginPart() throws {
    append(isFirst ? "\n" : ",\n")
    isFirst = false
    indent()
    if bytes.count >= Self.capacity {
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: text.description.utf8)
  }
}
