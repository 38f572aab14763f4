import Foundation
import SQLiteEngine
import Storage

/// A copy of a store with its attached files: the store appears whole or not at all, and is sound.
struct StoreCopy {
  private let store: Store
  private let shelf: FileShelf
  private let path: String

  init(of store: Store, _ shelf: FileShelf, at path: String) {
    self.store = store
    self.shelf = shelf
    self.path = path
  }

  /// - Returns: The size of the store in bytes, and how many files were copied.
  func write() throws -> (bytes: Int, files: Int) {
    let place = try TemporaryPlace(for: path)
    do {
      try store.copy(to: place.path)
    } catch let error as StoreError where error.code == .full || error.code == .inputOutput {
      throw Failure.cannotWrite(path)
    }
    // What it is to have with it, by its own word; before it stands in its place.
    let engine = try SQLiteEngine.open(path: place.path, mode: .existing)
    let files = try Store(engine).read { try $0.files.list() }
    try engine.close()
    try shelf.copy(files, to: FileShelf(ofStore: path))
    try place.commit()
    return ((try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0, files.count)
  }
}
