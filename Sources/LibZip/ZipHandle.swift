import CLibZip
import Glibc

/// Owns an archive that libzip has opened; whoever reads of it keeps it alive.
@safe final class ZipHandle {
  let archive: OpaquePointer
  /// Bytes of the archive itself.
  let bytes: Int

  init(path: String) throws(ZipProblem) {
    var status = stat()
    if unsafe stat(path, &status) != 0 { throw ZipProblem(.io(errno)) }
    // A pipe cannot be read from its end, where the list of an archive stands.
    if status.st_mode & S_IFMT != S_IFREG || status.st_size == 0 { throw ZipProblem(.notAnArchive) }
    bytes = Int(status.st_size)
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else { throw ZipProblem(libzip: code, errno) }
    unsafe self.archive = unsafe archive
  }

  init(bytes: [UInt8]) throws(ZipProblem) {
    // libzip takes nothing at all for an archive without entries.
    if bytes.isEmpty { throw ZipProblem(.notAnArchive) }
    self.bytes = bytes.count
    // libzip keeps the address and frees the copy with the archive.
    guard let copy = unsafe malloc(bytes.count) else { throw ZipProblem(.io(ENOMEM)) }
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { unsafe copy.copyMemory(from: start, byteCount: source.count) }
    }
    var failure = unsafe zip_error_t()
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
      unsafe free(copy)
      throw unsafe ZipProblem(failure)
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      unsafe zip_source_free(source)
      throw unsafe ZipProblem(failure)
    }
    unsafe self.archive = unsafe archive
  }

  deinit {
    unsafe zip_discard(archive)
  }
}

extension ZipProblem {
  init(_ failure: zip_error_t, entry: Int? = nil) {
    unsafe self.init(libzip: failure.zip_err, failure.sys_err, entry: entry)
  }

  /// Tells apart libzip's error numbers, as far as anybody can do something about them.
  init(libzip code: Int32, _ system: Int32, entry: Int? = nil) {
    let kind: Kind =
      switch code {
      case ZIP_ER_NOZIP: .notAnArchive
      case ZIP_ER_INCONS, ZIP_ER_CRC, ZIP_ER_EOF, ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA, ZIP_ER_MULTIDISK: .damaged
      case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD: .encrypted
      case ZIP_ER_COMPNOTSUPP: .unsupportedCompression
      case ZIP_ER_NOENT: system == 0 ? .missingEntry : .io(system)
      case ZIP_ER_EXISTS: .duplicateName
      case ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_WRITE, ZIP_ER_CLOSE, ZIP_ER_RENAME, ZIP_ER_REMOVE,
        ZIP_ER_TMPOPEN:
        system == 0 ? .damaged : .io(system)
      case ZIP_ER_MEMORY: .io(ENOMEM)
      default: .other(code)
      }
    self.init(kind, entry: entry)
  }
}
