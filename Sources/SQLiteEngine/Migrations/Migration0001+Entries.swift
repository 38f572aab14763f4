// The tables of entries, a part of the first migration.
extension Migration {
  static let entries1 = """
    -- Who sent entries, known to us as an organisation or not.
    CREATE TABLE sender (
      id INTEGER PRIMARY KEY,
      identifier TEXT NOT NULL UNIQUE
    ) STRICT;

    -- One lean row for each entry, for a million of them are taken in at once. The row number is made of the contest
    -- and the registration number: it needs no index of its own, and entries lie in the order of registration.
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      contest_id INTEGER NOT NULL REFERENCES contest (id),
      sender_id INTEGER NOT NULL REFERENCES sender (id),
      message_id INTEGER,
      identifier TEXT NOT NULL,
      -- The identifier in exports, where another sender's entry of the contest already goes by the same one.
      exchange_identifier TEXT CHECK (exchange_identifier <> identifier),
      nomination TEXT,
      -- Not `IN (…)`, for which SQLite builds a table for each row checked: that took a third of an import.
      status TEXT NOT NULL CHECK (status = 'registered' OR status = 'admitted' OR status = 'notAdmitted'
        OR status = 'underReview' OR status = 'awarded' OR status = 'participated' OR status = 'withdrawn'
        OR status = 'returned' OR status = 'submitted'),
      -- The number of rows in entry_status; being registered is not among them.
      status_changes INTEGER NOT NULL DEFAULT 0 CHECK (status_changes >= 0),
      registered_on INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      submitted_at INTEGER NOT NULL,
      correction_number INTEGER NOT NULL CHECK (correction_number >= 0),
      participants INTEGER CHECK (participants >= 0),
      works INTEGER CHECK (works >= 0),
      title TEXT NOT NULL,
      description TEXT,
      age_group TEXT,
      leader TEXT,
      oktmo TEXT,
      territory TEXT,
      district TEXT,
      site TEXT,
      processing_consent INTEGER CHECK (processing_consent IN (0, 1)),
      processing_consent_on INTEGER,
      publication_consent INTEGER CHECK (publication_consent IN (0, 1)),
      publication_consent_on INTEGER,
      applicant_kind TEXT NOT NULL CHECK
        (applicant_kind = 'person' OR applicant_kind = 'organisation' OR applicant_kind = 'group'),
      applicant TEXT NOT NULL,
      applicant_phone TEXT,
      applicant_email TEXT,
      applicant_address TEXT,
      applicant_identifier TEXT,
      applicant_inn TEXT,
      applicant_kpp TEXT,
      applicant_ogrn TEXT,
      applicant_oktmo TEXT,
      applicant_territory TEXT,
      applicant_birth_day INTEGER,
      applicant_age_group TEXT,
      applicant_institution TEXT,
      applicant_class TEXT,
      applicant_leader TEXT,
      applicant_representative TEXT,
      people TEXT CHECK (people IS NULL OR json_valid(people)),
      attachments TEXT CHECK (attachments IS NULL OR json_valid(attachments)),
      previous_stage TEXT CHECK (previous_stage IS NULL OR json_valid(previous_stage)),
      achievements TEXT CHECK (achievements IS NULL OR json_valid(achievements)),
      extensions TEXT,
      CHECK (id >> 32 = contest_id),
      FOREIGN KEY (message_id) REFERENCES message (id),
      FOREIGN KEY (contest_id, nomination) REFERENCES nomination (contest_id, identifier)
    ) STRICT;
    CREATE UNIQUE INDEX entry_of_sender ON entry (contest_id, identifier, sender_id);
    CREATE UNIQUE INDEX entry_in_exports ON entry (contest_id, coalesce(exchange_identifier, identifier));

    CREATE TABLE entry_status (
      entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      status TEXT NOT NULL,
      date INTEGER NOT NULL,
      reason TEXT,
      PRIMARY KEY (entry_id, position)
    ) STRICT, WITHOUT ROWID;

    """
}
