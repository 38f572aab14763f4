// The work of the jury.
extension Migration {
  static let migration0004 = Migration(
    version: 4,
    statements: """
      -- The points of a juror for an entry: one sheet, the last that was taken.
      CREATE TABLE score_sheet (
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        juror TEXT NOT NULL,
        identifier TEXT NOT NULL,
        date INTEGER NOT NULL,
        marks TEXT NOT NULL CHECK (json_valid(marks)),
        remark TEXT,
        message_id INTEGER REFERENCES message (id),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (entry_id, juror)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE recusal (
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        juror TEXT NOT NULL,
        identifier TEXT NOT NULL,
        date INTEGER NOT NULL,
        reason TEXT NOT NULL,
        message_id INTEGER REFERENCES message (id),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (entry_id, juror)
      ) STRICT, WITHOUT ROWID;
      """)
}
