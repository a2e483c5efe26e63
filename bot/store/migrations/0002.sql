-- Events by whole numbers (docs/decisions/130): an hour is counted from 1970-01-01T00Z, a day is 24 of them, and a kind is
-- the number that store/log.py gives it. What was counted is kept.

CREATE TABLE counted (
  place INTEGER NOT NULL REFERENCES places(key) ON DELETE CASCADE,
  hour INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
  passage INTEGER NOT NULL REFERENCES passages(key),
  edition INTEGER NOT NULL REFERENCES editions(key),
  count INTEGER NOT NULL,
  PRIMARY KEY (place, hour, kind, passage, edition)
) WITHOUT ROWID;

INSERT INTO counted (place, hour, kind, passage, edition, count)
SELECT place, CAST(strftime('%s', hour || ':00') AS INTEGER) / 3600,
  CASE kind WHEN 'shown' THEN 1 WHEN 'checked' THEN 2 WHEN 'spotted' THEN 3 WHEN 'daily' THEN 4 WHEN 'replied' THEN 5
    WHEN 'reacted' THEN 6 WHEN 'threaded' THEN 7 END,
  passage, edition, count
FROM events;

DROP TABLE events;
ALTER TABLE counted RENAME TO events;
CREATE INDEX events_passage ON events(passage, place, hour, kind, count);

-- What is left when the hours are forgotten: how many events of a kind a channel had in a day, of whichever passage.
CREATE TABLE tallies (
  place INTEGER NOT NULL REFERENCES places(key) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (place, day, kind)
) WITHOUT ROWID;
INSERT INTO tallies (place, day, kind, count) SELECT place, hour / 24, kind, SUM(count) FROM events GROUP BY 1, 2, 3;

-- Every event is tallied in the same breath. Nothing is taken back when hours are forgotten.
CREATE TRIGGER events_first AFTER INSERT ON events BEGIN
  INSERT INTO tallies (place, day, kind, count) VALUES (NEW.place, NEW.hour / 24, NEW.kind, NEW.count)
  ON CONFLICT (place, day, kind) DO UPDATE SET count = count + excluded.count;
END;
CREATE TRIGGER events_again AFTER UPDATE OF count ON events BEGIN
  UPDATE tallies SET count = count + NEW.count - OLD.count
  WHERE place = NEW.place AND day = NEW.hour / 24 AND kind = NEW.kind;
END;

PRAGMA user_version = 2;
