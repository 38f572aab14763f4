// The tables of winners, protocols and outcomes, a part of the first migration.
extension Migration {
  static let results1 = """
    CREATE TABLE winner (
      id INTEGER PRIMARY KEY,
      contest_id INTEGER NOT NULL REFERENCES contest (id),
      entry_id INTEGER NOT NULL REFERENCES entry (id),
      nomination TEXT,
      place INTEGER CHECK (place >= 1),
      prize TEXT,
      protocol_number TEXT NOT NULL,
      protocol_date INTEGER NOT NULL,
      revoked_on INTEGER,
      revoked_reason TEXT,
      changed_at INTEGER NOT NULL,
      CHECK (place IS NOT NULL OR prize IS NOT NULL),
      CHECK (revoked_on IS NULL OR revoked_reason IS NOT NULL),
      FOREIGN KEY (contest_id, nomination) REFERENCES nomination (contest_id, identifier)
    ) STRICT;
    CREATE INDEX winner_contest ON winner (contest_id, nomination);
    CREATE INDEX winner_entry ON winner (entry_id);
    -- The same thing is given once, until it is revoked.
    CREATE UNIQUE INDEX winner_of_entry ON winner
      (entry_id, coalesce(nomination, ''), coalesce(place, 0), coalesce(prize, '')) WHERE revoked_on IS NULL;

    CREATE TABLE protocol (
      id INTEGER PRIMARY KEY,
      contest_id INTEGER NOT NULL REFERENCES contest (id),
      number TEXT NOT NULL,
      date INTEGER NOT NULL,
      imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
      changed_at INTEGER NOT NULL,
      contest TEXT,
      contest_title TEXT NOT NULL,
      organiser TEXT NOT NULL CHECK (json_valid(organiser)),
      level TEXT NOT NULL CHECK (level IN ('municipal', 'regional', 'national')),
      year INTEGER NOT NULL,
      attendance TEXT CHECK (attendance IS NULL OR json_valid(attendance)),
      quorum TEXT,
      received INTEGER CHECK (received >= 0),
      admitted INTEGER CHECK (admitted >= 0),
      rejected INTEGER CHECK (rejected >= 0),
      decisions TEXT CHECK (decisions IS NULL OR json_valid(decisions)),
      tie_decisions TEXT CHECK (tie_decisions IS NULL OR json_valid(tie_decisions)),
      approving_act TEXT CHECK (approving_act IS NULL OR json_valid(approving_act)),
      rules TEXT CHECK (rules IS NULL OR json_valid(rules)),
      criteria TEXT CHECK (criteria IS NULL OR json_valid(criteria)),
      jury TEXT CHECK (jury IS NULL OR json_valid(jury)),
      signatories TEXT CHECK (signatories IS NULL OR json_valid(signatories)),
      achievements TEXT CHECK (achievements IS NULL OR json_valid(achievements)),
      extensions TEXT,
      UNIQUE (contest_id, number)
    ) STRICT;

    CREATE TABLE protocol_result (
      protocol_id INTEGER NOT NULL REFERENCES protocol (id) ON DELETE CASCADE,
      entry_id INTEGER NOT NULL REFERENCES entry (id),
      nomination TEXT,
      nomination_title TEXT,
      title TEXT,
      applicant TEXT,
      oktmo TEXT,
      territory TEXT,
      is_admitted INTEGER NOT NULL CHECK (is_admitted IN (0, 1)),
      reason TEXT,
      total INTEGER,
      out_of INTEGER,
      submitted INTEGER,
      selected INTEGER,
      note TEXT,
      achievements TEXT CHECK (achievements IS NULL OR json_valid(achievements)),
      extensions TEXT,
      PRIMARY KEY (protocol_id, entry_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX protocol_result_entry ON protocol_result (entry_id);

    CREATE TABLE outcome (
      id INTEGER PRIMARY KEY,
      organiser_identifier TEXT NOT NULL,
      contest TEXT,
      contest_title TEXT NOT NULL,
      identifier TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      decided_on INTEGER NOT NULL,
      organiser TEXT NOT NULL CHECK (json_valid(organiser)),
      level TEXT NOT NULL CHECK (level IN ('municipal', 'regional', 'national')),
      nomination TEXT,
      entry TEXT,
      application TEXT,
      oktmo TEXT,
      territory TEXT,
      place INTEGER CHECK (place >= 1),
      out_of INTEGER,
      prize TEXT,
      submitted INTEGER,
      selected INTEGER,
      protocol_number TEXT,
      note TEXT,
      achievements TEXT CHECK (achievements IS NULL OR json_valid(achievements)),
      extensions TEXT
    ) STRICT;
    CREATE UNIQUE INDEX outcome_key ON outcome (organiser_identifier, coalesce(contest, contest_title), identifier);
    CREATE INDEX outcome_application ON outcome (application);
    CREATE INDEX outcome_decided ON outcome (decided_on);

    """
}
