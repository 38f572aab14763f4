// What privacy needs: a key of pseudonyms, and remarks on events that can be erased.
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

      -- Why something was done, as its author typed it. Outside of the chain: it may name somebody.
      CREATE TABLE event_remark (
        event_id INTEGER PRIMARY KEY REFERENCES event (id),
        remark TEXT NOT NULL
      ) STRICT;
      """)
}
