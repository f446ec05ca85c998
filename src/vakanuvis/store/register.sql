-- What the whole book knows about one article; empty where nothing was concluded yet.

-- name: identities
SELECT actors.id AS actor_id, entities.id, entities.kind, entities.name, entities.country, entities.sector
FROM actors
JOIN observations ON observations.id = actors.observation
JOIN entities ON entities.id = observations.entity_id
WHERE actors.article_id = :article;

-- name: reports
SELECT events.id AS event_id, mine.fullest,
       count(DISTINCT others.article_id) AS articles,
       count(DISTINCT coalesce(articles.outlet, articles.source, articles.id)) AS outlets,
       count(DISTINCT others.id) + count(spans.position) AS mentions,
       min(CASE WHEN articles.published_from = articles.published_until THEN articles.published_from END) AS first_day
FROM events
JOIN reports AS mine ON mine.event_id = events.id
JOIN reports AS theirs ON theirs.fullest = mine.fullest
JOIN events AS others ON others.id = theirs.event_id
JOIN articles ON articles.id = others.article_id
LEFT JOIN spans
  ON spans.article_id = others.article_id AND spans.record_id = others.id AND spans.slot = 'mention'
WHERE events.article_id = :article
GROUP BY events.id, mine.fullest;

-- name: article
SELECT articles.outlet, cluster_articles.cluster_id
FROM articles LEFT JOIN cluster_articles ON cluster_articles.article_id = articles.id
WHERE articles.id = :article;
