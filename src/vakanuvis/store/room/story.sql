-- Bir haber kümesinin sayfası. (The page of a story: the articles that tell it.)

-- name: head
SELECT id, fullest, day, articles, originators FROM clusters WHERE id = :id;

-- name: articles
SELECT members.article_id AS id, members.relation, members.similarity, articles.title,
       substr(articles.text, articles.body + 1, 400) AS beginning, coalesce(articles.outlet, articles.source) AS outlet,
       articles.published, originators.name AS originator, originators.start AS originator_start,
       originators."end" AS originator_end,
       (SELECT count(*) FROM statements WHERE statements.article_id = articles.id) AS statements,
       (SELECT count(*) FROM events WHERE events.article_id = articles.id) AS events
FROM cluster_articles AS members
JOIN articles ON articles.id = members.article_id
LEFT JOIN originators ON originators.article_id = members.article_id
WHERE members.cluster_id = :id
ORDER BY members.relation = 'fullest' DESC, articles.published_from, articles.n LIMIT :limit;

-- Relations that were found between two of its articles.
-- name: relations
SELECT relations.one, relations.other, relations.kind, relations.similarity, relations.because
FROM cluster_articles AS members
JOIN story_relations AS relations ON relations.one = members.article_id
WHERE members.cluster_id = :id ORDER BY relations.similarity DESC LIMIT :limit;

-- name: text
SELECT articles.id, articles.body, articles.text FROM cluster_articles AS members
JOIN articles ON articles.id = members.article_id
WHERE members.cluster_id = :id AND members.article_id = :article;

-- Events and statements of the story's articles, with the fullest report of each.
-- name: events
SELECT told.*, spans.start, spans."end"
FROM cluster_articles AS members
JOIN events ON events.article_id = members.article_id
CROSS JOIN told_events AS told ON told.n = events.n
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'event'
               AND spans.position = 0
WHERE members.cluster_id = :id
ORDER BY members.relation = 'fullest' DESC, members.article_id, events.position LIMIT :limit;

-- name: statements
SELECT told.*, spans.start, spans."end"
FROM cluster_articles AS members
JOIN statements ON statements.article_id = members.article_id
CROSS JOIN told_statements AS told ON told.n = statements.n
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'content'
               AND spans.position = 0
WHERE members.cluster_id = :id
ORDER BY members.relation = 'fullest' DESC, members.article_id, statements.position LIMIT :limit;

-- name: contradictions
SELECT DISTINCT contradictions.id, contradictions.kind, contradictions.day, contradictions.text
FROM cluster_articles AS members
JOIN contradiction_sides AS sides ON sides.article_id = members.article_id
JOIN contradictions ON contradictions.id = sides.contradiction_id
WHERE members.cluster_id = :id
ORDER BY contradictions.kind, contradictions.id LIMIT :limit;
