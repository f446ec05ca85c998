-- Haberler: başlıkta, metinde, köklerde arama. (Articles by words of headline, text or stems; or all, the newest first.)

-- name: words
SELECT articles.n, articles.id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, found.day
FROM (
    SELECT dated.n, coalesce(dated.published_from, '') AS day
    FROM (SELECT rowid AS n FROM article_search WHERE article_search MATCH :words ORDER BY rowid DESC LIMIT 2000) AS hit
    CROSS JOIN articles AS dated INDEXED BY articles_by_number ON dated.n = hit.n
    WHERE day BETWEEN :from AND :until AND (day, dated.n) < (:before_day, :before_n)
    ORDER BY day DESC, dated.n DESC LIMIT :limit
) AS found
CROSS JOIN articles ON articles.n = found.n
ORDER BY found.day DESC, found.n DESC;

-- name: any
SELECT articles.n, articles.id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, coalesce(articles.published_from, '') AS day
FROM articles
WHERE articles.published_from BETWEEN :from AND :until AND (articles.published_from, articles.n) < (:before_day, :before_n)
ORDER BY articles.published_from DESC, articles.n DESC LIMIT :limit;
