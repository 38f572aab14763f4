// The grantee's books: moves between budget lines, plan and fact by period, closed periods, reports owed, days off.
extension Migration {
  static let migration0005 = Migration(
    version: 5,
    statements: """
      ALTER TABLE indicator ADD COLUMN stages TEXT CHECK (stages IS NULL OR json_valid(stages));

      CREATE TABLE line_move (
        project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
        identifier TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 0),
        from_line TEXT NOT NULL,
        to_line TEXT NOT NULL,
        date INTEGER NOT NULL,
        amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999999999999999999),
        reason TEXT NOT NULL,
        PRIMARY KEY (project_id, identifier)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE closed_period (
        project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
        identifier TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 0),
        starts INTEGER NOT NULL,
        ends INTEGER NOT NULL CHECK (ends >= starts),
        closed_on INTEGER NOT NULL,
        PRIMARY KEY (project_id, identifier)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE obligation (
        id INTEGER PRIMARY KEY,
        project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
        identifier TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('interim', 'final', 'annual', 'period')),
        starts INTEGER NOT NULL,
        ends INTEGER NOT NULL CHECK (ends >= starts),
        due TEXT NOT NULL,
        recipient TEXT,
        note TEXT,
        UNIQUE (project_id, identifier)
      ) STRICT;

      CREATE TABLE obligation_status (
        obligation_id INTEGER NOT NULL REFERENCES obligation (id) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        status TEXT NOT NULL,
        date INTEGER NOT NULL,
        reason TEXT,
        PRIMARY KEY (obligation_id, position)
      ) STRICT, WITHOUT ROWID;

      -- Days that a decree of the government makes days off, or worked.
      CREATE TABLE decreed_day (
        day INTEGER PRIMARY KEY,
        is_working INTEGER NOT NULL CHECK (is_working IN (0, 1))
      ) STRICT;
      """)
}
