// The work of the jury.
extension Migration {
  static let migration0004 = Migration(
    version: 4,
    statements: """
      ALTER TABLE contest ADD COLUMN places_by_age_group INTEGER NOT NULL DEFAULT 0;

      -- What a protocol is recomputed from.
      ALTER TABLE protocol ADD COLUMN nominations TEXT CHECK (nominations IS NULL OR json_valid(nominations));
      ALTER TABLE protocol ADD COLUMN prizes TEXT CHECK (prizes IS NULL OR json_valid(prizes));
      ALTER TABLE protocol ADD COLUMN scores_digest TEXT;

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
