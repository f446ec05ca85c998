-- Bir anlaşmanın sayfası. (The page of an agreement.)

-- name: head
SELECT agreements.id, agreements.name, agreements.status, agreements.date, agreements.because, agreements.event_id,
       articles.id AS article_id, articles.title, substr(articles.text, articles.body + 1, 400) AS beginning,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published, spans.start, spans."end"
FROM agreements
JOIN articles ON articles.id = agreements.article_id
LEFT JOIN spans ON spans.article_id = agreements.article_id AND spans.record_id = agreements.id AND spans.slot = 'name'
               AND spans.position = 0
WHERE agreements.id = :id;

-- name: parties
SELECT country FROM agreement_parties WHERE agreement_id = :id ORDER BY position;

-- name: signatories
SELECT actors.name, actors.country, entities.id AS entity, entities.kind,
       (SELECT titles.text FROM titles WHERE titles.actor_id = actors.id ORDER BY titles.position LIMIT 1) AS title
FROM agreement_signatories
JOIN actors ON actors.id = agreement_signatories.actor_id
JOIN observations ON observations.id = actors.observation
LEFT JOIN entities ON entities.id = observations.entity_id
WHERE agreement_signatories.agreement_id = :id ORDER BY agreement_signatories.position;

-- name: event
SELECT told.*, spans.start, spans."end" FROM told_events AS told
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'event'
               AND spans.position = 0
WHERE told.id = :event;

-- Where else the name stands.
-- name: namesakes
SELECT agreements.id, agreements.name, agreements.status, agreements.date, articles.id AS article_id,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published, told.day, spans.start, spans."end"
FROM (
    SELECT day, n, position, agreement_id FROM agreement_names WHERE name = :name AND agreement_id <> :id
    ORDER BY day, n, position LIMIT :limit
) AS told
CROSS JOIN agreements ON agreements.id = told.agreement_id
CROSS JOIN articles ON articles.id = agreements.article_id
LEFT JOIN spans ON spans.article_id = agreements.article_id AND spans.record_id = agreements.id AND spans.slot = 'name'
               AND spans.position = 0
ORDER BY told.day, told.n, told.position;
