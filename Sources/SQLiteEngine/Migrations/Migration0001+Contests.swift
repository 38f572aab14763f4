// The tables of contests, a part of the first migration.
extension Migration {
  static let contests1 = """
    CREATE TABLE contest (
      id INTEGER PRIMARY KEY,
      identifier TEXT NOT NULL UNIQUE,
      -- The last registration number given; numbers are never given twice.
      last_number INTEGER NOT NULL DEFAULT 0 CHECK (last_number BETWEEN 0 AND 4294967295),
      changed_at INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN
        ('draft', 'announced', 'open', 'closed', 'judging', 'completed', 'cancelled', 'unsuccessful')),
      title TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      edition TEXT,
      year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
      level TEXT NOT NULL CHECK (level IN ('municipal', 'regional', 'national')),
      organiser TEXT NOT NULL CHECK (json_valid(organiser)),
      oktmo TEXT,
      territory TEXT,
      programme TEXT CHECK (programme IS NULL OR json_valid(programme)),
      approving_act TEXT CHECK (approving_act IS NULL OR json_valid(approving_act)),
      larger_contest TEXT,
      larger_contest_title TEXT,
      description TEXT,
      eligibility TEXT,
      opens INTEGER,
      closes INTEGER,
      judging INTEGER,
      results INTEGER,
      prize_fund INTEGER CHECK (prize_fund BETWEEN 0 AND 999999999999999999),
      prize_currency TEXT CHECK (length(prize_currency) = 3),
      prizes TEXT CHECK (prizes IS NULL OR json_valid(prizes)),
      aggregation TEXT NOT NULL,
      tie_breaks TEXT CHECK (tie_breaks IS NULL OR json_valid(tie_breaks)),
      shares_places INTEGER NOT NULL CHECK (shares_places IN (0, 1)),
      one_win_per_participant INTEGER NOT NULL CHECK (one_win_per_participant IN (0, 1)),
      quorum TEXT,
      pass_mark INTEGER,
      minimum_entries INTEGER,
      is_blind INTEGER NOT NULL CHECK (is_blind IN (0, 1)),
      publication TEXT NOT NULL CHECK (publication IN ('full', 'minimised', 'none')),
      achievements TEXT CHECK (achievements IS NULL OR json_valid(achievements)),
      extensions TEXT,
      CHECK ((prize_fund IS NULL) = (prize_currency IS NULL))
    ) STRICT;
    CREATE INDEX contest_year ON contest (year, sort_key);

    CREATE TABLE contest_status (
      contest_id INTEGER NOT NULL REFERENCES contest (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      status TEXT NOT NULL,
      date INTEGER NOT NULL,
      reason TEXT,
      PRIMARY KEY (contest_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE nomination (
      contest_id INTEGER NOT NULL REFERENCES contest (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL,
      description TEXT,
      accepts_applications INTEGER NOT NULL CHECK (accepts_applications IN (0, 1)),
      age_groups TEXT CHECK (age_groups IS NULL OR json_valid(age_groups)),
      prizes TEXT CHECK (prizes IS NULL OR json_valid(prizes)),
      minimum_entries INTEGER,
      pass_mark INTEGER,
      PRIMARY KEY (contest_id, identifier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE criterion (
      contest_id INTEGER NOT NULL REFERENCES contest (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL,
      weight INTEGER,
      maximum INTEGER NOT NULL CHECK (maximum >= 0),
      nominations TEXT CHECK (nominations IS NULL OR json_valid(nominations)),
      PRIMARY KEY (contest_id, identifier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE juror (
      contest_id INTEGER NOT NULL REFERENCES contest (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'secretary', 'member')),
      post TEXT,
      nominations TEXT CHECK (nominations IS NULL OR json_valid(nominations)),
      PRIMARY KEY (contest_id, identifier)
    ) STRICT, WITHOUT ROWID;

    """
}
