/// The container of Microsoft's programs of old ([MS-CFB]), a file system in one file. It is not read, only told apart.
enum CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What is kept in it. A workbook behind a password stands there as a stream of this name ([MS-OFFCRYPTO], section
  /// 2.3.4); names are in UTF-16.
  static func format(of bytes: [UInt8]) -> TableProblem.Format {
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: name[0]) {
      rest = rest[start...]
      if rest.starts(with: name) { return .encrypted }
      rest = rest.dropFirst()
    }
    return .oldExcel
  }
}
