-- What verify looks at. Every query but the first three yields damage: no row is the good answer.

-- name: articles
SELECT id, text, sha256 FROM articles ORDER BY id;
-- name: spans
SELECT record_id, slot, position, start, "end", crc32 FROM spans WHERE article_id = ? ORDER BY record_id, slot, position;
-- name: copies
SELECT statements.id AS record_id, 'content' AS slot, statements.content AS copy FROM statements WHERE article_id = :id
UNION ALL SELECT events.id, 'event', events.predicate FROM events WHERE article_id = :id
UNION ALL SELECT titles.actor_id, 'title:' || titles.position, titles.text
FROM titles JOIN actors ON actors.id = titles.actor_id WHERE actors.article_id = :id;

-- name: foreign_keys
SELECT "table" AS place, rowid AS id, 'points at a row of ' || parent || ' that is not there' AS what
FROM pragma_foreign_key_check;

-- name: spans_of_nothing
SELECT spans.article_id AS place, spans.record_id AS id, 'letters (' || slot || ') of a record that is not there' AS what
FROM spans
WHERE record_id <> article_id
  AND NOT EXISTS (SELECT 1 FROM actors WHERE actors.id = record_id)
  AND NOT EXISTS (SELECT 1 FROM statements WHERE statements.id = record_id)
  AND NOT EXISTS (SELECT 1 FROM events WHERE events.id = record_id)
  AND NOT EXISTS (SELECT 1 FROM agreements WHERE agreements.id = record_id)
  AND NOT EXISTS (SELECT 1 FROM judgements WHERE judgements.id = record_id);

-- name: mentions_without_letters
SELECT actors.article_id AS place, mentions.actor_id AS id, 'a mention without letters' AS what
FROM mentions JOIN actors ON actors.id = mentions.actor_id
WHERE NOT EXISTS (
    SELECT 1 FROM spans WHERE spans.article_id = actors.article_id AND record_id = actor_id AND slot = 'mention'
      AND spans.position = mentions.position
);

-- name: statements_without_letters
SELECT article_id AS place, id, 'a statement without letters' AS what FROM statements
WHERE NOT EXISTS (
    SELECT 1 FROM spans WHERE spans.article_id = statements.article_id AND record_id = statements.id AND slot = 'content'
);

-- name: events_without_letters
SELECT article_id AS place, id, 'an event without letters' AS what FROM events
WHERE NOT EXISTS (
    SELECT 1 FROM spans WHERE spans.article_id = events.article_id AND record_id = events.id AND slot = 'event'
);

-- name: slots_without_letters
SELECT article_id AS place, id, 'a place without letters' AS what FROM events
WHERE location IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM spans WHERE spans.article_id = events.article_id AND record_id = events.id AND slot = 'location'
)
UNION ALL
SELECT article_id, id, 'a cue without letters' FROM statements
WHERE cue IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM spans WHERE spans.article_id = statements.article_id AND record_id = statements.id AND slot = 'cue'
);

-- name: loose_statements
SELECT article_id AS place, id, 'repeats or stands in a statement that is not there' AS what FROM statements AS told
WHERE NOT EXISTS (SELECT 1 FROM statements WHERE id = coalesce(told.same_as, told.id))
   OR NOT EXISTS (SELECT 1 FROM statements WHERE id = coalesce(told.nested_in, told.id));

-- name: loose_events
SELECT article_id AS place, id, 'said in a statement that is not there' AS what FROM events
WHERE said_in IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statements WHERE id = events.said_in);

-- name: actors_of_other_articles
SELECT statements.article_id AS place, statements.id, 'an actor of another article' AS what
FROM statement_actors
JOIN statements ON statements.id = statement_actors.statement_id
JOIN actors ON actors.id = statement_actors.actor_id AND actors.article_id <> statements.article_id
UNION ALL
SELECT events.article_id, events.id, 'an actor of another article'
FROM event_actors
JOIN events ON events.id = event_actors.event_id
JOIN actors ON actors.id = event_actors.actor_id AND actors.article_id <> events.article_id;

-- name: unsearchable
SELECT articles.id AS place, articles.id AS id, 'not in the full-text index' AS what FROM articles
WHERE n NOT IN (SELECT rowid FROM article_search)
UNION ALL
SELECT article_id, id, 'not in the full-text index' FROM statements
WHERE n NOT IN (SELECT rowid FROM statement_search);

-- name: broken_json
SELECT article_id AS place, id, 'broken JSON' AS what FROM statements WHERE NOT json_valid(because)
UNION ALL SELECT article_id, id, 'broken JSON' FROM events WHERE NOT json_valid(because) OR NOT json_valid(context)
UNION ALL SELECT article_id, id, 'broken JSON' FROM actors WHERE NOT json_valid(because)
UNION ALL SELECT id, id, 'broken JSON' FROM articles WHERE NOT json_valid(notes);

-- name: observations_out_of_date
SELECT observation AS place, id, 'an actor that the registry has not seen; conclude anew' AS what FROM actors
WHERE observation NOT IN (SELECT id FROM observations);

-- name: originals
SELECT sha256, packed FROM originals ORDER BY sha256;
-- name: sides
SELECT contradiction_id AS id, article_id, start, "end", crc32 FROM contradiction_sides WHERE article_id IS NOT NULL
UNION ALL SELECT article_id, article_id, start, "end", crc32 FROM originators
ORDER BY article_id;
-- name: text
SELECT text FROM articles WHERE id = ?;
