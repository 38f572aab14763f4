/// The rules for names in an archive: the same for those that are read and those that are written.
enum ZipName {
  /// What is wrong with a name; nil for one that is safe to use on any system.
  static func fault(of name: String, limits: ZipLimits) -> ZipProblem.NameFault? {
    if name.isEmpty { return .empty }
    if name.utf8.count > limits.nameBytes { return .tooLong }
    if name.contains("\\") { return .backslash }
    if name.hasPrefix("/") || hasDrive(name) { return .absolute }
    if name.unicodeScalars.contains(where: isControl) { return .controlCharacter }
    // A folder ends in a slash.
    let path = name.hasSuffix("/") ? name.dropLast() : name[...]
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } ? .path : nil
  }

  /// A name as Russian Windows writes it where nothing says otherwise, in its code page for consoles, CP866; nil for
  /// bytes that stand for no letter there.
  static func russian(_ bytes: some Sequence<CChar>) -> String? {
    var name = String.UnicodeScalarView()
    for byte in bytes.lazy.map({ UInt32(UInt8(bitPattern: $0)) }) {
      let value: UInt32? =
        switch byte {
        case ..<0x80: byte
        case 0x80...0xAF: byte - 0x80 + 0x410
        case 0xE0...0xEF: byte - 0xE0 + 0x440
        case 0xF0: 0x401
        case 0xF1: 0x451
        case 0xFC: 0x2116
        default: nil
        }
      guard let scalar = value.flatMap(Unicode.Scalar.init) else { return nil }
      name.append(scalar)
    }
    return String(name)
  }

  /// Equal for names that some file system takes for one: strings compare by canonical equivalence, here without case.
  static func key(_ name: String) -> String {
    (name.hasSuffix("/") ? String(name.dropLast()) : name).lowercased()
  }

  private static func hasDrive(_ name: String) -> Bool {
    let start = name.unicodeScalars.prefix(2)
    return start.count == 2 && start.last == ":" && start.first?.properties.isAlphabetic == true
  }

  /// Controls, and what turns the direction of writing, with which one name is shown as another.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .control || category == .format || category == .lineSeparator || category == .paragraphSeparator
  }
}
