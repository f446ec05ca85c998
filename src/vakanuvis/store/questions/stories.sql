-- Aynı haber: kaç gazete, kaç ayrı kaynak. (One story in several papers, and how many independent originators.)

-- name: any
SELECT clusters.*, articles.title AS headline FROM clusters JOIN articles ON articles.id = clusters.fullest
WHERE clusters.day BETWEEN :from AND :until
  AND clusters.articles <= :before_articles AND (clusters.articles < :before_articles OR clusters.id > :after_id)
ORDER BY clusters.articles DESC, clusters.id LIMIT :limit;
