// A setting of one more name: the key of the pseudonyms.
extension Migration {
  static let migration0003 = Migration(
    version: 3,
    statements: """
      CREATE TABLE setting_3 (
        name TEXT PRIMARY KEY CHECK (name IN ('self', 'knownSendersOnly', 'pseudonymKey')),
        value TEXT NOT NULL,
        CHECK (name <> 'pseudonymKey' OR length(value) = 64)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO setting_3 (name, value) SELECT name, value FROM setting;
      DROP TABLE setting;
      ALTER TABLE setting_3 RENAME TO setting;
      """)
}
