-- What the registry and the finder of stories need to see, and how their conclusions are written down.

-- name: observed_actors
SELECT actors.observation AS id, actors.kind, actors.name, actors.country, actors.sector,
       min(articles.published_from) AS first, max(articles.published_until) AS last,
       count(DISTINCT actors.article_id) AS count
FROM actors JOIN articles ON articles.id = actors.article_id
GROUP BY actors.observation, actors.sector
ORDER BY actors.observation, count DESC, actors.sector;

-- name: observed_offices
SELECT actors.observation AS id, titles.office, titles.country, titles.former,
       min(articles.published_from) AS first, max(articles.published_until) AS last,
       count(DISTINCT actors.article_id) AS count
FROM titles
JOIN actors ON actors.id = titles.actor_id
JOIN articles ON articles.id = actors.article_id
GROUP BY actors.observation, titles.office, titles.country, titles.former
ORDER BY actors.observation, titles.office, titles.country, titles.former;

-- name: people_together
SELECT article_id, observation, name FROM actors WHERE kind = 'person' ORDER BY article_id, observation;

-- name: decisions_on_sameness
SELECT n, by, one, other, verdict FROM decisions
WHERE subject = 'sameness' AND verdict <> 'undo'
  AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)
ORDER BY n;

-- name: clear_terms
DELETE FROM terms;
-- name: clear_sameness
DELETE FROM sameness;
-- name: clear_observations
DELETE FROM observations;
-- name: clear_entities
DELETE FROM entities;
-- name: clear_entity_search
DELETE FROM entity_search;

-- name: insert_entities
INSERT INTO entities (
    id, kind, name, country, sector, sort_name, spellings, articles, statements, events, first_day, last_day
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?);
-- name: insert_entity_search
INSERT INTO entity_search (names, entity_id) VALUES (?, ?);
-- name: insert_observations
INSERT INTO observations (id, kind, name, country, sector, first_day, last_day, articles, entity_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);
-- name: insert_sameness
INSERT OR REPLACE INTO sameness (one, other, verdict, because, by) VALUES (?, ?, ?, ?, ?);
-- name: insert_terms
INSERT INTO terms (
    entity_id, office, country, former, first_day, last_day, articles, known_from, known_until, source, because,
    first_article, first_start, first_end, last_article, last_start, last_end
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);


-- Every title that an article gives to somebody of the registry. acts: whether the article lets them speak or act now.
-- name: sightings
SELECT observations.entity_id AS entity, entities.name AS name, titles.office, titles.country, titles.former,
       titles.text AS printed, articles.published AS day, articles.id AS article, actors.id AS record,
       spans.start, spans."end",
       EXISTS (SELECT 1 FROM statements WHERE statements.article_id = articles.id AND statements.speaker = actors.id)
       OR EXISTS (
           SELECT 1 FROM events JOIN event_actors ON event_actors.event_id = events.id
           WHERE events.article_id = articles.id AND event_actors.actor_id = actors.id
             AND events.status IN ('actual', 'planned')
             AND (events.date_from IS NULL OR events.date_until >= date(articles.published_from, '-31 days'))
       ) AS acts
FROM titles
JOIN actors ON actors.id = titles.actor_id
JOIN articles ON articles.id = actors.article_id
JOIN observations ON observations.id = actors.observation
JOIN entities ON entities.id = observations.entity_id
JOIN spans ON spans.article_id = articles.id AND spans.record_id = actors.id AND spans.slot = 'title'
  AND spans.position = titles.position
ORDER BY entity, office, day, article, record, start;

-- name: clear_contradiction_sides
DELETE FROM contradiction_sides;
-- name: clear_contradictions
DELETE FROM contradictions;
-- name: insert_contradictions
INSERT OR IGNORE INTO contradictions (id, kind, subject, cluster_id, day, text, because) VALUES (?, ?, ?, ?, ?, ?, ?);
-- name: insert_contradiction_sides
INSERT OR IGNORE INTO contradiction_sides (
    contradiction_id, position, value, article_id, record_id, start, "end", crc32, known_at, source
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
-- name: article_text
SELECT text FROM articles WHERE id = ?;
