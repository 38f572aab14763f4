import CLibZip
import Glibc

/// Writes an archive: the same content gives the same bytes, whenever and wherever it is written.
///
/// It appears at its path when it is finished; a caller to whom it must not replace anything halfway gives a path of its
/// own and moves the file.
@safe package struct ZipWriter: ~Copyable {
  private let archive: OpaquePointer
  private let limits: ZipLimits
  private var keys: Set<String> = []
  /// Files added so far.
  private var count = 0
  private var isOpen = true

  /// 1980-01-01, the first day that an archive can say.
  private static let date: UInt16 = 1 << 5 | 1

  package init(path: String, limits: ZipLimits = ZipLimits()) throws(ZipProblem) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw ZipProblem(libzip: code, errno)
    }
    unsafe self.archive = archive
    self.limits = limits
  }

  deinit {
    if isOpen { unsafe zip_discard(archive) }
  }

  /// Adds a file that is in memory, after those added before.
  package mutating func add(_ name: String, bytes: [UInt8]) throws(ZipProblem) {
    // Of nothing libzip keeps nothing, and would not free it.
    let copy = unsafe bytes.isEmpty ? nil : malloc(bytes.count)
    if unsafe copy == nil, !bytes.isEmpty { throw ZipProblem(.io(ENOMEM)) }
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { unsafe copy?.copyMemory(from: start, byteCount: source.count) }
    }
    // libzip frees the copy with the source.
    guard let source = unsafe zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      unsafe free(copy)
      throw unsafe ZipProblem(zip_get_error(archive).pointee)
    }
    unsafe try add(name, source)
  }

  /// Adds a file that stands at `path` until the archive is finished.
  package mutating func add(_ name: String, file path: String) throws(ZipProblem) {
    guard let source = unsafe zip_source_file(archive, path, 0, -1) else {
      throw unsafe ZipProblem(zip_get_error(archive).pointee)
    }
    unsafe try add(name, source)
  }

  private mutating func add(_ name: String, _ source: OpaquePointer) throws(ZipProblem) {
    var problem: ZipProblem.Kind?
    if let fault = ZipName.fault(of: name, limits: limits) {
      problem = .name(fault)
    } else if count >= limits.entries {
      problem = .limit(.entries)
    } else if !keys.insert(ZipName.key(name)).inserted {
      problem = .duplicateName
    }
    if let problem {
      unsafe zip_source_free(source)
      throw ZipProblem(problem, entry: count + 1)
    }
    let added = unsafe zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard let index = UInt64(exactly: added) else {
      defer { unsafe zip_source_free(source) }
      throw unsafe ZipProblem(zip_get_error(archive).pointee)
    }
    // What an archive says beside the content: the same everywhere.
    guard unsafe zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 6) == 0,
      unsafe zip_file_set_dostime(archive, index, 0, Self.date, 0) == 0,
      unsafe zip_file_set_external_attributes(archive, index, 0, UInt8(ZIP_OPSYS_UNIX), (S_IFREG | 0o644) << 16) == 0
    else { throw unsafe ZipProblem(zip_get_error(archive).pointee) }
    count += 1
  }

  /// Writes the archive to its path.
  package consuming func finish() throws(ZipProblem) {
    // libzip makes no file of an archive without entries.
    if count == 0 { throw ZipProblem(.missingEntry) }
    if unsafe zip_close(archive) != 0 { throw unsafe ZipProblem(zip_get_error(archive).pointee) }
    isOpen = false
  }
}
