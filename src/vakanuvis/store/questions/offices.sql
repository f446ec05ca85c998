-- Görevler: kim hangi makamda, ne zaman. (Who held which office, when.)
-- First and last article that says so, and what the office register knows.

-- name: of
SELECT terms.*, entities.name FROM terms JOIN entities ON entities.id = terms.entity_id
WHERE terms.entity_id = :of
ORDER BY coalesce(terms.first_day, terms.known_from), terms.office LIMIT :limit;

-- name: country
SELECT terms.*, entities.name FROM terms JOIN entities ON entities.id = terms.entity_id
WHERE terms.country = :country AND (:office IS NULL OR terms.office = :office)
ORDER BY terms.office, coalesce(terms.first_day, terms.known_from), entities.name LIMIT :limit;
