-- Anlaşmalar: taraflar, imza, durum. (Agreements: parties, signature, status.)

-- name: of
SELECT agreements.id, agreements.name, agreements.status, agreements.date,
       (SELECT group_concat(country, ', ') FROM agreement_parties WHERE agreement_id = agreements.id) AS parties,
       articles.id AS article_id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, told.day
FROM (
    SELECT day, agreement_id FROM agreement_states
    WHERE one = :of AND other = '' AND day BETWEEN :from AND :until
      AND day <= :before_day AND (day < :before_day OR agreement_id > :after_id)
    ORDER BY day DESC, agreement_id LIMIT :limit
) AS told
CROSS JOIN agreements ON agreements.id = told.agreement_id
CROSS JOIN articles ON articles.id = agreements.article_id
ORDER BY told.day DESC, told.agreement_id;

-- name: of with
SELECT agreements.id, agreements.name, agreements.status, agreements.date,
       (SELECT group_concat(country, ', ') FROM agreement_parties WHERE agreement_id = agreements.id) AS parties,
       articles.id AS article_id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, told.day
FROM (
    SELECT day, agreement_id FROM agreement_states
    WHERE one = :of AND other = :with AND day BETWEEN :from AND :until
      AND day <= :before_day AND (day < :before_day OR agreement_id > :after_id)
    ORDER BY day DESC, agreement_id LIMIT :limit
) AS told
CROSS JOIN agreements ON agreements.id = told.agreement_id
CROSS JOIN articles ON articles.id = agreements.article_id
ORDER BY told.day DESC, told.agreement_id;
