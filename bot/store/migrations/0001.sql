-- The first schema. What each table and column holds, and for how long, is declared in store/schema.py.
-- A statement ends with a semicolon; the last one sets the version, inside the same transaction as the others.

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  subtitle TEXT,
  outlet TEXT,
  published TEXT,
  first_published TEXT,
  kind TEXT NOT NULL,
  language TEXT,
  url TEXT,
  standpoint TEXT,
  standpoint_by TEXT,
  licence TEXT,
  holder TEXT,
  words_per_answer INTEGER,
  words_per_day INTEGER,
  reports TEXT,
  digest_of TEXT
) WITHOUT ROWID;

CREATE TABLE authors (
  source TEXT NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (source, position)
) WITHOUT ROWID;

CREATE TABLE editions (
  key INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  edition TEXT NOT NULL,
  added TEXT NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  passages INTEGER NOT NULL,
  words INTEGER NOT NULL,
  file TEXT,
  size INTEGER,
  mtime_ns INTEGER,
  sha256 TEXT,
  rules TEXT NOT NULL,
  UNIQUE (source, edition)
);
CREATE UNIQUE INDEX editions_current ON editions(source) WHERE current = 1;
CREATE INDEX editions_file ON editions(file) WHERE file IS NOT NULL;

CREATE TABLE documents (
  edition INTEGER PRIMARY KEY REFERENCES editions(key),
  text TEXT NOT NULL
);

CREATE TABLE speakers (
  key INTEGER PRIMARY KEY,
  name TEXT,
  role TEXT NOT NULL,
  via TEXT
);
CREATE INDEX speakers_name ON speakers(name, role, via);

CREATE TABLE passages (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  edition INTEGER NOT NULL REFERENCES editions(key),
  number INTEGER,
  kind TEXT,
  speaker INTEGER REFERENCES speakers(key),
  headings TEXT,
  spans TEXT,
  sentences TEXT,
  statements INTEGER NOT NULL DEFAULT 0,
  fate TEXT,
  fate_day TEXT
);
CREATE INDEX passages_standing ON passages(edition, number, speaker) WHERE fate IS NULL;
CREATE INDEX passages_former ON passages(edition) WHERE fate IS NOT NULL;

CREATE TABLE statements (
  passage INTEGER NOT NULL REFERENCES passages(key),
  number INTEGER NOT NULL,
  spans TEXT NOT NULL,
  speaker INTEGER NOT NULL REFERENCES speakers(key),
  type TEXT NOT NULL,
  cue TEXT,
  PRIMARY KEY (passage, number)
) WITHOUT ROWID;

-- Passages that have a place, with the words of their keys. `fate` is NULL for those that stand in the current edition.
CREATE VIEW placed AS
  SELECT p.key, p.id, e.source, e.edition, p.number, p.spans, p.sentences, s.name, s.role, s.via, p.kind, p.headings,
         p.statements, p.edition AS edition_key, p.fate
  FROM passages p JOIN editions e ON e.key = p.edition JOIN speakers s ON s.key = p.speaker;

-- Who speaks in the current edition of each source.
CREATE VIEW voices AS
  SELECT e.source, s.name
  FROM editions e JOIN passages p ON p.edition = e.key AND p.fate IS NULL JOIN speakers s ON s.key = p.speaker
  WHERE e.current = 1 AND s.name IS NOT NULL
  UNION
  SELECT e.source, s.name
  FROM statements t JOIN passages p ON p.key = t.passage AND p.fate IS NULL
  JOIN editions e ON e.key = p.edition JOIN speakers s ON s.key = t.speaker
  WHERE e.current = 1 AND s.name IS NOT NULL;

CREATE TABLE redirects (
  passage INTEGER NOT NULL REFERENCES passages(key),
  position INTEGER NOT NULL,
  successor INTEGER NOT NULL REFERENCES passages(key),
  PRIMARY KEY (passage, position)
) WITHOUT ROWID;

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counters (name, value) VALUES ('generation', 0);

CREATE TABLE settings (
  community TEXT NOT NULL,
  key TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'flag')),
  value TEXT NOT NULL,
  PRIMARY KEY (community, key)
) WITHOUT ROWID;

CREATE TABLE consents (
  mark TEXT NOT NULL,
  said TEXT NOT NULL,
  PRIMARY KEY (mark, said)
) WITHOUT ROWID;

CREATE TABLE places (
  key INTEGER PRIMARY KEY,
  community TEXT NOT NULL,
  channel TEXT NOT NULL,
  UNIQUE (community, channel)
);

CREATE TABLE events (
  place INTEGER NOT NULL REFERENCES places(key) ON DELETE CASCADE,
  hour TEXT NOT NULL,
  kind TEXT NOT NULL,
  passage INTEGER NOT NULL REFERENCES passages(key),
  edition INTEGER NOT NULL REFERENCES editions(key),
  count INTEGER NOT NULL,
  PRIMARY KEY (place, hour, kind, passage, edition)
) WITHOUT ROWID;
CREATE INDEX events_passage ON events(passage, hour, place, kind, count);

CREATE TABLE answers (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hour TEXT NOT NULL,
  community TEXT NOT NULL,
  command TEXT NOT NULL,
  searched INTEGER NOT NULL
);
CREATE INDEX answers_hour ON answers(hour);

CREATE TABLE answer_terms (
  answer INTEGER NOT NULL REFERENCES answers(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  term TEXT NOT NULL,
  PRIMARY KEY (answer, position)
) WITHOUT ROWID;

CREATE TABLE answer_choices (
  answer INTEGER NOT NULL REFERENCES answers(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (answer, position)
) WITHOUT ROWID;

CREATE TABLE answer_hits (
  answer INTEGER NOT NULL REFERENCES answers(key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  passage TEXT NOT NULL,
  edition TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (answer, position)
) WITHOUT ROWID;
CREATE INDEX answer_hits_passage ON answer_hits(passage);

CREATE TABLE answer_signals (
  answer INTEGER NOT NULL REFERENCES answers(key) ON DELETE CASCADE,
  hit INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  value REAL NOT NULL,
  terms TEXT NOT NULL,
  PRIMARY KEY (answer, hit, position)
) WITHOUT ROWID;

CREATE TABLE quoted_words (
  community TEXT NOT NULL,
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY (community, source, day)
) WITHOUT ROWID;

PRAGMA user_version = 1;
