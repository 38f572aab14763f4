// What keeps a protocol proved: when a person is erased, when a place is taken back, and when it goes on to others.
extension Migration {
  static let migration0007 = Migration(
    version: 7,
    statements: """
      -- Numbers for participants who stand behind several entries of a contest, where nobody may win twice.
      CREATE TABLE shared_participant (
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        PRIMARY KEY (entry_id, number)
      ) STRICT, WITHOUT ROWID;

      -- Foreign content of the documents in which the jury's work came.
      ALTER TABLE score_sheet ADD COLUMN extensions TEXT;
      ALTER TABLE recusal ADD COLUMN extensions TEXT;

      -- Why a place or prize was taken back, in one word that names nobody.
      ALTER TABLE winner ADD COLUMN revoked_ground TEXT;

      -- Whose document a protocol first came in: nobody else's changes it.
      ALTER TABLE protocol ADD COLUMN sender TEXT;

      -- The proof of a protocol that came as a document, as it came.
      ALTER TABLE protocol_result ADD COLUMN age_group TEXT;
      ALTER TABLE protocol_result ADD COLUMN scores TEXT CHECK (scores IS NULL OR json_valid(scores));
      ALTER TABLE protocol_result ADD COLUMN participants TEXT CHECK (participants IS NULL OR json_valid(participants));
      ALTER TABLE protocol_result ADD COLUMN has_won_before INTEGER NOT NULL DEFAULT 0 CHECK (has_won_before IN (0, 1));
      ALTER TABLE protocol_result ADD COLUMN earlier_places TEXT
        CHECK (earlier_places IS NULL OR json_valid(earlier_places));

      CREATE TABLE protocol_sheet (
        protocol_id INTEGER NOT NULL REFERENCES protocol (id) ON DELETE CASCADE,
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        juror TEXT NOT NULL,
        identifier TEXT NOT NULL,
        date INTEGER NOT NULL,
        marks TEXT NOT NULL CHECK (json_valid(marks)),
        remark TEXT,
        extensions TEXT,
        PRIMARY KEY (protocol_id, entry_id, juror)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX protocol_sheet_entry ON protocol_sheet (entry_id);

      CREATE TABLE protocol_recusal (
        protocol_id INTEGER NOT NULL REFERENCES protocol (id) ON DELETE CASCADE,
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        juror TEXT NOT NULL,
        identifier TEXT NOT NULL,
        date INTEGER NOT NULL,
        reason TEXT NOT NULL,
        extensions TEXT,
        PRIMARY KEY (protocol_id, entry_id, juror)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX protocol_recusal_entry ON protocol_recusal (entry_id);
      """)
}
