-- Zaman çizelgesi, harita ve ilişki ağının satırları. (The rows of the timeline, the map and the network.)

-- Numbers come as one text, `12,7,3`: tens of thousands of rows one by one take twice as long.
-- name: events_of
SELECT group_concat(DISTINCT n) FROM event_parties WHERE party = :party;
-- name: statements_of
SELECT group_concat(DISTINCT n) FROM statement_parties WHERE party = :party;

-- name: party
SELECT id, kind, name, country FROM entities WHERE id = :party;

-- The states that most articles name, to choose from.
-- name: states
SELECT id, name, articles FROM entities WHERE kind = 'country' ORDER BY articles DESC, id LIMIT :limit;

-- The days between which the articles lie.
-- name: span
SELECT (SELECT min(published_from) FROM articles) AS first, (SELECT max(published_from) FROM articles) AS last;

-- An event with those who took part, and the letters that tell it, with some around them.
-- name: events
SELECT events.n, events.id, events.event, events.mode, events.quad_code, events.status, events.date, events.date_basis,
       events.location, events.location_country, events.predicate, events.because,
       (SELECT json_group_array(json_object('role', role, 'name', name, 'id', entity, 'kind', kind, 'country', country))
        FROM (SELECT event_actors.role, actors.name, observations.entity_id AS entity, actors.kind, actors.country
              FROM event_actors
              JOIN actors ON actors.id = event_actors.actor_id
              LEFT JOIN observations ON observations.id = actors.observation
              WHERE event_actors.event_id = events.id
              ORDER BY event_actors.role, event_actors.position)) AS parties,
       articles.id AS article_id, articles.title, articles.published, coalesce(articles.outlet, articles.source) AS outlet,
       substr(articles.text, articles.body + 1, 400) AS beginning,
       spans.start, spans."end",
       substr(articles.text, max(1, spans.start - :around + 1), min(:around, spans.start)) AS before,
       substr(articles.text, spans.start + 1, spans."end" - spans.start) AS letters,
       substr(articles.text, spans."end" + 1, :around) AS after
FROM json_each(:numbers) AS wanted
JOIN events ON events.n = wanted.value
JOIN articles ON articles.id = events.article_id
LEFT JOIN spans ON spans.article_id = events.article_id AND spans.record_id = events.id AND spans.slot = 'event'
  AND spans.position = 0
ORDER BY wanted.key;

-- name: statements
SELECT statements.n, statements.id, statements.kind, statements.content, statements.cue, statements.negated, statements.because,
       speaker.name AS speaker, speaker.country, entities.id AS speaker_entity, entities.kind AS speaker_kind,
       (SELECT titles.text FROM titles WHERE titles.actor_id = speaker.id ORDER BY titles.position LIMIT 1) AS office,
       articles.id AS article_id, articles.title, articles.published, coalesce(articles.outlet, articles.source) AS outlet,
       substr(articles.text, articles.body + 1, 400) AS beginning,
       spans.start, spans."end",
       substr(articles.text, max(1, spans.start - :around + 1), min(:around, spans.start)) AS before,
       substr(articles.text, spans."end" + 1, :around) AS after
FROM json_each(:numbers) AS wanted
JOIN statements ON statements.n = wanted.value
JOIN articles ON articles.id = statements.article_id
LEFT JOIN actors AS speaker ON speaker.id = statements.speaker
LEFT JOIN observations ON observations.id = speaker.observation
LEFT JOIN entities ON entities.id = observations.entity_id
LEFT JOIN spans ON spans.article_id = statements.article_id AND spans.record_id = statements.id
  AND spans.slot = 'content' AND spans.position = 0
ORDER BY wanted.key;
