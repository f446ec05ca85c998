-- İnceleme kuyruğu ve kararlar. (The review queue and people's decisions.)
-- Of each queue the newest records before :before are looked at, :look of them, so that a rare thing costs no more.

-- name: unspoken
SELECT n FROM statements
WHERE n < :before AND n >= :before - :look AND speaker IS NULL
  AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.one = statements.id AND verdict <> 'undo'
                  AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL))
ORDER BY n DESC LIMIT :limit;

-- name: dated
SELECT n FROM events
WHERE n < :before AND n >= :before - :look AND date_basis = :basis
  AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.one = events.id AND verdict <> 'undo'
                  AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL))
ORDER BY n DESC LIMIT :limit;

-- Records that one rule, or one line of the lexicon, had a part in: `"impersonal"` with its marks, as JSON has it.
-- name: statements_by_rule
SELECT n FROM statements
WHERE n < :before AND n >= :before - :look AND instr(because, :rule)
  AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.one = statements.id AND verdict <> 'undo'
                  AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL))
ORDER BY n DESC LIMIT :limit;
-- name: events_by_rule
SELECT n FROM events
WHERE n < :before AND n >= :before - :look AND instr(because, :rule)
  AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.one = events.id AND verdict <> 'undo'
                  AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL))
ORDER BY n DESC LIMIT :limit;

-- How much each queue holds, as it was counted when conclusions were last drawn.
-- name: open
SELECT name, value, count FROM tallies
WHERE name IN ('statement speaker', 'event date')
UNION ALL SELECT 'sameness', 'unsure', count(*) FROM sameness WHERE verdict = 'unsure';

-- The rules that read most.
-- name: rules
SELECT name, value AS rule, count FROM tallies WHERE name IN ('statement rule', 'event rule')
ORDER BY count DESC, value LIMIT :limit;

-- Decisions that stand, the newest first, with what they are about.
-- name: decisions
SELECT decisions.n, decisions.made_at, decisions.by, decisions.subject, decisions.one, decisions.other,
       decisions.verdict, decisions.slot, decisions.value, decisions.note,
       coalesce(statements.article_id, events.article_id, agreements.article_id, actors.article_id) AS article_id,
       coalesce(statements.content, events.predicate, agreements.name, actors.name) AS text,
       one.name AS one_name, other.name AS other_name
FROM decisions
LEFT JOIN statements ON statements.id = decisions.one AND decisions.subject = 'record'
LEFT JOIN events ON events.id = decisions.one AND decisions.subject = 'record'
LEFT JOIN agreements ON agreements.id = decisions.one AND decisions.subject = 'record'
LEFT JOIN actors ON actors.id = decisions.one AND decisions.subject = 'record'
LEFT JOIN observations AS one ON one.id = decisions.one AND decisions.subject = 'sameness'
LEFT JOIN observations AS other ON other.id = decisions.other
WHERE decisions.verdict <> 'undo' AND decisions.n < :before
  AND decisions.n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)
ORDER BY decisions.n DESC LIMIT :limit;

-- What people decided about the records of an article.
-- name: on_article
SELECT decisions.n, decisions.made_at, decisions.by, decisions.one, decisions.verdict, decisions.slot, decisions.value,
       decisions.note
FROM (SELECT id FROM statements WHERE article_id = :id
      UNION ALL SELECT id FROM events WHERE article_id = :id
      UNION ALL SELECT id FROM agreements WHERE article_id = :id
      UNION ALL SELECT id FROM actors WHERE article_id = :id) AS records
JOIN decisions ON decisions.one = records.id
WHERE decisions.subject = 'record' AND decisions.verdict <> 'undo'
  AND decisions.n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)
ORDER BY decisions.n;

-- name: statements_numbered
SELECT id FROM statements WHERE n IN (SELECT value FROM json_each(:numbers)) ORDER BY n DESC;
-- name: events_numbered
SELECT id FROM events WHERE n IN (SELECT value FROM json_each(:numbers)) ORDER BY n DESC;
