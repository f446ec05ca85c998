-- Çelişkiler: haberler nerede ayrılıyor. (Where articles disagree.)
-- :kind is title, number, date, place, who or wording. One row per side.

-- name: any
SELECT contradictions.id, contradictions.kind, contradictions.day, contradictions.text, contradictions.subject,
       sides.position, sides.value, sides.article_id, sides.start, sides."end", sides.known_at, sides.source AS source,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published
FROM (
    SELECT * FROM contradictions
    WHERE (:kind IS NULL OR kind = :kind) AND day BETWEEN :from AND :until
      AND day <= :before_day AND (day < :before_day OR id > :after_id)
    ORDER BY day DESC, id LIMIT :limit
) AS contradictions
JOIN contradiction_sides AS sides ON sides.contradiction_id = contradictions.id
LEFT JOIN articles ON articles.id = sides.article_id
ORDER BY contradictions.day DESC, contradictions.id, sides.position;

-- name: of
SELECT contradictions.id, contradictions.kind, contradictions.day, contradictions.text, contradictions.subject,
       sides.position, sides.value, sides.article_id, sides.start, sides."end", sides.known_at, sides.source AS source,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published
FROM (
    SELECT * FROM contradictions
    WHERE subject = :of AND (:kind IS NULL OR kind = :kind) AND day BETWEEN :from AND :until
      AND day <= :before_day AND (day < :before_day OR id > :after_id)
    ORDER BY day DESC, id LIMIT :limit
) AS contradictions
JOIN contradiction_sides AS sides ON sides.contradiction_id = contradictions.id
LEFT JOIN articles ON articles.id = sides.article_id
ORDER BY contradictions.day DESC, contradictions.id, sides.position;
