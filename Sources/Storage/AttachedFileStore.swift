package import Contests

/// An attached file that is at hand: what it is called is said by who has it.
package struct AttachedFile: Hashable, Sendable {
  /// SHA-256, 64 lower-case hexadecimal digits.
  package var digest: String
  /// Bytes.
  package var size: Int
}

/// Which attached files lie beside the store. The files themselves are kept by who owns the folder.
package struct AttachedFileStore {
  let session: Session

  /// Notes that a file is at hand; once more changes nothing.
  package func add(_ attachment: Attachment) throws {
    try session.connection.run(
      "INSERT INTO attached_file (digest, size) VALUES (?, ?) ON CONFLICT DO NOTHING",
      [.text(attachment.digest), .int(attachment.size)])
  }

  package func has(_ attachment: Attachment) throws -> Bool {
    try session.connection.number(
      "SELECT 1 FROM attached_file WHERE digest = ? AND size = ?", [.text(attachment.digest), .int(attachment.size)])
      != nil
  }

  package func list() throws -> [AttachedFile] {
    try session.connection.all("SELECT digest, size FROM attached_file ORDER BY digest") { fields in
      AttachedFile(digest: try fields.text(), size: try fields.int())
    }
  }

  /// Forgets the files that no entry and no expense has, as it is or as it may be brought back.
  ///
  /// - Returns: How many.
  @discardableResult
  package func forgetUnused() throws -> Int {
    guard try session.connection.number("SELECT 1 FROM attached_file LIMIT 1") != nil else { return 0 }
    var used: Set<String> = []
    try session.connection.rows("SELECT attachments FROM entry WHERE attachments IS NOT NULL") { row in
      var fields = Fields(row)
      let attachments: [Attachment] = try fields.list()
      used.formUnion(attachments.map(\.digest))
    }
    used.formUnion(
      try session.connection.all("SELECT file_digest FROM expense WHERE file_digest IS NOT NULL") { try $0.text() })
    let unused = try list().filter { try !used.contains($0.digest) && !mayComeBack($0) }
    for file in unused {
      try session.connection.run("DELETE FROM attached_file WHERE digest = ?", [.text(file.digest)])
    }
    return unused.count
  }

  /// True where an entry or an expense had the file before a change that can be taken back.
  private func mayComeBack(_ file: AttachedFile) throws -> Bool {
    let expense = try session.connection.number(
      "SELECT 1 FROM change WHERE relation = 'expense' AND before LIKE ? LIMIT 1", [.text("%\(file.digest)%")])
    if expense != nil { return true }
    let entries = try session.connection.all(
      "SELECT row_key FROM change WHERE relation = 'entry' AND is_erased = 0 AND before LIKE ?",
      [.text("%\(file.digest)%")]
    ) { try $0.text() }
    return try Set(entries).contains { key in
      guard let row = Int64(key.dropFirst().dropLast()) else { return false }
      return try session.connection.number("SELECT 1 FROM entry WHERE id = ?", [.integer(row)]) != nil
    }
  }
}
