internal import Crypto
internal import Grants
internal import LibXML
internal import Primitives

/// What the header says the document holds, against what it holds.
struct ControlFigures {
  private(set) var header: Header?
  private var element: Element?
  var records = 0
  private var awarded = Amount.zero
  /// False once a record could not be read, or was in another currency: then there is no sum to compare.
  private var isComplete = true

  mutating func begin(_ header: Header, from element: Element) {
    self.header = header
    self.element = element
  }

  mutating func add(_ project: Project?) {
    guard let project else { return isComplete = false }
    if let controlSum = header?.controlSum, project.awarded != nil, project.currency != controlSum.currency {
      isComplete = false
    }
    awarded += project.awarded ?? .zero
  }

  func mismatches(in file: String) -> [Diagnostic] {
    guard let header else { return [] }
    var mismatches: [Diagnostic] = []
    if header.recordCount != records {
      mismatches.append(
        Wording.recordCount(stated: header.recordCount, found: records, at: location(of: .recordCount, in: file)))
    }
    if let stated = header.controlSum, isComplete, stated.amount != awarded {
      mismatches.append(
        Wording.controlSum(stated: stated.amount, found: awarded, at: location(of: .controlSum, in: file)))
    }
    return mismatches
  }

  private func location(of tag: Tag, in file: String) -> Diagnostic.Location {
    let stated = element?.first(tag.name)
    return .init(file: file, line: stated?.position.line, column: stated?.position.column, path: stated?.path)
  }
}

/// The identifiers met so far, each as 128 bits of hash: a million take 32 MB at most, whatever their length.
struct IdentifierSet {
  private var seen: Set<Key> = []
  private let salt = UInt64.random(in: .min ... .max)

  private struct Key: Hashable {
    let high: Int
    let low: Int
  }

  /// - Returns: False when the identifier was met before in a record of the same name.
  mutating func insert(_ id: String, of name: UInt16) -> Bool {
    var high = Hasher()
    high.combine(name)
    high.combine(id)
    var low = Hasher()
    low.combine(salt)
    low.combine(id)
    low.combine(name)
    return seen.insert(Key(high: high.finalize(), low: low.finalize())).inserted
  }
}

/// Hashes a file as it is read, and keeps its beginning.
final class HashedBytes {
  private var hash = SHA256()
  private var beginning: [UInt8] = []

  func update(_ bytes: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: bytes)
    if beginning.count < 64 { beginning += bytes.prefix(64 - beginning.count) }
  }

  var isEmpty: Bool { beginning.isEmpty }

  /// True when the first character is one that XML begins with, in any of the encodings that are read.
  var looksLikeXML: Bool {
    let byteOrderMarks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    let space: Set<UInt8> = [0, 0x20, 0x09, 0x0A, 0x0D]
    return beginning.first { !space.contains($0) && !byteOrderMarks.contains($0) } == UInt8(ascii: "<")
  }

  var digest: Digest { Digest(hash.finalize()) }
}
