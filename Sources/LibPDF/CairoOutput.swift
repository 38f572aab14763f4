/// A file as cairo 1.16 writes it, or its end: the list of its objects, and those of them that begin here.
struct CairoOutput {
  let bytes: [UInt8]
  /// Where `bytes` begin in the file.
  let start: Int
  let trailer: Trailer
  /// Where each object begins in the file, by its number; none has the number 0.
  let places: [Int]

  /// - Parameter bytes: At least the tags, the catalogue and the list of objects.
  /// - Returns: nil for a file of another make.
  init?(_ bytes: [UInt8], from start: Int) {
    guard let trailer = Trailer(bytes), let places = trailer.places(in: bytes, from: start) else { return nil }
    (self.bytes, self.start, self.trailer, self.places) = (bytes, start, trailer, places)
  }

  /// The object of a number up to its end, where all of it stands here.
  func object(_ number: Int) -> PDFObject? {
    let place = places[number]
    let next = places.reduce(trailer.list) { $1 > place ? min($0, $1) : $0 }
    let head = Self.head(number)
    let content = place + head.utf8.count
    guard has(head, at: number), content <= next, next <= start + bytes.count else { return nil }
    return PDFObject(bytes[content - start..<next - start])
  }

  /// An object that is a dictionary, without its end; nil for one that is none, or does not stand here.
  func dictionary(_ number: Int) -> String? {
    guard has(Self.head(number) + "<< ", at: number) else { return nil }
    let content = places[number] - start + Self.head(number).utf8.count
    let end = Array(">>\nendobj\n".utf8)
    let stream = Array("stream\n".utf8)
    var position = content
    while position + end.count <= bytes.count {
      if bytes[position] == end[0], bytes[position...].starts(with: end) {
        return String(decoding: bytes[content..<position], as: UTF8.self)
      }
      // A stream follows its dictionary: that is none of the objects looked for.
      if bytes[position] == stream[0], bytes[position...].starts(with: stream) { return nil }
      position += 1
    }
    return nil
  }

  /// Whether an object begins with a text.
  func has(_ text: String, at number: Int) -> Bool {
    bytes.indices.contains(places[number] - start) && bytes[(places[number] - start)...].starts(with: text.utf8)
  }

  static func head(_ number: Int) -> String { "\(number) 0 obj\n" }
}

/// The end of a file as cairo 1.16 writes it.
struct Trailer {
  let size: Int
  let root: Int
  let info: Int
  /// Where the list of objects begins.
  let list: Int

  init?(_ bytes: [UInt8]) {
    let shape = [
      "trailer", "<< /Size #", "   /Root # 0 R", "   /Info # 0 R", ">>", "startxref", "#", "%%EOF", "",
    ]
    let text = String(decoding: bytes.suffix(200), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).suffix(shape.count)
    guard lines.count == shape.count else { return nil }
    var numbers: [Int] = []
    for (line, form) in zip(lines, shape) where line != form {
      let parts = form.split(separator: "#", omittingEmptySubsequences: false)
      guard parts.count == 2, line.hasPrefix(parts[0]), line.hasSuffix(parts[1]),
        let number = Int(line.dropFirst(parts[0].count).dropLast(parts[1].count))
      else { return nil }
      numbers.append(number)
    }
    guard numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    (size, root, info, list) = (numbers[0], numbers[1], numbers[2], numbers[3])
  }

  fileprivate func places(in bytes: [UInt8], from start: Int) -> [Int]? {
    let head = "xref\n0 \(size)\n"
    guard size > 0, bytes.indices.contains(list - start), bytes[(list - start)...].starts(with: head.utf8) else {
      return nil
    }
    let first = list - start + head.utf8.count
    guard first + 20 * size <= bytes.count, root < size, info < size else { return nil }
    return (0..<size).map { number in
      bytes[first + 20 * number..<first + 20 * number + 10].reduce(0) { 10 * $0 + Int($1 & 0x0F) }
    }
  }
}
