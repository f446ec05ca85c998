-- Görevler: kim hangi makamda, ne zaman. (Who held which office, when.)
-- First and last article that says so, and what the office register knows.

-- name: of
SELECT terms.*, entities.name, coalesce(terms.first_day, terms.known_from, '') AS day
FROM terms JOIN entities ON entities.id = terms.entity_id
WHERE terms.entity_id = :of AND (day, terms.office) > (:after_day, :after_office)
ORDER BY day, terms.office LIMIT :limit;

-- name: country
SELECT terms.*, entities.name, coalesce(terms.first_day, terms.known_from, '') AS day
FROM terms JOIN entities ON entities.id = terms.entity_id
WHERE terms.country = :country AND (:office IS NULL OR terms.office = :office) AND terms.office >= :after_office
  AND (terms.office, day, terms.entity_id) > (:after_office, :after_day, :after_entity_id)
ORDER BY terms.office, day, terms.entity_id LIMIT :limit;
