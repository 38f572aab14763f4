// The tables of grant projects, a part of the first migration.
extension Migration {
  static let grants1 = """
    CREATE TABLE funder (
      identifier TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      sort_key TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE project (
      id INTEGER PRIMARY KEY,
      identifier TEXT NOT NULL UNIQUE,
      changed_at INTEGER NOT NULL,
      message_id INTEGER REFERENCES message (id),
      status TEXT NOT NULL CHECK (status IN ('planned', 'applied', 'awarded', 'declined', 'agreementSigned', 'active',
        'reporting', 'closed', 'suspended', 'cancelled', 'terminated')),
      title TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      description TEXT,
      funder TEXT NOT NULL REFERENCES funder (identifier),
      -- As the project's document names it, whatever the funder is called elsewhere.
      funder_title TEXT NOT NULL,
      programme TEXT,
      nomination TEXT,
      grantee_identifier TEXT NOT NULL,
      grantee TEXT NOT NULL CHECK (json_valid(grantee)),
      oktmo TEXT,
      territory TEXT,
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      applied INTEGER CHECK (applied BETWEEN 0 AND 999999999999999999),
      awarded INTEGER CHECK (awarded BETWEEN 0 AND 999999999999999999),
      co_financing INTEGER CHECK (co_financing BETWEEN 0 AND 999999999999999999),
      awarded_on INTEGER,
      agreement_number TEXT,
      agreement_date INTEGER,
      planned_start INTEGER,
      planned_end INTEGER,
      actual_start INTEGER,
      actual_end INTEGER,
      extensions TEXT,
      CHECK (agreement_number IS NULL OR agreement_date IS NOT NULL)
    ) STRICT;
    CREATE INDEX project_funder ON project (funder, identifier);
    CREATE INDEX project_grantee ON project (grantee_identifier, identifier);
    CREATE INDEX project_message ON project (message_id);

    CREATE TABLE project_status (
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      status TEXT NOT NULL,
      date INTEGER NOT NULL,
      reason TEXT,
      PRIMARY KEY (project_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE budget_line (
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL,
      quantity INTEGER CHECK (quantity >= 0),
      unit TEXT,
      price INTEGER CHECK (price BETWEEN 0 AND 999999999999999999),
      planned INTEGER NOT NULL CHECK (planned BETWEEN 0 AND 999999999999999999),
      requested INTEGER CHECK (requested BETWEEN 0 AND 999999999999999999),
      own INTEGER CHECK (own BETWEEN 0 AND 999999999999999999),
      attracted INTEGER CHECK (attracted BETWEEN 0 AND 999999999999999999),
      PRIMARY KEY (project_id, identifier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE instalment (
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      planned_on INTEGER,
      planned INTEGER CHECK (planned BETWEEN 0 AND 999999999999999999),
      received_on INTEGER,
      received INTEGER CHECK (received BETWEEN 0 AND 999999999999999999),
      document_kind TEXT,
      document_number TEXT,
      document_date INTEGER,
      PRIMARY KEY (project_id, identifier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE expense (
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      date INTEGER NOT NULL,
      amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 999999999999999999),
      source TEXT NOT NULL CHECK (source IN ('grant', 'own')),
      line TEXT,
      payee TEXT,
      document_kind TEXT,
      document_number TEXT,
      document_date INTEGER,
      file_digest TEXT CHECK (length(file_digest) = 64),
      note TEXT,
      PRIMARY KEY (project_id, identifier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE refund (
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      direction TEXT NOT NULL CHECK (direction IN ('toFunder', 'fromPayee')),
      date INTEGER NOT NULL,
      amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 999999999999999999),
      line TEXT,
      document_kind TEXT,
      document_number TEXT,
      document_date INTEGER,
      reason TEXT,
      PRIMARY KEY (project_id, identifier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE indicator (
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL,
      unit TEXT,
      unit_code TEXT,
      planned INTEGER NOT NULL,
      actual INTEGER,
      deviation_reason TEXT,
      PRIMARY KEY (project_id, identifier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE checkpoint (
      project_id INTEGER NOT NULL REFERENCES project (id) ON DELETE CASCADE,
      identifier TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT NOT NULL,
      planned_on INTEGER NOT NULL,
      actual_on INTEGER,
      status TEXT NOT NULL CHECK (status IN ('scheduled', 'met', 'partiallyMet', 'notMet')),
      evidence TEXT,
      PRIMARY KEY (project_id, identifier)
    ) STRICT, WITHOUT ROWID;

    """
}
