// The tables of organisations, messages and events, a part of the first migration.
extension Migration {
  static let exchange1 = """
    CREATE TABLE organisation (
      identifier TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      inn TEXT CHECK (length(inn) IN (10, 12)),
      kpp TEXT CHECK (length(kpp) = 9),
      ogrn TEXT CHECK (length(ogrn) IN (13, 15)),
      oktmo TEXT CHECK (length(oktmo) IN (8, 11)),
      territory TEXT,
      phone TEXT,
      email TEXT,
      address TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      name TEXT PRIMARY KEY CHECK (name IN ('self', 'knownSendersOnly')),
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE message (
      id INTEGER PRIMARY KEY,
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      document TEXT NOT NULL,
      -- The contest that the root of the document names; null where it names none.
      subject TEXT,
      message_id TEXT NOT NULL,
      sender TEXT NOT NULL,
      sender_details TEXT NOT NULL CHECK (json_valid(sender_details)),
      recipient TEXT,
      created_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      -- Of the file; known once it was read to its end.
      digest TEXT CHECK (length(digest) = 64),
      file_name TEXT,
      correction_number INTEGER NOT NULL CHECK (correction_number >= 0),
      -- Null until the message has been worked through.
      status TEXT CHECK (status IN ('accepted', 'acceptedWithWarnings', 'partial', 'rejected')),
      accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted >= 0),
      updated INTEGER NOT NULL DEFAULT 0 CHECK (updated >= 0),
      unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
      rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
      warnings INTEGER NOT NULL DEFAULT 0 CHECK (warnings >= 0),
      answered INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1))
    ) STRICT;

    -- A refused message does not use up its identifier.
    CREATE UNIQUE INDEX message_taken ON message (direction, sender, message_id)
      WHERE status IN ('accepted', 'acceptedWithWarnings', 'partial');

    CREATE TABLE receipt_chunk (
      message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
      PRIMARY KEY (message_id, position)
    ) STRICT;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT,
      kind TEXT NOT NULL,
      subject TEXT,
      message_id INTEGER REFERENCES message (id),
      detail TEXT,
      -- SHA-256 of what the event did, of the event before it, and of itself.
      digest BLOB CHECK (length(digest) = 32),
      previous BLOB CHECK (length(previous) = 32),
      hash BLOB CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX event_message ON event (message_id);
    CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;
    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END;

    """
}
