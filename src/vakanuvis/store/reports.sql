-- What is compared to find one saying, one event and who contradicts whom; and how the findings are written down.

-- name: stories
SELECT cluster_id, article_id FROM cluster_articles ORDER BY cluster_id, article_id;

-- Everybody's statements, one speaker after the other.
-- name: said
SELECT statements.id, statements.article_id, statements.content, statements.same_as, articles.published,
       cluster_articles.cluster_id, observations.entity_id, actors.country, actors.kind = 'person' AS named
FROM statements
JOIN articles ON articles.id = statements.article_id
JOIN actors ON actors.id = statements.speaker
JOIN observations ON observations.id = actors.observation
LEFT JOIN cluster_articles ON cluster_articles.article_id = statements.article_id
WHERE observations.entity_id IS NOT NULL AND statements.nested_in IS NULL
ORDER BY observations.entity_id, statements.id;

-- name: wording
SELECT statements.id, statements.article_id, statements.kind, statements.content, articles.published,
       cluster_articles.cluster_id
FROM statements
JOIN articles ON articles.id = statements.article_id
LEFT JOIN cluster_articles ON cluster_articles.article_id = statements.article_id
WHERE statements.id = ?;
-- name: wording_spans
SELECT start, "end" FROM spans
WHERE article_id = ? AND record_id = ? AND slot = 'content' ORDER BY position;

-- Events that happened on a day which the article names, one type, mode and day after the other; a row per party.
-- name: dated_events
SELECT events.id, events.article_id, events.event, coalesce(events.mode, '') AS mode, events.date_from AS day,
       events.location, event_actors.role, coalesce(observations.entity_id, actors.id) AS party, actors.kind,
       actors.country, (events.location IS NOT NULL) + (events.cameo IS NOT NULL) AS fullness
FROM events
JOIN event_actors ON event_actors.event_id = events.id
JOIN actors ON actors.id = event_actors.actor_id
JOIN observations ON observations.id = actors.observation
WHERE events.status IN ('actual', 'historical') AND events.date_basis IN ('explicit', 'relative')
  AND events.date_from = events.date_until AND events.said_in IS NULL
ORDER BY events.event, events.mode, events.date_from, events.id, event_actors.role, event_actors.position;

-- name: clear_sayings
DELETE FROM sayings;
-- name: clear_reports
DELETE FROM reports;
-- name: insert_sayings
INSERT OR IGNORE INTO sayings (statement_id, fullest) VALUES (?, ?);
-- name: insert_reports
INSERT OR IGNORE INTO reports (event_id, fullest) VALUES (?, ?);
