import CLibZip
import Glibc

/// An archive that is read. Opening it looks at the whole list: an archive with anything in it that could do harm when it
/// is unpacked is refused before the first byte was.
package struct ZipArchive {
  /// A file or folder of an archive.
  package struct Entry: Hashable, Sendable {
    /// With its folders, separated by slashes; a folder ends in one.
    package let name: String
    /// Bytes, unpacked. Reading ends in an error when the file has another number.
    package let size: Int
    package let compressedSize: Int
    package let isEncrypted: Bool
    let index: Int

    package var isFolder: Bool { name.hasSuffix("/") }
  }

  package let entries: [Entry]
  private let handle: ZipHandle
  private let places: [String: Int]

  /// Opens a file.
  package init(path: String, limits: ZipLimits = ZipLimits()) throws(ZipProblem) {
    try self.init(try ZipHandle(path: path), limits)
  }

  /// Takes an archive that is in memory; it is copied.
  package init(bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipProblem) {
    try self.init(try ZipHandle(bytes: bytes), limits)
  }

  private init(_ handle: ZipHandle, _ limits: ZipLimits) throws(ZipProblem) {
    let count = Int(unsafe zip_get_num_entries(handle.archive, 0))
    if count > limits.entries { throw ZipProblem(.limit(.entries)) }
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    var keys: Set<String> = []
    for index in 0..<max(count, 0) {
      let entry = try Self.entry(index, of: handle, limits)
      if !keys.insert(ZipName.key(entry.name)).inserted { throw ZipProblem(.duplicateName, entry: index + 1) }
      places[entry.name] = entries.count
      entries.append(entry)
    }
    try Self.checkSizes(entries, archiveBytes: handle.bytes, limits)
    self.handle = handle
    self.entries = entries
    self.places = places
  }

  /// True for the first bytes of an archive: it begins with a file, or, without any, with its end.
  package static func isBegun(by bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// The entry with exactly this name.
  package subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

  /// Begins to read a file of the archive.
  package func reader(of entry: Entry) throws(ZipProblem) -> ZipEntryReader {
    try ZipEntryReader(entry, in: handle)
  }

  /// The content of a file.
  ///
  /// - Parameter most: Bytes that are taken; a larger file is refused.
  package func bytes(of entry: Entry, most: Int = .max) throws(ZipProblem) -> [UInt8] {
    if entry.size > most { throw ZipProblem(.limit(.entryBytes), entry: entry.index + 1) }
    var reader = try reader(of: entry)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = try reader.read(into: &buffer), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  // MARK: Checks

  private static func entry(_ index: Int, of handle: ZipHandle, _ limits: ZipLimits) throws(ZipProblem) -> Entry {
    let place = index + 1
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(handle.archive, UInt64(index), 0, &status) == 0,
      let size = unsafe Int(exactly: status.size), let compressedSize = unsafe Int(exactly: status.comp_size),
      // As it stands there: libzip would guess an encoding.
      let bytes = unsafe zip_get_name(handle.archive, UInt64(index), zip_flags_t(ZIP_FL_ENC_RAW))
    else { throw ZipProblem(.damaged, entry: place) }
    guard
      let name = unsafe String(validatingCString: bytes)
        ?? ZipName.russian(UnsafeBufferPointer(start: bytes, count: strlen(bytes)))
    else {
      throw ZipProblem(.name(.notUTF8), entry: place)
    }
    if let fault = ZipName.fault(of: name, limits: limits) { throw ZipProblem(.name(fault), entry: place) }
    try checkType(index, of: handle)
    return unsafe Entry(
      name: name, size: size, compressedSize: compressedSize,
      isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE), index: index)
  }

  /// Unix keeps the type of a file in the upper half of its attributes; none at all is a file.
  private static func checkType(_ index: Int, of handle: ZipHandle) throws(ZipProblem) {
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    let result = unsafe zip_file_get_external_attributes(handle.archive, UInt64(index), 0, &system, &attributes)
    if result != 0 { throw ZipProblem(.damaged, entry: index + 1) }
    let isUnix = system == UInt8(ZIP_OPSYS_UNIX) || system == UInt8(ZIP_OPSYS_OS_X)
    let type = attributes >> 16 & S_IFMT
    if type == S_IFLNK || isUnix && ![0, S_IFREG, S_IFDIR].contains(type) {
      throw ZipProblem(.notAFile, entry: index + 1)
    }
  }

  /// Reading holds every file to the size that is stated here.
  private static func checkSizes(
    _ entries: [Entry], archiveBytes: Int, _ limits: ZipLimits
  ) throws(ZipProblem) {
    var (total, compressed) = (0, 0)
    for entry in entries {
      let place = entry.index + 1
      if entry.size > limits.entryBytes { throw ZipProblem(.limit(.entryBytes), entry: place) }
      // Files that share their bytes are how a small archive becomes a huge one.
      guard entry.compressedSize <= archiveBytes - compressed else { throw ZipProblem(.damaged, entry: place) }
      if entry.size > limits.harmlessBytes, entry.size / limits.expansion > entry.compressedSize {
        throw ZipProblem(.limit(.expansion), entry: place)
      }
      total += entry.size
      compressed += entry.compressedSize
      if total > limits.totalBytes { throw ZipProblem(.limit(.totalBytes), entry: place) }
    }
  }
}
