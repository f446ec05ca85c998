-- Çelişkiler: liste ve tek bir çelişkinin sayfası. (Contradictions: the list, and the page of one.)

-- name: newest
SELECT id, kind, day, text FROM contradictions
WHERE (day, id) < (:day, :id) ORDER BY day DESC, id DESC LIMIT :limit;

-- name: newest_of_kind
SELECT id, kind, day, text FROM contradictions
WHERE kind = :kind AND (day, id) < (:day, :id) ORDER BY day DESC, id DESC LIMIT :limit;

-- name: kinds
SELECT value AS kind, count FROM tallies WHERE name = 'contradictions' ORDER BY count DESC, value;

-- name: sides_of
SELECT sides.contradiction_id, sides.value, coalesce(articles.outlet, articles.source) AS outlet, sides.known_at,
       sides.article_id, sides.start, sides."end"
FROM json_each(:ids) AS wanted
JOIN contradiction_sides AS sides ON sides.contradiction_id = wanted.value
LEFT JOIN articles ON articles.id = sides.article_id
ORDER BY wanted.key, sides.position;

-- name: head
SELECT id, kind, subject, cluster_id, day, text, because FROM contradictions WHERE id = :id;

-- All that is disputed of the same subject: the rows of the page.
-- name: disputes
SELECT id, kind, day, text, because FROM contradictions
WHERE id = :id OR (subject = :subject AND cluster_id IS :cluster)
ORDER BY id <> :id, kind, id LIMIT :limit;

-- name: sides
SELECT sides.contradiction_id, sides.position, sides.value, sides.article_id, sides.record_id, sides.start, sides."end",
       sides.known_at, sides.source AS source, coalesce(articles.outlet, articles.source) AS outlet, articles.published,
       articles.title, originators.name AS originator,
       substr(articles.text, max(sides.start - 120, 0) + 1, min(sides.start, 120)) AS before,
       substr(articles.text, sides.start + 1, sides."end" - sides.start) AS letters,
       substr(articles.text, sides."end" + 1, 120) AS after
FROM json_each(:ids) AS wanted
JOIN contradiction_sides AS sides ON sides.contradiction_id = wanted.value
LEFT JOIN articles ON articles.id = sides.article_id
LEFT JOIN originators ON originators.article_id = sides.article_id
ORDER BY wanted.key, sides.position;

-- name: subject_statement
SELECT told.id, told.content AS letters, told.speaker AS who, told.article_id, spans.start, spans."end"
FROM told_statements AS told
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'content'
               AND spans.position = 0
WHERE told.id = :subject;

-- name: subject_event
SELECT told.id, told.event, told.mode, told.predicate AS letters, told.actor AS who, told.recipient, told.article_id,
       spans.start, spans."end"
FROM told_events AS told
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'event'
               AND spans.position = 0
WHERE told.id = :subject;

-- name: subject_entity
SELECT id, kind, name, country FROM entities WHERE id = :subject;

-- name: members
SELECT members.article_id, members.relation, coalesce(articles.outlet, articles.source) AS outlet, articles.published,
       originators.name AS originator
FROM cluster_articles AS members
JOIN articles ON articles.id = members.article_id
LEFT JOIN originators ON originators.article_id = members.article_id
WHERE members.cluster_id = :cluster
ORDER BY articles.published_from, articles.n LIMIT :limit;
