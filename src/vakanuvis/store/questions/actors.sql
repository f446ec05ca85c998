-- Kişiler, devletler, kurumlar: adıyla bulma. (People, states and organisations by name.)

-- name: named
SELECT entities.id, entities.kind, entities.name, entities.country, entities.sector, entities.spellings,
       entities.articles, entities.statements, entities.events, entities.first_day, entities.last_day
FROM entity_search JOIN entities ON entities.id = entity_search.entity_id
WHERE entity_search MATCH :named AND (:kind IS NULL OR entities.kind = :kind)
  AND entities.articles <= :before_articles AND (entities.articles < :before_articles OR entities.id > :after_id)
ORDER BY entities.articles DESC, entities.id LIMIT :limit;

-- name: kind
SELECT id, kind, name, country, sector, spellings, articles, statements, events, first_day, last_day
FROM entities
WHERE kind = :kind AND articles <= :before_articles AND (articles < :before_articles OR id > :after_id)
ORDER BY articles DESC, id LIMIT :limit;

-- name: country
SELECT id, kind, name, country, sector, spellings, articles, statements, events, first_day, last_day
FROM entities
WHERE country = :country AND (:kind IS NULL OR kind = :kind)
  AND articles <= :before_articles AND (articles < :before_articles OR id > :after_id)
ORDER BY articles DESC, id LIMIT :limit;
