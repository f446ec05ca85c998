-- Okuma odasının ilk sayfası. (The first page of the reading room.)

-- name: counts
SELECT name, value, count FROM tallies
WHERE name IN ('articles', 'statements', 'events', 'agreements', 'contradictions', 'clusters', 'rejected');

-- name: latest
SELECT articles.id, articles.title, substr(articles.text, articles.body + 1, 400) AS beginning, articles.published,
       articles.outlet, articles.dateline,
       (SELECT count(*) FROM statements WHERE statements.article_id = articles.id) AS statements,
       (SELECT count(*) FROM events WHERE events.article_id = articles.id) AS events
FROM articles ORDER BY articles.published_from DESC, articles.n DESC LIMIT :limit;

-- name: stories
SELECT clusters.id, clusters.day, clusters.articles, clusters.originators, articles.id AS article_id, articles.title,
       substr(articles.text, articles.body + 1, 400) AS beginning
FROM clusters JOIN articles ON articles.id = clusters.fullest
WHERE clusters.articles > 1
ORDER BY clusters.articles DESC, clusters.id LIMIT :limit;

-- name: contradictions
SELECT id, kind, day, text FROM contradictions ORDER BY day DESC, id LIMIT :limit;

-- name: entities
SELECT id, name, country, articles FROM entities WHERE kind = :kind ORDER BY articles DESC, id LIMIT :limit;
