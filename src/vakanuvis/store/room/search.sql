-- Arama sayfası: sözcüğü geçenler, sonra görünen satırlar. (The search page: who holds the words, then the rows shown.)

-- Numbers come as one text, `12,7,3`: tens of thousands of rows one by one take twice as long. Of those above :after.
-- name: articles_with
SELECT group_concat(n) FROM (
    SELECT rowid AS n FROM article_search WHERE article_search MATCH :words AND rowid > :after
    ORDER BY rowid DESC LIMIT :limit
);

-- name: statements_with
SELECT group_concat(n) FROM (
    SELECT rowid AS n FROM statement_search WHERE statement_search MATCH :words AND rowid > :after
    ORDER BY rowid DESC LIMIT :limit
);

-- The same, the most relevant first, from the number :oldest on: what each word's rareness and each text's length say
-- (BM25) is reckoned for every row that holds the words. A word of the title counts as five of the text.
-- name: articles_ranked
SELECT group_concat(n) FROM (
    SELECT rowid AS n FROM article_search WHERE article_search MATCH :words AND rowid >= :oldest
    ORDER BY bm25(article_search, 5.0, 1.0, 1.0), rowid DESC
);

-- name: statements_ranked
SELECT group_concat(n) FROM (
    SELECT rowid AS n FROM statement_search WHERE statement_search MATCH :words AND rowid >= :oldest
    ORDER BY bm25(statement_search), rowid DESC
);

-- name: articles_of
SELECT group_concat(DISTINCT articles.n)
FROM observations
JOIN actors ON actors.observation = observations.id
JOIN articles ON articles.id = actors.article_id
WHERE observations.entity_id = :party;

-- name: statements_of
SELECT group_concat(n) FROM statement_parties WHERE party = :party AND role = 'speaker';

-- name: party
SELECT id, kind, name FROM entities WHERE id = :party;

-- name: articles
SELECT articles.n, articles.id, articles.title, articles.published, articles.published_from AS day, articles.outlet,
       articles.url, articles.dateline, substr(articles.text, articles.body + 1, :longest) AS beginning,
       (SELECT count(*) FROM statements WHERE statements.article_id = articles.id) AS statements,
       (SELECT count(*) FROM events WHERE events.article_id = articles.id) AS events
FROM json_each(:numbers) AS wanted JOIN articles ON articles.n = wanted.value ORDER BY wanted.key;

-- name: statements
SELECT statements.n, statements.id, statements.kind, statements.content, statements.cue, statements.negated,
       speaker.name AS speaker, speaker.country, entities.id AS speaker_entity, entities.kind AS speaker_kind,
       (SELECT titles.text FROM titles WHERE titles.actor_id = speaker.id ORDER BY titles.position LIMIT 1) AS office,
       articles.id AS article_id, articles.title, substr(articles.text, articles.body + 1, :longest) AS beginning, articles.published,
       articles.published_from AS day, articles.outlet
FROM json_each(:numbers) AS wanted
JOIN statements ON statements.n = wanted.value
JOIN articles ON articles.id = statements.article_id
LEFT JOIN actors AS speaker ON speaker.id = statements.speaker
LEFT JOIN observations ON observations.id = speaker.observation
LEFT JOIN entities ON entities.id = observations.entity_id
ORDER BY wanted.key;

-- What the preview shows: the text and, of a statement, where its words stand in it; then what was read of the article.
-- name: preview_of_articles
SELECT articles.id AS article_id, articles.title, articles.published, articles.outlet,
       substr(articles.text, articles.body + 1, :longest) AS beginning, NULL AS start, NULL AS "end"
FROM articles WHERE articles.id = :id;

-- name: preview_of_statements
SELECT articles.id AS article_id, articles.title, articles.published, articles.outlet,
       substr(articles.text, articles.body + 1, :longest) AS beginning,
       spans.start - articles.body AS start, spans."end" - articles.body AS "end"
FROM statements
JOIN articles ON articles.id = statements.article_id
JOIN spans ON spans.article_id = articles.id AND spans.record_id = statements.id AND spans.slot = 'content'
          AND spans.position = 0
WHERE statements.id = :id;

-- name: preview_records
SELECT statements.id, statements.content, speaker.name AS speaker
FROM statements LEFT JOIN actors AS speaker ON speaker.id = statements.speaker
WHERE statements.article_id = :article ORDER BY statements.n LIMIT :limit;
