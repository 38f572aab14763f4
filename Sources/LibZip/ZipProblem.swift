/// Why an archive cannot be read or written.
package struct ZipProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// No ZIP archive at all.
    case notAnArchive
    /// An archive that contradicts itself, ends too early or fails its check sums.
    case damaged
    case limit(Limit)
    case name(NameFault)
    /// Two names that one file system or another takes for the same.
    case duplicateName
    /// A link, a device: anything but a file or a folder.
    case notAFile
    case encrypted
    /// A compression other than deflate and none.
    case unsupportedCompression
    case missingEntry
    /// A system call failed with this `errno`.
    case io(Int32)
    /// The number libzip gave it.
    case other(Int32)
  }

  package enum Limit: Sendable, Equatable {
    case entries, entryBytes, totalBytes, expansion
  }

  /// What is wrong with the name of an entry.
  package enum NameFault: Sendable, Equatable {
    case empty, tooLong, notUTF8
    /// Begins at the root or with the letter of a drive.
    case absolute
    /// Leads out of its folder, or has an empty part.
    case path
    case backslash
    case controlCharacter
  }

  package let kind: Kind
  /// The place of the entry at fault in the archive, from 1. Its name may be anything, and is not shown to anybody.
  package let entry: Int?

  package init(_ kind: Kind, entry: Int? = nil) {
    self.kind = kind
    self.entry = entry
  }
}
