-- Sağlık sayfası: kayıt nasıl okundu, nerede eksik kaldı. (The health page: how the record was read, where it falls short.)

-- name: tallies
SELECT name, value, count FROM tallies WHERE name NOT IN ('state pairs', 'conclusions') ORDER BY name, count DESC, value;

-- How many articles stand in the book now; conclusions may have been drawn from fewer.
-- name: newest
SELECT coalesce(max(n), 0) AS articles FROM articles;

-- name: readers
SELECT readers.id, readers.version, readers.lexicon, readers.model,
       (SELECT count FROM tallies WHERE name = 'article reader' AND value = readers.id) AS articles
FROM readers ORDER BY articles DESC, readers.version DESC, readers.id;

-- name: rejected
SELECT found_at, code, reason FROM rejected WHERE found_at > :after ORDER BY found_at LIMIT :limit;

-- name: sameness
SELECT verdict, count(*) AS count FROM sameness GROUP BY verdict ORDER BY verdict;

-- name: decisions
SELECT verdict, count(*) AS count FROM decisions
WHERE verdict <> 'undo' AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)
GROUP BY verdict ORDER BY verdict;
