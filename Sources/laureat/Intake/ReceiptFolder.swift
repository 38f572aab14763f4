import Exchange
import Foundation
import Primitives

/// Where receipts are written to.
struct ReceiptFolder {
  private let path: String
  private let isFolder: Bool

  /// - Throws: ``Failure`` when several receipts cannot go to one file.
  init(path: String, isForSeveral: Bool) throws {
    self.path = path
    var isExistingFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isExistingFolder)
    isFolder = isExistingFolder.boolValue || path.hasSuffix("/") || isForSeveral
    if isFolder, exists, !isExistingFolder.boolValue {
      throw Failure.usage(
        LocalizedText(
          ru: "для нескольких квитанций нужна папка, а \(path) — файл",
          en: "several receipts need a folder, but \(path) is a file"))
    }
    if isFolder, !exists {
      do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw Failure.cannotWrite(path)
      }
    }
  }

  /// Writes a receipt beside its place; it appears there when it is committed.
  func prepare(_ receipt: ReceiptBytes, for verdict: FileVerdict) throws -> PendingFile {
    // One folder may take the receipts of files of the same name: the message id tells them apart.
    // A refusal does not take the place of the receipt of what was taken in before under the same id.
    let kind = verdict.status == .rejected ? "refusal" : "receipt"
    let name = "\(kind)-\(verdict.messageID?.description ?? verdict.file.fileName).xml"
    return try PendingFile(
      path: isFolder ? (path.hasSuffix("/") ? path + name : path + "/" + name) : path, receipt)
  }
}
