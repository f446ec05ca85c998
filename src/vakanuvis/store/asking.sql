-- Small questions that the record book asks itself.

-- name: is_recorded
SELECT 1 FROM articles WHERE id = ?;

-- name: count_articles
SELECT count(*) FROM articles;

-- name: article_ids
SELECT id FROM articles ORDER BY id;

-- name: original
SELECT media_type, packed FROM articles JOIN originals ON originals.sha256 = articles.original WHERE articles.id = ?;

-- name: is_party
SELECT 1 FROM entities WHERE id = :party
UNION ALL SELECT 1 FROM statement_parties WHERE party = :party
UNION ALL SELECT 1 FROM event_parties WHERE party = :party
LIMIT 1;

-- name: entities_named
SELECT entities.id, entities.kind, entities.name, entities.country, entity_search.names
FROM entity_search JOIN entities ON entities.id = entity_search.entity_id
WHERE entity_search MATCH ? ORDER BY entities.articles DESC, entities.id LIMIT 20;

-- name: rejected
SELECT found_at, code, reason FROM rejected ORDER BY found_at;

-- name: is_observation
SELECT 1 FROM observations WHERE id = :id;

-- name: is_record
SELECT 1 FROM statements WHERE id = :id
UNION ALL SELECT 1 FROM events WHERE id = :id
UNION ALL SELECT 1 FROM agreements WHERE id = :id
UNION ALL SELECT 1 FROM actors WHERE id = :id
LIMIT 1;

-- name: article
SELECT * FROM articles WHERE id = ?;
