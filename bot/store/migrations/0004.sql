-- What an answer rests on in fewer rows: its words and choices in columns of its own, the reasons for a passage in a
-- column of that passage's row. Lists stand in columns as store/encoding.py writes them: one a line, a backslash and a
-- line break inside of it written as two characters.

ALTER TABLE answers ADD COLUMN terms TEXT NOT NULL DEFAULT '';
ALTER TABLE answers ADD COLUMN choices TEXT NOT NULL DEFAULT '';
ALTER TABLE answer_hits ADD COLUMN signals TEXT NOT NULL DEFAULT '';

UPDATE answers SET terms = coalesce((
  SELECT group_concat(replace(replace(term, '\', '\\'), char(10), '\n') || char(10), '')
  FROM (SELECT term FROM answer_terms WHERE answer = answers.key ORDER BY position)
), '');

UPDATE answers SET choices = coalesce((
  SELECT group_concat(
    replace(replace(name, '\', '\\'), char(10), '\n') || char(10) ||
    replace(replace(value, '\', '\\'), char(10), '\n') || char(10), '')
  FROM (SELECT name, value FROM answer_choices WHERE answer = answers.key ORDER BY position)
), '');

UPDATE answer_hits SET signals = coalesce((
  SELECT group_concat(replace(replace(line, '\', '\\'), char(10), '\n') || char(10), '')
  FROM (
    SELECT replace(replace(name, '\', '\\'), char(10), '\n') || char(10) ||
           printf('%!.17g', value) || char(10) || terms AS line
    FROM answer_signals
    WHERE answer = answer_hits.answer AND hit = answer_hits.position
    ORDER BY position
  )
), '');

DROP TABLE answer_signals;
DROP TABLE answer_choices;
DROP TABLE answer_terms;

PRAGMA user_version = 4;
