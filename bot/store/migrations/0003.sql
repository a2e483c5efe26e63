-- The passage of the day, what is counted of a discussion, and what moderators note of it.
-- Moments are whole seconds since 1970-01-01T00Z; hours and days are as the log writes them.

-- When and where each community gets its passage of the day. `reason` says why it is paused; nothing that was due
-- before `since` is posted, so that turning it on brings no passage of this morning.
CREATE TABLE schedules (
  community TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('off', 'on', 'paused')),
  time TEXT NOT NULL,
  zone TEXT NOT NULL,
  channel TEXT,
  style TEXT NOT NULL CHECK (style IN ('message', 'thread', 'forum')),
  tag TEXT,
  reason TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX schedules_on ON schedules(state) WHERE state = 'on';

-- One row for each community and local date; what it is a claim of is fenced by `fence`, which grows with each claim.
-- `tried` is when it was first sent: from then on nobody can be sure that it has not arrived.
CREATE TABLE days (
  community TEXT NOT NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'skipped', 'failed')),
  due INTEGER NOT NULL,
  passage TEXT,
  edition TEXT,
  reasons TEXT NOT NULL DEFAULT '',
  channel TEXT,
  nonce TEXT,
  lease INTEGER,
  fence INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  tried INTEGER,
  message TEXT,
  PRIMARY KEY (community, day)
) WITHOUT ROWID;

CREATE TABLE queued (
  community TEXT NOT NULL,
  day TEXT NOT NULL,
  passage TEXT NOT NULL,
  PRIMARY KEY (community, day)
) WITHOUT ROWID;

CREATE TABLE withheld (
  community TEXT NOT NULL,
  passage TEXT NOT NULL,
  PRIMARY KEY (community, passage)
) WITHOUT ROWID;

CREATE TABLE weights (
  community TEXT NOT NULL,
  source TEXT NOT NULL,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 1000),
  PRIMARY KEY (community, source)
) WITHOUT ROWID;

-- The bot's own messages and the passages in them: replies and reactions to them are counted by it, for thirty days.
CREATE TABLE sent (
  message TEXT NOT NULL,
  passage TEXT NOT NULL,
  edition TEXT NOT NULL,
  community TEXT NOT NULL,
  channel TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (message, passage)
) WITHOUT ROWID;
CREATE INDEX sent_day ON sent(day);

-- How many different people took part in a day: a number. Who they were is known to nobody.
CREATE TABLE participants (
  community TEXT NOT NULL,
  day TEXT NOT NULL,
  passage TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (community, day, passage)
) WITHOUT ROWID;

CREATE TABLE reviews (
  community TEXT NOT NULL,
  passage TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'seen', 'noted')),
  note TEXT,
  moderator TEXT,
  hour TEXT NOT NULL,
  PRIMARY KEY (community, passage)
) WITHOUT ROWID;

CREATE TABLE trail (
  key INTEGER PRIMARY KEY,
  community TEXT NOT NULL,
  hour TEXT NOT NULL,
  moderator TEXT,
  action TEXT NOT NULL,
  target TEXT,
  value TEXT
);
CREATE INDEX trail_community ON trail(community, key);

-- Communities that the bot has left, and the day since when: thirty days later nothing of them is kept.
CREATE TABLE leavings (
  community TEXT PRIMARY KEY,
  day TEXT NOT NULL
) WITHOUT ROWID;

PRAGMA user_version = 3;
