// What the way back needs: what rows were before they changed, what was sent, and how it was answered.
extension Migration {
  static let migration0002 = Migration(
    version: 2,
    statements: """
      -- A row before an event changed it; null where there was none.
      CREATE TABLE change (
        id INTEGER PRIMARY KEY,
        event_id INTEGER NOT NULL,
        relation TEXT NOT NULL,
        -- The primary key as a JSON array.
        row_key TEXT NOT NULL,
        -- The message that had brought the row.
        message_id INTEGER,
        before TEXT CHECK (before IS NULL OR json_valid(before)),
        -- What it said of a person is gone: it cannot be brought back.
        is_erased INTEGER NOT NULL DEFAULT 0 CHECK (is_erased IN (0, 1))
      ) STRICT;
      CREATE INDEX change_event ON change (event_id);
      CREATE INDEX change_row ON change (relation, row_key);
      CREATE INDEX change_message ON change (message_id) WHERE message_id IS NOT NULL;

      -- One row: the last event from before there was a log; 0 in a store that had it from the beginning. What these
      -- events changed nobody knows.
      CREATE TABLE log_start (event_id INTEGER PRIMARY KEY CHECK (event_id >= 0)) STRICT;
      INSERT INTO log_start (event_id) SELECT coalesce(max(id), 0) FROM event;

      -- A message that was taken back may come again.
      ALTER TABLE message ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1));
      DROP INDEX message_taken;
      CREATE UNIQUE INDEX message_taken ON message (direction, sender, message_id)
        WHERE taken_back = 0 AND status IN ('accepted', 'acceptedWithWarnings', 'partial');
      CREATE INDEX message_named ON message (message_id);

      -- Who sent an application, as the protocol says, and its identifier there.
      ALTER TABLE protocol_result ADD COLUMN source_sender TEXT;
      ALTER TABLE protocol_result ADD COLUMN source_identifier TEXT;

      -- Which entries of a contest a message of ours carried, as runs of registration numbers.
      CREATE TABLE sent_run (
        message_id INTEGER NOT NULL REFERENCES message (id),
        contest_id INTEGER NOT NULL REFERENCES contest (id),
        first INTEGER NOT NULL CHECK (first >= 1),
        last INTEGER NOT NULL CHECK (last >= first),
        -- The version of the application that went out.
        correction_number INTEGER NOT NULL DEFAULT 0 CHECK (correction_number >= 0),
        is_withdrawal INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawal IN (0, 1)),
        -- SHA-256 of what went out, where its version is not counted anywhere else: of winners for the next stage.
        digest BLOB CHECK (length(digest) = 32),
        PRIMARY KEY (message_id, contest_id, first)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sent_run_contest ON sent_run (contest_id, first);

      -- Who answered a message of ours, and how: an announcement is answered by each whom it reached.
      CREATE TABLE reply (
        message_id INTEGER NOT NULL REFERENCES message (id),
        sender TEXT NOT NULL,
        sender_title TEXT NOT NULL,
        -- When the message reached them, as their receipt says: receipts may overtake each other.
        received_at INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('accepted', 'acceptedWithWarnings', 'partial', 'rejected')),
        accepted INTEGER NOT NULL CHECK (accepted >= 0),
        updated INTEGER NOT NULL CHECK (updated >= 0),
        unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
        rejected INTEGER NOT NULL CHECK (rejected >= 0),
        warnings INTEGER NOT NULL CHECK (warnings >= 0),
        PRIMARY KEY (message_id, sender)
      ) STRICT, WITHOUT ROWID;

      -- What a receipt says of the records of a message of ours.
      CREATE TABLE answer (
        message_id INTEGER NOT NULL,
        sender TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 1),
        record TEXT,
        status TEXT NOT NULL CHECK (status IN ('accepted', 'updated', 'unchanged', 'rejected')),
        registration TEXT,
        reasons TEXT CHECK (reasons IS NULL OR json_valid(reasons)),
        PRIMARY KEY (message_id, sender, position),
        FOREIGN KEY (message_id, sender) REFERENCES reply (message_id, sender)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX answer_record ON answer (record) WHERE record IS NOT NULL;

      -- Whose personal values were removed, and why. The act itself names nobody.
      CREATE TABLE erasure (
        entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
        event_id INTEGER NOT NULL,
        erased_on INTEGER NOT NULL,
        reason TEXT NOT NULL
      ) STRICT;
      -- A digest could be compared with a guess at the name.
      CREATE TRIGGER erasure_forgets_digests AFTER INSERT ON erasure
      BEGIN
        UPDATE sent_run SET digest = NULL
        WHERE contest_id = new.entry_id >> 32 AND first <= new.entry_id & 4294967295 AND last >= new.entry_id & 4294967295;
      END;

      -- The attached files that lie in the folder beside the store, each under its digest.
      CREATE TABLE attached_file (
        digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
        size INTEGER NOT NULL CHECK (size >= 0)
      ) STRICT, WITHOUT ROWID;
      """)
}
