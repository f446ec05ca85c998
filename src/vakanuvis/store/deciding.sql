-- Decisions of people, and what is left for them to decide.

-- name: insert_decision
INSERT INTO decisions (made_at, by, subject, one, other, verdict, slot, value, note, undoes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: decision
SELECT * FROM decisions WHERE n = ?;

-- name: standing
SELECT * FROM decisions
WHERE verdict <> 'undo' AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)
ORDER BY n DESC;

-- name: standing_on
SELECT * FROM decisions
WHERE one = ? AND verdict <> 'undo' AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)
ORDER BY n;

-- Pairs that the rules leave open and nobody decided about, those that decide about most articles first.
-- name: unsure
SELECT sameness.one, sameness.other, sameness.because,
       one.name AS one_name, one.country AS one_country, one.articles AS one_articles,
       other.name AS other_name, other.country AS other_country, other.articles AS other_articles
FROM sameness
JOIN observations AS one ON one.id = sameness.one
JOIN observations AS other ON other.id = sameness.other
WHERE sameness.verdict = 'unsure' AND sameness.by = 'rule'
  AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.one = sameness.one AND decisions.other = sameness.other
                  AND verdict <> 'undo' AND n NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL))
ORDER BY min(one.articles, other.articles) DESC, one_articles + other_articles DESC, sameness.one, sameness.other
LIMIT ?;

-- name: offices
SELECT titles.text, count(*) AS articles, min(articles.published) AS first, max(articles.published) AS last
FROM actors JOIN titles ON titles.actor_id = actors.id JOIN articles ON articles.id = actors.article_id
WHERE actors.observation = ? GROUP BY titles.text ORDER BY articles DESC, titles.text LIMIT 5;

-- name: examples
SELECT articles.id AS article_id, articles.published, coalesce(articles.outlet, articles.source) AS outlet,
       spans.start, spans."end",
       substr(articles.text, max(1, spans.start - 59), min(60, spans.start)) AS before,
       substr(articles.text, spans.start + 1, spans."end" - spans.start) AS letters,
       substr(articles.text, spans."end" + 1, 60) AS after
FROM actors
JOIN articles ON articles.id = actors.article_id
JOIN spans ON spans.article_id = actors.article_id AND spans.record_id = actors.id AND spans.slot = 'mention'
  AND spans.position = 0
WHERE actors.observation = ? ORDER BY articles.published_from DESC, articles.id LIMIT 3;
