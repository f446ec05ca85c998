-- Bir haberin sayfası. (The page of an article.)

-- name: head
SELECT articles.id, articles.given_id, articles.outlet, articles.source, articles.author, articles.sha256,
       articles.found_at, articles.original, articles.body, articles.dateline, articles.dateline_country,
       readers.version, readers.lexicon, readers.model
FROM articles JOIN readers ON readers.id = articles.reader
WHERE articles.id = :id;

-- name: entities
SELECT actors.id AS actor, entities.id, entities.kind
FROM actors
JOIN observations ON observations.id = actors.observation
JOIN entities ON entities.id = observations.entity_id
WHERE actors.article_id = :id;

-- Who else tells this story.
-- name: story
SELECT other.cluster_id, other.relation, other.similarity, articles.id, articles.title, articles.published,
       substr(articles.text, articles.body + 1, 400) AS beginning, coalesce(articles.outlet, articles.source) AS outlet
FROM cluster_articles AS this
JOIN cluster_articles AS other ON other.cluster_id = this.cluster_id AND other.article_id <> this.article_id
JOIN articles ON articles.id = other.article_id
WHERE this.article_id = :id
ORDER BY articles.published_from, articles.n LIMIT :limit;

-- Where this article disagrees with another one, or with what is known.
-- name: contradictions
SELECT DISTINCT contradictions.id, contradictions.kind, contradictions.day, contradictions.text
FROM contradiction_sides JOIN contradictions ON contradictions.id = contradiction_sides.contradiction_id
WHERE contradiction_sides.article_id = :id
ORDER BY contradictions.id LIMIT :limit;

-- Letters that contradictions and the credit of an agency point at.
-- name: pointed_at
SELECT contradiction_id AS record, 'disputed' AS name, start, "end" FROM contradiction_sides
WHERE article_id = :id AND start IS NOT NULL
UNION
SELECT article_id, 'credit', start, "end" FROM originators WHERE article_id = :id AND start IS NOT NULL;

-- name: text
SELECT id, text, sha256, (SELECT count(*) FROM spans WHERE spans.article_id = articles.id) AS spans
FROM articles WHERE id = :id;
