import LibXML
import LibZip

/// The archive of a workbook: its parts, and how one leads to another (ECMA-376, part 2).
struct Package {
  let archive: ZipArchive
  /// Names of parts compare without case.
  private let entries: [String: ZipArchive.Entry]

  /// A way from one part to another.
  struct Relation {
    /// The last part of the address that says what it is: `worksheet`.
    let kind: Substring
    /// The part's name in the archive.
    let target: String
  }

  init(bytes: [UInt8]) throws(TableProblem) {
    do throws(ZipProblem) {
      archive = try ZipArchive(bytes: bytes)
    } catch {
      throw TableProblem(.archive(error))
    }
    entries = Dictionary(archive.entries.map { ($0.name.lowercased(), $0) }) { first, _ in first }
  }

  func has(_ part: String) -> Bool { entries[part.lowercased()] != nil }

  /// Begins to read a part.
  func stream(_ part: String, _ handler: any XMLEventHandler) throws(TableProblem) -> PartStream {
    guard let entry = entries[part.lowercased()] else { throw TableProblem(.damaged) }
    do throws(ZipProblem) {
      return PartStream(part, try archive.reader(of: entry), handler)
    } catch {
      throw TableProblem(.archive(error))
    }
  }

  /// Reads a part from its beginning to its end.
  func read(_ part: String, _ handler: any XMLEventHandler) throws(TableProblem) {
    let stream = try stream(part, handler)
    while try stream.advance() {}
  }

  /// The relations of a part by their ids; of the whole package for an empty name.
  func relations(of part: String) throws(TableProblem) -> [String: Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let list = "\(folder)_rels/\(name).rels"
    guard has(list) else { return [:] }
    let reader = RelationReader(folder: folder)
    try read(list, reader)
    return reader.relations
  }
}

private final class RelationReader: XMLEventHandler {
  private let folder: String
  var relations: [String: Package.Relation] = [:]

  init(folder: String) { self.folder = folder }

  func start(_ tag: ForeignTag) {
    // What stands outside the archive is none of ours.
    guard tag.name == "Relationship", tag["TargetMode"] != "External", let id = tag["Id"], let type = tag["Type"],
      let target = tag["Target"]
    else { return }
    let kind = type.split(separator: "/").last ?? ""
    relations[id] = Package.Relation(kind: kind, target: resolved(target))
  }

  func text(_ text: String) {}
  func end(_ name: String) {}

  private func resolved(_ target: String) -> String {
    var parts: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(step)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// A part of a workbook that is read piece by piece.
final class PartStream {
  private let name: String
  private var reader: ZipEntryReader
  private var events: XMLEvents
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var isAtEnd = false

  init(_ name: String, _ reader: consuming ZipEntryReader, _ handler: any XMLEventHandler) {
    self.name = name
    self.reader = reader
    var limits = XMLLimits()
    // Of a large workbook the styles have many attributes, and none is long.
    limits.textBytes = 4 << 20
    events = XMLEvents(handler, limits: limits)
  }

  /// Reads on; false at the end.
  func advance() throws(TableProblem) -> Bool {
    if isAtEnd { return false }
    let count: Int
    do throws(ZipProblem) {
      count = try reader.read(into: &buffer)
    } catch {
      throw TableProblem(.archive(error))
    }
    do throws(XMLProblem) {
      if count > 0 {
        try events.feed(buffer.span.bytes.extracting(first: count))
      } else {
        try events.finish()
        isAtEnd = true
      }
    } catch {
      throw TableProblem(.part(name, error))
    }
    return !isAtEnd
  }
}
