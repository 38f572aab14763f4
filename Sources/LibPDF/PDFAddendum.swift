/// What cairo 1.16 leaves out of a file: its language, that its title is to be shown, what pictures show, what heads of
/// tables head, the form of the day. It is appended as an incremental update (ISO 32000-1, 7.5.6),
/// which leaves the bytes before it as they are. A file of another make than cairo 1.16 gives is left alone.
struct PDFAddendum {
  private let bytes: [UInt8]
  /// Where `bytes` begin in the file.
  private let start: Int

  /// - Parameter bytes: The end of a file: the tags, the catalogue and the list of objects.
  init(to bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  /// - Parameter tags: In the order in which they were begun.
  /// - Returns: What is to follow the file.
  func bytes(tags: [PDFTag], language: String) -> [UInt8] {
    guard let trailer = Trailer(bytes), let places = places(trailer),
      let catalogue = object(trailer.root, places), let info = object(trailer.info, places)
    else { return [] }
    var objects = [
      (trailer.root, catalogue + "   /Lang \(hex(language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n"),
      (trailer.info, Self.info(info)),
    ]
    objects += tagAttributes(tags, places)
    return update(objects.sorted { $0.0 < $1.0 }, trailer)
  }

  /// The day of creation with the letters that begin one (7.9.4).
  private static func info(_ info: String) -> String { info.replacing("/CreationDate (2", with: "/CreationDate (D:2") }

  /// The elements of figures and of heads of tables, with what the tags say.
  private func tagAttributes(_ tags: [PDFTag], _ places: [Int?]) -> [(Int, String)] {
    let described = tags.filter { $0.attributes != nil }
    guard !described.isEmpty else { return [] }
    var elements: [(name: String, number: Int, content: String)] = []
    let names = Set(described.map(\.name))
    let head = "<< /Type /StructElem\n   /S /"
    for number in places.indices {
      // Most objects are none: only what is one is read.
      guard let place = places[number], has("\(number) 0 obj\n" + head, at: place),
        let content = object(number, places)
      else { continue }
      let name = String(content.dropFirst(head.count).prefix { $0 != "\n" })
      if names.contains(name) { elements.append((name, number, content)) }
    }
    guard elements.map(\.name) == described.map(\.name) else { return [] }
    return zip(elements, described).map { ($0.number, $0.content + ($1.attributes ?? "")) }
  }

  private func update(_ objects: [(number: Int, content: String)], _ trailer: Trailer) -> [UInt8] {
    var text = ""
    var list = "xref\n"
    for (number, content) in objects {
      let offset = String(start + bytes.count + text.utf8.count)
      list += "\(number) 1\n" + String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(number) 0 obj\n\(content)>>\nendobj\n"
    }
    let place = start + bytes.count + text.utf8.count
    text += list
    text += "trailer\n<< /Size \(trailer.size)\n   /Root \(trailer.root) 0 R\n   /Info \(trailer.info) 0 R\n"
    text += "   /Prev \(trailer.list)\n>>\nstartxref\n\(place)\n%%EOF\n"
    return Array(text.utf8)
  }

  // MARK: Reading

  /// Where each object begins, by its number.
  private func places(_ trailer: Trailer) -> [Int?]? {
    let head = "xref\n0 \(trailer.size)\n"
    guard let place = index(trailer.list), has(head, at: place) else { return nil }
    let first = place + head.utf8.count
    guard first + 20 * trailer.size <= bytes.count else { return nil }
    return (0..<trailer.size).map { number in
      Int(String(decoding: bytes[first + 20 * number..<first + 20 * number + 10], as: UTF8.self)).flatMap(index)
    }
  }

  /// An object that is a dictionary, without its end.
  private func object(_ number: Int, _ places: [Int?]) -> String? {
    guard places.indices.contains(number), let place = places[number] else { return nil }
    let head = "\(number) 0 obj\n"
    let content = place + head.utf8.count
    guard has(head + "<< ", at: place) else { return nil }
    let end = Array(">>\nendobj\n".utf8)
    var position = content
    while position + end.count <= bytes.count {
      if bytes[position] == end[0], bytes[position..<position + end.count].elementsEqual(end) {
        return String(decoding: bytes[content..<position], as: UTF8.self)
      }
      // A stream follows its dictionary: that is none of the objects looked for.
      if bytes[position] == UInt8(ascii: "s"), has("stream\n", at: position) { return nil }
      position += 1
    }
    return nil
  }

  private func index(_ place: Int) -> Int? {
    bytes.indices.contains(place - start) ? place - start : nil
  }

  private func has(_ text: String, at place: Int) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }
}

/// The end of a file as cairo 1.16 writes it.
private struct Trailer {
  let size: Int
  let root: Int
  let info: Int
  /// Where the list of objects begins.
  let list: Int

  init?(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.suffix(200), as: UTF8.self)
    guard
      let match = text.firstMatch(
        of: /trailer\n<< \/Size (\d+)\n   \/Root (\d+) 0 R\n   \/Info (\d+) 0 R\n>>\nstartxref\n(\d+)\n%%EOF\n$/),
      let size = Int(match.1), let root = Int(match.2), let info = Int(match.3), let list = Int(match.4)
    else { return nil }
    (self.size, self.root, self.info, self.list) = (size, root, info, list)
  }
}

extension PDFTag {
  /// Entries of its element that cairo does not write.
  fileprivate var attributes: String? {
    switch self {
    case .figure(let alternative): "   /Alt \(hex(alternative))\n"
    case .tableHeader(let ofRow): "   /A << /O /Table /Scope /\(ofRow ? "Row" : "Column") >>\n"
    default: nil
    }
  }
}

/// A text as PDF keeps it, in UTF-16 (7.9.2.2).
private func hex(_ text: String) -> String {
  "<FEFF"
    + text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined() + ">"
}
