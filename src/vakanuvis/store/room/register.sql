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
SELECT agreements.id, agreements.name, agreements.status, agreements.date, agreed.position,
       (SELECT group_concat(country, ',') FROM agreement_parties WHERE agreement_id = agreements.id) AS parties,
       articles.id AS article_id, agreed.n, coalesce(articles.outlet, articles.source) AS outlet, articles.published,
       agreed.day, spans.start, spans."end"
FROM (
    SELECT day, n, position, agreement_id FROM agreement_states
    WHERE one = :country AND other = '' AND (day, n) < (:day, :n)
    ORDER BY day DESC, n DESC, position LIMIT :limit
) AS agreed
CROSS JOIN agreements ON agreements.id = agreed.agreement_id
CROSS JOIN articles ON articles.id = agreements.article_id
LEFT JOIN spans ON spans.article_id = agreements.article_id AND spans.record_id = agreements.id AND spans.slot = 'name'
               AND spans.position = 0
ORDER BY agreed.day DESC, agreed.n DESC, agreed.position;

-- name: stories
SELECT clusters.id, clusters.day, clusters.articles, clusters.originators, articles.title,
       substr(articles.text, articles.body + 1, 400) AS beginning
FROM clusters JOIN articles ON articles.id = clusters.fullest
WHERE (clusters.articles, clusters.id) < (:count, :id)
ORDER BY clusters.articles DESC, clusters.id DESC LIMIT :limit;

-- name: outlets
SELECT value AS name, count AS articles FROM tallies WHERE name = 'article outlet' AND value <> '';
