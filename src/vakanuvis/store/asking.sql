-- Small questions that the record book asks itself.

-- name: is_recorded
SELECT 1 FROM articles WHERE id = ?;

-- name: count_articles
SELECT count(*) FROM articles;

-- name: article_ids
SELECT id FROM articles ORDER BY id;

-- name: original
SELECT media_type, packed FROM articles JOIN originals ON originals.sha256 = articles.original WHERE articles.id = ?;
