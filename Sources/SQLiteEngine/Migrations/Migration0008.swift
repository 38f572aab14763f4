// What a project tells of itself in reports, and for which budget lines an instalment is.
extension Migration {
  static let migration0008 = Migration(
    version: 8,
    statements: """
      ALTER TABLE instalment ADD COLUMN shares TEXT CHECK (shares IS NULL OR json_valid(shares));

      CREATE TABLE narrative (
        project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
        identifier TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 0),
        starts INTEGER NOT NULL,
        ends INTEGER NOT NULL CHECK (ends >= starts),
        section TEXT NOT NULL CHECK (section IN ('done', 'results', 'conclusions', 'other')),
        title TEXT,
        text TEXT NOT NULL,
        PRIMARY KEY (project_id, identifier)
      ) STRICT, WITHOUT ROWID;
      """)
}
