-- One row for an answer and one for a message of the bot's own, where each passage had a row: an answer is written with a
-- third of the work. Lists stand in columns as store/encoding.py writes tables: a row a line, a value a line inside of it.

ALTER TABLE answers ADD COLUMN hits TEXT NOT NULL DEFAULT '';
UPDATE answers SET hits = coalesce((
  SELECT group_concat(replace(replace(line, '\', '\\'), char(10), '\n') || char(10), '')
  FROM (
    SELECT replace(replace(passage, '\', '\\'), char(10), '\n') || char(10) ||
           replace(replace(edition, '\', '\\'), char(10), '\n') || char(10) ||
           printf('%!.17g', score) || char(10) ||
           replace(replace(signals, '\', '\\'), char(10), '\n') || char(10) AS line
    FROM answer_hits
    WHERE answer = answers.key
    ORDER BY position
  )
), '');
DROP TABLE answer_hits;

CREATE TABLE messages_sent (
  message TEXT PRIMARY KEY,
  community TEXT NOT NULL,
  channel TEXT NOT NULL,
  day TEXT NOT NULL,
  passages TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO messages_sent (message, community, channel, day, passages)
SELECT message, community, channel, day, (
  SELECT group_concat(replace(replace(line, '\', '\\'), char(10), '\n') || char(10), '')
  FROM (
    SELECT replace(replace(passage, '\', '\\'), char(10), '\n') || char(10) ||
           replace(replace(edition, '\', '\\'), char(10), '\n') || char(10) AS line
    FROM sent
    WHERE message = of.message
    ORDER BY passage
  )
)
FROM sent of
GROUP BY message;
DROP TABLE sent;
ALTER TABLE messages_sent RENAME TO sent;
CREATE INDEX sent_day ON sent(day);

PRAGMA user_version = 7;
