/// What cairo 1.16 leaves out of a file: its language, that its title is to be shown, what pictures show, what heads of
/// tables head, the form of the day; and what its stamps show. It is appended as an incremental update (ISO 32000-1, 7.5.6),
/// which leaves the bytes before it as they are. A file of another make than cairo 1.16 gives is left alone.
struct PDFAddendum {
  private let file: CairoOutput
  /// What the objects are to be, by their numbers.
  private var objects: [(number: Int, content: [UInt8])] = []
  private var size: Int

  init(to file: CairoOutput) {
    self.file = file
    size = file.trailer.size
  }

  /// - Returns: What is to follow the file.
  var bytes: [UInt8] {
    if objects.isEmpty { return [] }
    let end = file.start + file.bytes.count
    var text: [UInt8] = []
    var list = "xref\n"
    for (number, content) in objects.sorted(by: { $0.number < $1.number }) {
      let offset = String(end + text.count)
      list += "\(number) 1\n" + String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += CairoOutput.head(number).utf8
      text += content
    }
    let place = end + text.count
    let trailer = file.trailer
    list += "trailer\n<< /Size \(size)\n   /Root \(trailer.root) 0 R\n   /Info \(trailer.info) 0 R\n"
    list += "   /Prev \(trailer.list)\n>>\nstartxref\n\(place)\n%%EOF\n"
    return text + list.utf8
  }

  private mutating func change(_ number: Int, _ dictionary: String) {
    objects.append((number, Array("\(dictionary)>>\nendobj\n".utf8)))
  }

  /// The language of the file, its title shown, and the day of creation with the letters that begin one (7.9.4).
  mutating func add(language: String) {
    guard let catalogue = file.dictionary(file.trailer.root), let info = file.dictionary(file.trailer.info) else {
      return
    }
    change(
      file.trailer.root,
      catalogue + "   /Lang \(hex(language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n")
    change(file.trailer.info, info.replacing("/CreationDate (2", with: "/CreationDate (D:2"))
  }

  /// What the tags say, to the elements of figures and of heads of tables.
  ///
  /// - Parameter tags: In the order in which they were begun.
  mutating func add(_ tags: [PDFTag]) {
    let described = tags.filter { $0.attributes != nil }
    guard !described.isEmpty else { return }
    var elements: [(name: String, number: Int, content: String)] = []
    let names = Set(described.map(\.name))
    let head = "<< /Type /StructElem\n   /S /"
    for number in file.places.indices {
      // Most objects are none: only what is one is read.
      guard file.has(CairoOutput.head(number) + head, at: number), let content = file.dictionary(number) else {
        continue
      }
      let name = String(content.dropFirst(head.count).prefix { $0 != "\n" })
      if names.contains(name) { elements.append((name, number, content)) }
    }
    guard elements.map(\.name) == described.map(\.name) else { return }
    for (element, tag) in zip(elements, described) { change(element.number, element.content + (tag.attributes ?? "")) }
  }

  /// What was printed, in the places of the blanks that stand for it.
  ///
  /// - Parameters:
  ///   - prints: In the order in which they were first shown.
  ///   - pages: What was written with the pages that show them first.
  /// - Returns: Whether each has its place.
  mutating func add(_ prints: [PDFPrint], on pages: [PDFOutput.Part]) -> Bool {
    var numbers = file.places.indices[...]
    for print in prints {
      guard let blank = numbers.first(where: { self.blank(of: print, is: $0, on: pages) }) else { return false }
      numbers = numbers[(blank + 1)...]
      let first = size - 1
      func number(_ place: Int) -> Int { place == 0 ? blank : first + place }
      for (place, object) in print.objects.enumerated() {
        objects.append((number(place), object.renumbered(number).bytes))
      }
      size += print.objects.count - 1
    }
    return true
  }

  private func blank(of print: PDFPrint, is number: Int, on pages: [PDFOutput.Part]) -> Bool {
    let head = CairoOutput.head(number).utf8
    return pages.contains { page in
      guard page.bytes.indices.contains(file.places[number] - page.start) else { return false }
      let rest = page.bytes[(file.places[number] - page.start)...]
      return rest.starts(with: head) && print.blankObject.stands(in: rest.dropFirst(head.count))
    }
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
