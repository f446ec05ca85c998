-- Finding and keeping which articles tell the same story.

-- name: insert_signatures
INSERT OR IGNORE INTO signatures (article_id, minhash) VALUES (?, ?);
-- name: insert_bands
INSERT OR IGNORE INTO bands (band, article_id) VALUES (?, ?);
-- name: insert_originators
INSERT OR REPLACE INTO originators (article_id, name, start, "end", crc32, because) VALUES (?, ?, ?, ?, ?, ?);

-- name: unsigned
SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM signatures) ORDER BY id LIMIT ?;
-- name: uncompared
SELECT article_id FROM signatures WHERE compared = 0 ORDER BY article_id LIMIT ?;
-- name: set_compared
UPDATE signatures SET compared = 1 WHERE article_id = ?;

-- Articles that share a band: worth comparing. A band that very many share tells nothing (a mould of a market report).
-- Beyond ten days only a word-for-word reprint is the same story, and that shares most bands.
-- name: candidates
SELECT other.article_id
FROM articles AS own
JOIN bands AS mine ON mine.article_id = own.id
JOIN bands AS other ON other.band = mine.band AND other.article_id <> mine.article_id
JOIN articles AS theirs ON theirs.id = other.article_id
WHERE own.id = :article
  AND (SELECT count(*) FROM (SELECT 1 FROM bands WHERE band = mine.band LIMIT :most)) < :most
GROUP BY other.article_id
HAVING own.published_from IS NULL OR theirs.published_from IS NULL
   OR (theirs.published_from <= date(own.published_until, '+10 days')
       AND theirs.published_until >= date(own.published_from, '-10 days'))
   OR count(*) >= :reprint
ORDER BY other.article_id;

-- name: story
SELECT articles.id, articles.title, articles.text, articles.published, coalesce(articles.outlet, articles.source) AS outlet,
       signatures.minhash
FROM articles LEFT JOIN signatures ON signatures.article_id = articles.id WHERE articles.id = ?;

-- name: insert_story_relations
INSERT OR IGNORE INTO story_relations (one, other, kind, similarity, words_one, words_other, because)
VALUES (?, ?, ?, ?, ?, ?, ?);
-- name: story_relations
SELECT * FROM story_relations ORDER BY one, other;

-- name: clear_cluster_articles
DELETE FROM cluster_articles;
-- name: clear_clusters
DELETE FROM clusters;
-- name: insert_clusters
INSERT INTO clusters (id, fullest, day, articles, originators)
SELECT ?, id, coalesce(published_from, ''), ?, ? FROM articles WHERE id = ?;
-- name: insert_cluster_articles
INSERT INTO cluster_articles (article_id, cluster_id, relation, similarity) VALUES (?, ?, ?, ?);
