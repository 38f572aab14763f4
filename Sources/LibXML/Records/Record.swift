/// Records that were completed together; they share one buffer.
package struct RecordBatch: Sendable {
  package let records: [Record]

  init(_ storage: RecordStorage) {
    records = storage.entries.indices.map { Record(storage: storage, place: $0) }
  }
}

/// A child of the root, valid or not.
package struct Record: Sendable {
  private let storage: RecordStorage
  private let place: Int

  init(storage: RecordStorage, place: Int) {
    self.storage = storage
    self.place = place
  }

  private var entry: RecordStorage.Entry { storage.entries[place] }

  package var element: Element { Element(storage: storage, index: entry.node) }
  /// The problems kept; `omittedProblems` counts those beyond the limits.
  package var problems: [XMLProblem] { entry.problems }
  package var omittedProblems: Int { entry.omittedProblems }
  package var isValid: Bool { entry.problems.isEmpty && entry.omittedProblems == 0 }
  /// The number of the record among those of its name, from 1.
  package var index: Int { entry.index }
  package var position: TextPosition { element.position }
  /// Such as `/applications/application[17]`.
  package var path: String { storage.path(entry) }
}
