-- Aynı haberin öbür yazılışları. (The other articles that tell the story of an article, the fullest first.)

-- name: article
SELECT members.article_id, members.relation, members.similarity, members.cluster_id, articles.title AS headline,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published, originators.name AS originator
FROM cluster_articles AS mine
JOIN cluster_articles AS members ON members.cluster_id = mine.cluster_id
JOIN articles ON articles.id = members.article_id
LEFT JOIN originators ON originators.article_id = members.article_id
WHERE mine.article_id = :article
ORDER BY members.relation = 'fullest' DESC, articles.published_from, members.article_id LIMIT :limit;
