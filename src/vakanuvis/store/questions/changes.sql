-- Ne değişti: bir günden bu yana yeni olanlar. (What is new since a day: articles, offices, contradictions.)
-- :from is the day; the oldest first.

-- name: any
SELECT * FROM (
    SELECT articles.published_from AS day, 'article' AS what, articles.id, coalesce(articles.title, substr(articles.text, 1, 80)) AS text
    FROM articles WHERE articles.published_from BETWEEN :from AND :until
    UNION ALL
    SELECT terms.first_day, 'office', terms.entity_id, entities.name || ', ' || terms.office || ' (' || terms.country || ')'
    FROM terms JOIN entities ON entities.id = terms.entity_id
    WHERE terms.first_day BETWEEN :from AND :until AND terms.former = 0
    UNION ALL
    SELECT contradictions.day, 'contradiction', contradictions.id, contradictions.text
    FROM contradictions WHERE contradictions.day BETWEEN :from AND :until
) ORDER BY day, what, id LIMIT :limit;

-- name: of
SELECT * FROM (
    SELECT party.day, 'statement' AS what, statements.id, statements.content AS text
    FROM statement_parties AS party JOIN statements ON statements.n = party.n
    WHERE party.party = :of AND party.role = 'speaker' AND party.day BETWEEN :from AND :until
    UNION ALL
    SELECT party.day, 'event', told.id, told.event || ': ' || coalesce(told.actor, '?') || ' → ' || coalesce(told.recipient, '?') || ': ' || told.predicate
    FROM event_parties AS party JOIN told_events AS told ON told.n = party.n
    WHERE party.party = :of AND party.day BETWEEN :from AND :until
    UNION ALL
    SELECT terms.first_day, 'office', terms.entity_id, terms.office || ' (' || terms.country || ')'
    FROM terms WHERE terms.entity_id = :of AND terms.first_day BETWEEN :from AND :until AND terms.former = 0
) ORDER BY day, what, id LIMIT :limit;
