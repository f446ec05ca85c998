-- Arama sayfasının raflara ayırdıkları. (What the search page sorts articles and statements by.)
-- Every question takes :after, the last number that was seen: facts are only added, so that only the new ones are read.
-- The day is 0 where none is known, else 20261123 for 23 November 2026.

-- name: newest_articles
SELECT coalesce(max(n), 0) AS n FROM articles;
-- name: newest_statements
SELECT coalesce(max(n), 0) AS n FROM statements;
-- name: conclusions
SELECT count FROM tallies WHERE name = 'conclusions' AND value = '';

-- name: article_days
-- The index holds all that is asked: the articles with their texts are left alone.
SELECT n, CAST(replace(coalesce(published_from, '0'), '-', '') AS INTEGER) AS day
FROM articles INDEXED BY articles_by_number WHERE n > :after;
-- name: article_outlets
SELECT n, outlet AS value FROM articles INDEXED BY articles_by_number WHERE n > :after AND outlet IS NOT NULL;
-- name: article_states
SELECT articles.n, actors.country AS value
FROM articles CROSS JOIN actors ON actors.article_id = articles.id
WHERE articles.n > :after AND actors.kind = 'country' AND actors.country IS NOT NULL;
-- name: article_events
SELECT articles.n, events.event AS value
FROM articles CROSS JOIN events ON events.article_id = articles.id WHERE articles.n > :after;
-- name: article_kinds
SELECT articles.n, statements.kind AS value
FROM articles CROSS JOIN statements ON statements.article_id = articles.id WHERE articles.n > :after;
-- name: article_contradictions
SELECT DISTINCT articles.n, contradictions.kind AS value
FROM contradiction_sides
JOIN contradictions ON contradictions.id = contradiction_sides.contradiction_id
JOIN articles ON articles.id = contradiction_sides.article_id
WHERE articles.n > :after;

-- name: statement_articles
SELECT statements.n, articles.n AS article
FROM statements CROSS JOIN articles ON articles.id = statements.article_id WHERE statements.n > :after;
-- name: statement_kinds
SELECT n, kind AS value FROM statements WHERE n > :after;
-- name: statement_speakers
SELECT statements.n, actors.country AS value
FROM statements JOIN actors ON actors.id = statements.speaker
WHERE statements.n > :after AND actors.country IS NOT NULL;

-- name: event_days
-- The first day that its own date allows. Of all events the index holds what is asked; of the newest few their rows do.
SELECT n, CAST(replace(coalesce(date_from, '0'), '-', '') AS INTEGER) AS day
FROM events INDEXED BY events_by_day WHERE :after < 0
UNION ALL
SELECT n, CAST(replace(coalesce(date_from, '0'), '-', '') AS INTEGER)
FROM events WHERE :after >= 0 AND n > :after;
-- Type, class, status, basis of the date, and how much of the date is known: its day, its month, its year, or less.
-- name: event_aspects
SELECT n, event || '|' || coalesce(quad_code, '') || '|' || status || '|' || date_basis || '|' || CASE
    WHEN date_from IS NULL THEN ''
    WHEN date_from = date_until THEN 'day'
    WHEN substr(date_from, 1, 7) = substr(date_until, 1, 7) THEN 'month'
    WHEN substr(date_from, 1, 4) = substr(date_until, 1, 4) THEN 'year'
    ELSE 'wide' END AS value
FROM events WHERE n > :after;
-- Place and state, and where the article's reader found it on the map: 'Bükreş|ROU|44.432|26.106'; of a state alone,
-- and of a place that no gazetteer knows, the last two are empty.
-- name: event_places
SELECT n, location || '|' || coalesce(location_country, '') || '|' || coalesce(
    (SELECT latitude || '|' || longitude FROM places
     WHERE places.article_id = events.article_id AND places.name = events.location
       AND places.country IS events.location_country AND latitude IS NOT NULL LIMIT 1), '|') AS value
FROM events WHERE n > :after AND location IS NOT NULL;
