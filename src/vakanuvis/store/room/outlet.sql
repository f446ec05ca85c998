-- Bir gazetenin sayfası. (The page of an outlet.)

-- name: months
SELECT substr(coalesce(published_from, ''), 1, 7) AS month, count(*) AS count
FROM articles INDEXED BY articles_by_outlet WHERE outlet = :outlet GROUP BY 1 ORDER BY 1;

-- name: articles
SELECT articles.id, articles.n, articles.title, substr(articles.text, articles.body + 1, 400) AS beginning, articles.published,
       coalesce(articles.published_from, '') AS day, cluster_articles.cluster_id, cluster_articles.relation,
       clusters.articles AS tellings, originators.name AS originator,
       (SELECT count(*) FROM statements WHERE statements.article_id = articles.id) AS statements,
       (SELECT count(*) FROM events WHERE events.article_id = articles.id) AS events
FROM articles INDEXED BY articles_by_outlet
LEFT JOIN cluster_articles ON cluster_articles.article_id = articles.id
LEFT JOIN clusters ON clusters.id = cluster_articles.cluster_id
LEFT JOIN originators ON originators.article_id = articles.id
WHERE articles.outlet = :outlet AND (articles.published_from, articles.n) < (:day, :n)
ORDER BY articles.published_from DESC, articles.n DESC LIMIT :limit;

-- Of its last :cap articles: how many stand alone, how many are whose copy.
-- name: relations
SELECT coalesce(cluster_articles.relation, 'alone') AS relation, count(*) AS count
FROM (
    SELECT id FROM articles INDEXED BY articles_by_outlet WHERE outlet = :outlet
    ORDER BY published_from DESC, n DESC LIMIT :cap
) AS last
LEFT JOIN cluster_articles ON cluster_articles.article_id = last.id
GROUP BY 1 ORDER BY 2 DESC;

-- name: originators
SELECT originators.name, count(*) AS count
FROM (
    SELECT id FROM articles INDEXED BY articles_by_outlet WHERE outlet = :outlet
    ORDER BY published_from DESC, n DESC LIMIT :cap
) AS last
JOIN originators ON originators.article_id = last.id
GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :limit;

-- name: contradictions
SELECT DISTINCT contradictions.id, contradictions.kind, contradictions.day, contradictions.text
FROM (
    SELECT id FROM articles INDEXED BY articles_by_outlet WHERE outlet = :outlet
    ORDER BY published_from DESC, n DESC LIMIT :cap
) AS last
JOIN contradiction_sides AS sides ON sides.article_id = last.id
JOIN contradictions ON contradictions.id = sides.contradiction_id
ORDER BY contradictions.day DESC, contradictions.id LIMIT :limit;
