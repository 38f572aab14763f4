/// What an archive may cost. What is passed refuses it as a whole, before anything of it was unpacked. The defaults are
/// far above honest spreadsheets and packages.
package struct ZipLimits: Sendable {
  /// Files and folders in the archive.
  package var entries = 10_000
  /// Bytes of one file, unpacked.
  package var entryBytes = 512 << 20
  /// Bytes of all the files, unpacked.
  package var totalBytes = 1 << 30
  /// How many times larger a file may become. Deflate reaches 1032 at most; rows of a spreadsheet, much alike, reach 50.
  package var expansion = 200
  /// A file that stays below this many bytes may expand as it likes.
  package var harmlessBytes = 1 << 20
  /// Bytes of the name of a file with its folders; the most that file systems take.
  package var nameBytes = 255

  package init() {}
}
