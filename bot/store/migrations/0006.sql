-- Changing texts by command: those that are withdrawn, what a new edition changed of what was shown, and the digests.
-- Days are UTC, as `2026-11-22`; weeks are named after their Monday.

-- Texts that are found and quoted no more until they are restored. Their words stay, and so do their passages' ids.
CREATE TABLE withdrawn (
  source TEXT PRIMARY KEY,
  day TEXT NOT NULL
) WITHOUT ROWID;

-- The former words of passages that a new edition words otherwise, or has no more, although they were shown lately.
CREATE TABLE corrections (
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  passage TEXT NOT NULL,
  edition TEXT NOT NULL,
  was TEXT NOT NULL,
  PRIMARY KEY (source, day, passage)
) WITHOUT ROWID;

-- Which communities were told of which corrections: each once.
CREATE TABLE corrected (
  community TEXT NOT NULL,
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (community, source, day)
) WITHOUT ROWID;

-- Passages that stand in no text any more, and that moderators want to keep as they are.
CREATE TABLE settled (
  community TEXT NOT NULL,
  passage TEXT NOT NULL,
  PRIMARY KEY (community, passage)
) WITHOUT ROWID;

-- One row for each community and week; the digest is sent by whoever has the last claim.
CREATE TABLE digests (
  community TEXT NOT NULL,
  week TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'skipped')),
  lease INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  tried INTEGER,
  PRIMARY KEY (community, week)
) WITHOUT ROWID;

PRAGMA user_version = 6;
