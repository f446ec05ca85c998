-- Ne değişti: bir günden bu yana yeni olanlar. (What is new since a day: articles, offices, contradictions.)
-- :from is the day; the oldest first.

-- name: any
SELECT * FROM (
    SELECT * FROM (
        SELECT published_from AS day, 'article' AS what, id, coalesce(title, substr(text, 1, 80)) AS text
        FROM articles WHERE published_from BETWEEN :from AND :until ORDER BY published_from LIMIT :limit
    )
    UNION ALL
    SELECT * FROM (
        SELECT terms.first_day, 'office', terms.entity_id, entities.name || ', ' || terms.office || ' (' || terms.country || ')'
        FROM terms JOIN entities ON entities.id = terms.entity_id
        WHERE terms.first_day BETWEEN :from AND :until AND terms.former = 0 ORDER BY terms.first_day LIMIT :limit
    )
    UNION ALL
    SELECT * FROM (
        SELECT day, 'contradiction', id, text FROM contradictions
        WHERE day BETWEEN :from AND :until ORDER BY day LIMIT :limit
    )
) ORDER BY day, what, id LIMIT :limit;

-- name: of
SELECT * FROM (
    SELECT * FROM (
        SELECT party.day AS day, 'statement' AS what, statements.id AS id, statements.content AS text
        FROM statement_parties AS party CROSS JOIN statements ON statements.n = party.n
        WHERE party.party = :of AND party.role = 'speaker' AND party.day BETWEEN :from AND :until
        ORDER BY party.day, party.n LIMIT :limit
    )
    UNION
    SELECT * FROM (
        SELECT party.day, 'event', told.id,
               told.event || ': ' || coalesce(told.actor, '?') || ' → ' || coalesce(told.recipient, '?') || ': ' || told.predicate
        FROM event_parties AS party CROSS JOIN told_events AS told ON told.n = party.n
        WHERE party.party = :of AND party.role = 'actor' AND party.day BETWEEN :from AND :until
        ORDER BY party.day, party.n LIMIT :limit
    )
    UNION
    SELECT * FROM (
        SELECT party.day, 'event', told.id,
               told.event || ': ' || coalesce(told.actor, '?') || ' → ' || coalesce(told.recipient, '?') || ': ' || told.predicate
        FROM event_parties AS party CROSS JOIN told_events AS told ON told.n = party.n
        WHERE party.party = :of AND party.role = 'recipient' AND party.day BETWEEN :from AND :until
        ORDER BY party.day, party.n LIMIT :limit
    )
    UNION
    SELECT first_day, 'office', entity_id, office || ' (' || country || ')'
    FROM terms WHERE entity_id = :of AND first_day BETWEEN :from AND :until AND former = 0
) ORDER BY day, what, id LIMIT :limit;
