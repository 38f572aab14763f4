import Contests
import Exchange
import Foundation
import Primitives
import Storage

/// Files that are attached by hand.
struct TypedFiles {
  let delivery: ShelfDelivery

  /// Attaches files to an entry; one of a name it has already takes the place of that.
  ///
  /// - Throws: `Failure` when one cannot be read or kept.
  func attach(_ paths: [String], to entry: inout Entry, in session: Session) throws {
    for path in paths {
      let attachment = try keep(path, in: session)
      entry.attachments.removeAll { $0.name == attachment.name }
      entry.attachments.append(attachment)
    }
  }

  /// Lays a file on the shelf.
  ///
  /// - Throws: `Failure` when it cannot be read or kept.
  func keep(_ path: String, in session: Session) throws -> Attachment {
    let attachment = try attachment(path)
    if !delivery.shelf.holds(attachment) { try put(attachment, path) }
    try delivery.keep(attachment, in: session)
    return attachment
  }

  private func attachment(_ path: String) throws -> Attachment {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular, let size = attributes?[.size] as? Int,
      let digest = Digest(ofFile: path)
    else { throw Failure([.unreadable(path)]) }
    if size > DocumentPackage.attachmentBytes { throw Failure([.tooLarge(path)]) }
    return Attachment(
      name: path.fileName, mediaType: MediaType.ofFile(named: path), size: size, digest: digest.description)
  }

  private func put(_ attachment: Attachment, _ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { throw Failure([.unreadable(path)]) }
    var size = 0
    try delivery.put(attachment) { take in
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        size += piece.count
        try take(Array(piece))
      }
      return size == attachment.size
    }
    // It was written to while it was read.
    guard size == attachment.size else { throw Failure([.unreadable(path)]) }
  }
}

extension CommonOptions {
  /// Changes the store and its shelf together, or shows what would be changed.
  func change<Result>(_ writing: WriteOptions, _ body: (Session, TypedFiles) throws -> Result) throws -> Result {
    let (store, delivery) = (try openStore(), ShelfDelivery(to: shelf))
    return try delivery.during(store, keepingIf: { _ in !writing.dryRun }) { beforeCommit in
      try writing.change(store) { session in
        let result = try body(session, TypedFiles(delivery: delivery))
        try beforeCommit()
        return result
      }
    }
  }
}

/// MIME types by the endings of names (IANA's register of media types).
enum MediaType {
  static func ofFile(named name: String) -> String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return known[ending] ?? "application/octet-stream"
  }

  private static let known = [
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
    "heic": "image/heic", "tif": "image/tiff", "tiff": "image/tiff", "bmp": "image/bmp", "svg": "image/svg+xml",
    "pdf": "application/pdf", "txt": "text/plain", "rtf": "application/rtf", "zip": "application/zip",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "mp3": "audio/mpeg", "wav": "audio/wav", "mp4": "video/mp4", "mov": "video/quicktime", "avi": "video/x-msvideo",
    "mkv": "video/matroska",
  ]
}

extension Diagnostic {
  fileprivate static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unreadable, LocalizedText(ru: "файл не читается", en: "the file cannot be read"),
      advice: LocalizedText(ru: "проверьте имя и папку", en: "check its name and folder"), location: .init(file: path))
  }

  fileprivate static func tooLarge(_ path: String) -> Diagnostic {
    let most = DocumentPackage.attachmentBytes >> 20
    return Diagnostic(
      ExchangeCode.limitExceeded,
      LocalizedText(ru: "файл больше \(most) МБ", en: "the file is larger than \(most) MB"),
      advice: LocalizedText(ru: "приложите его уменьшенную копию", en: "attach a smaller copy"),
      location: .init(file: path))
  }
}
