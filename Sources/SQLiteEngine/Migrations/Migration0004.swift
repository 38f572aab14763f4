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

      -- Who judges what, where not everybody judges everything.
      CREATE TABLE assignment (
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        juror TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (entry_id, juror)
      ) STRICT, WITHOUT ROWID;

      -- How equals were decided, before a protocol says so.
      CREATE TABLE tie_decision (
        contest_id INTEGER NOT NULL REFERENCES contest (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number > 0),
        nomination TEXT,
        method TEXT NOT NULL,
        reason TEXT,
        date INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (contest_id, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tie_entry (
        contest_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 0),
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        PRIMARY KEY (contest_id, number, position),
        FOREIGN KEY (contest_id, number) REFERENCES tie_decision (contest_id, number) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX tie_entry_entry ON tie_entry (entry_id);

      -- The end of the jury's work; without a row it goes on.
      CREATE TABLE judging_closing (
        contest_id INTEGER PRIMARY KEY REFERENCES contest (id) ON DELETE CASCADE,
        date INTEGER NOT NULL,
        reason TEXT,
        missing INTEGER NOT NULL CHECK (missing >= 0),
        changed_at INTEGER NOT NULL
      ) STRICT;
      """)
}
