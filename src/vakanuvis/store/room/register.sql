-- Dizinler: kişiler, devletler, kurumlar, topluluklar, anlaşmalar. (The registers: people, states, bodies, groups, agreements.)

-- name: alphabetical
SELECT id, kind, name, country, sort_name, articles, statements, events, first_day, last_day
FROM entities
WHERE kind = :kind AND sort_name >= :low AND sort_name < :high AND (sort_name, id) > (:after_name, :after_id)
ORDER BY sort_name, id LIMIT :limit;

-- name: most_seen
SELECT id, kind, name, country, sort_name, articles, statements, events, first_day, last_day
FROM entities
WHERE kind = :kind AND (articles, id) < (:before_articles, :before_id)
ORDER BY articles DESC, id DESC LIMIT :limit;

-- Names of which a word begins so: looked for among the first :cap.
-- name: beginning
SELECT id, kind, name, country, sort_name, articles, statements, events, first_day, last_day
FROM (SELECT entity_id FROM entity_search WHERE entity_search MATCH :words LIMIT :cap) AS hit
CROSS JOIN entities ON entities.id = hit.entity_id
WHERE kind = :kind ORDER BY sort_name, id LIMIT :limit;

-- name: states
SELECT id, kind, name, country, sort_name, articles, statements, events, first_day, last_day
FROM entities WHERE kind = 'country';

-- name: agreements
SELECT agreements.id, agreements.name, agreements.status, agreements.date, agreements.position,
       (SELECT group_concat(country, ',') FROM agreement_parties WHERE agreement_id = agreements.id) AS parties,
       articles.id AS article_id, articles.n, coalesce(articles.outlet, articles.source) AS outlet, articles.published,
       coalesce(articles.published_from, '') AS day, spans.start, spans."end"
FROM articles INDEXED BY articles_by_day
CROSS JOIN agreements ON agreements.article_id = articles.id
LEFT JOIN spans ON spans.article_id = agreements.article_id AND spans.record_id = agreements.id AND spans.slot = 'name'
               AND spans.position = 0
WHERE (articles.published_from, articles.n) < (:day, :n)
ORDER BY articles.published_from DESC, articles.n DESC, agreements.position LIMIT :limit;

-- name: agreements_of
SELECT told.id, told.name, told.status, told.date, told.position,
       (SELECT group_concat(country, ',') FROM agreement_parties WHERE agreement_id = told.id) AS parties,
       told.article_id, told.n, told.outlet, told.published, told.day, spans.start, spans."end"
FROM (
    SELECT agreements.id, agreements.name, agreements.status, agreements.date, agreements.position,
           articles.id AS article_id, articles.n, coalesce(articles.outlet, articles.source) AS outlet,
           articles.published, coalesce(articles.published_from, '') AS day
    FROM agreement_parties AS party
    JOIN agreements ON agreements.id = party.agreement_id
    JOIN articles ON articles.id = agreements.article_id
    WHERE party.country = :country AND (day, articles.n) < (:day, :n)
    ORDER BY day DESC, articles.n DESC, agreements.position LIMIT :limit
) AS told
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'name'
               AND spans.position = 0
ORDER BY told.day DESC, told.n DESC, told.position;

-- name: stories
SELECT clusters.id, clusters.day, clusters.articles, clusters.originators, articles.title,
       substr(articles.text, articles.body + 1, 400) AS beginning
FROM clusters JOIN articles ON articles.id = clusters.fullest
WHERE (clusters.articles, clusters.id) < (:count, :id)
ORDER BY clusters.articles DESC, clusters.id DESC LIMIT :limit;

-- name: outlets
SELECT value AS name, count AS articles FROM tallies WHERE name = 'article outlet' AND value <> '';
