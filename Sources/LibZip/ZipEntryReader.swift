import CLibZip

/// Reads one file of an archive, piece by piece. Its check sum has been compared when the end is reached.
@safe package struct ZipEntryReader: ~Copyable {
  private let file: OpaquePointer
  private let place: Int
  private let size: Int
  private let handle: ZipHandle
  /// Bytes read so far.
  private var count = 0

  init(_ entry: ZipArchive.Entry, in handle: ZipHandle) throws(ZipProblem) {
    place = entry.index + 1
    size = entry.size
    if entry.isEncrypted { throw ZipProblem(.encrypted, entry: place) }
    guard let file = unsafe zip_fopen_index(handle.archive, UInt64(entry.index), 0) else {
      throw unsafe ZipProblem(zip_get_error(handle.archive).pointee, entry: place)
    }
    unsafe self.file = file
    self.handle = handle
  }

  deinit {
    unsafe zip_fclose(file)
  }

  /// Fills `buffer`, or as much of it as there is; 0 at the end.
  package mutating func read(into buffer: inout [UInt8]) throws(ZipProblem) -> Int {
    let read = unsafe buffer.withUnsafeMutableBytes { unsafe zip_fread(file, $0.baseAddress, UInt64($0.count)) }
    guard read >= 0 else { throw unsafe ZipProblem(zip_file_get_error(file).pointee, entry: place) }
    count += Int(read)
    // More, or less, than the list of the archive says.
    if count > size || read == 0 && count < size { throw ZipProblem(.damaged, entry: place) }
    return Int(read)
  }
}
