-- Where the bot is on Matrix: how far it has read, what it has seen, what it still has to answer. No words of anybody.

CREATE TABLE matrix_checkpoints (
  account TEXT PRIMARY KEY,
  next_batch TEXT NOT NULL
) WITHOUT ROWID;

-- The last events of each room: what comes twice is taken once, and a gap is read back until one of them.
CREATE TABLE matrix_seen (
  key INTEGER PRIMARY KEY,
  community TEXT NOT NULL,
  event TEXT NOT NULL,
  UNIQUE (community, event)
);

-- Events that wait: to be answered (asked), or for a key to read them with (locked). Their words stay on the homeserver.
CREATE TABLE matrix_waiting (
  event TEXT PRIMARY KEY,
  community TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'locked')),
  moment INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE matrix_invites (
  day TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) WITHOUT ROWID;

PRAGMA user_version = 5;
