-- Anlaşmalar: taraflar, imza, durum. (Agreements: parties, signature, status.)

-- name: of
SELECT told.id, told.name, told.status, told.date,
       (SELECT group_concat(country, ', ') FROM agreement_parties WHERE agreement_id = told.id) AS parties,
       told.article_id, told.headline, told.outlet, told.url, told.published, told.day
FROM (
    SELECT agreements.id, agreements.name, agreements.status, agreements.date, articles.id AS article_id,
           articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet, articles.url,
           articles.published, coalesce(articles.published_from, '') AS day
    FROM agreement_parties AS party
    JOIN agreements ON agreements.id = party.agreement_id
    JOIN articles ON articles.id = agreements.article_id
    WHERE party.country = :of AND day BETWEEN :from AND :until
      AND day <= :before_day AND (day < :before_day OR agreements.id > :after_id)
    ORDER BY day DESC, agreements.id LIMIT :limit
) AS told
ORDER BY told.day DESC, told.id;

-- name: of with
SELECT agreements.id, agreements.name, agreements.status, agreements.date,
       (SELECT group_concat(country, ', ') FROM agreement_parties WHERE agreement_id = agreements.id) AS parties,
       articles.id AS article_id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, coalesce(articles.published_from, '') AS day
FROM agreement_parties AS party
JOIN agreement_parties AS other ON other.agreement_id = party.agreement_id AND other.country = :with
JOIN agreements ON agreements.id = party.agreement_id
JOIN articles ON articles.id = agreements.article_id
WHERE party.country = :of AND day BETWEEN :from AND :until
  AND day <= :before_day AND (day < :before_day OR agreements.id > :after_id)
ORDER BY day DESC, agreements.id LIMIT :limit;
