-- Haberler: başlıkta, metinde, köklerde arama. (Articles by words of headline, text or stems; or all, the newest first.)

-- name: words
SELECT articles.n, articles.id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, coalesce(articles.published_from, '') AS day
FROM (SELECT rowid AS n FROM article_search WHERE article_search MATCH :words ORDER BY rowid DESC LIMIT 2000) AS hit
CROSS JOIN articles ON articles.n = hit.n
WHERE day BETWEEN :from AND :until AND (day, articles.n) < (:before_day, :before_n)
ORDER BY day DESC, articles.n DESC LIMIT :limit;

-- name: any
SELECT articles.n, articles.id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, coalesce(articles.published_from, '') AS day
FROM articles
WHERE articles.published_from BETWEEN :from AND :until AND (articles.published_from, articles.n) < (:before_day, :before_n)
ORDER BY articles.published_from DESC, articles.n DESC LIMIT :limit;
