-- Ne değişti: bir günden bu yana yeni olanlar. (What is new since a day: articles, offices, contradictions.)
-- :from is the day; the oldest first.

-- name: any
SELECT * FROM (
    SELECT * FROM (
        SELECT published_from AS day, 'article' AS what, id, coalesce(title, substr(text, 1, 80)) AS text
        FROM articles
        WHERE published_from BETWEEN max(:from, :after_day) AND :until
          AND (published_from, 'article', id) > (:after_day, :after_what, :after_id)
        ORDER BY published_from, id LIMIT :limit
    )
    UNION ALL
    SELECT * FROM (
        SELECT terms.first_day, 'office', terms.entity_id,
               entities.name || ', ' || group_concat(terms.office || ' (' || terms.country || ')', ', ')
        FROM terms JOIN entities ON entities.id = terms.entity_id
        WHERE terms.first_day BETWEEN max(:from, :after_day) AND :until AND terms.former = 0
          AND (terms.first_day, 'office', terms.entity_id) > (:after_day, :after_what, :after_id)
        GROUP BY terms.first_day, terms.entity_id ORDER BY terms.first_day, terms.entity_id LIMIT :limit
    )
    UNION ALL
    SELECT * FROM (
        SELECT day, 'contradiction', id, text FROM contradictions
        WHERE day BETWEEN max(:from, :after_day) AND :until
          AND (day, 'contradiction', id) > (:after_day, :after_what, :after_id)
        ORDER BY day, id LIMIT :limit
    )
) ORDER BY day, what, id LIMIT :limit;

-- name: of
SELECT * FROM (
    SELECT * FROM (
        SELECT party.day AS day, 'statement' AS what, statements.id AS id, statements.content AS text
        FROM statement_parties AS party CROSS JOIN statements ON statements.n = party.n
        WHERE party.party = :of AND party.role = 'speaker' AND party.day BETWEEN max(:from, :after_day) AND :until
          AND (party.day, 'statement', statements.id) > (:after_day, :after_what, :after_id)
        ORDER BY party.day, statements.id LIMIT :limit
    )
    UNION
    SELECT * FROM (
        SELECT party.day, 'event', told.id,
               told.event || ': ' || coalesce(told.actor, '?') || ' → ' || coalesce(told.recipient, '?') || ': ' || told.predicate
        FROM event_parties AS party CROSS JOIN told_events AS told ON told.n = party.n
        WHERE party.party = :of AND party.role = 'actor' AND party.day BETWEEN max(:from, :after_day) AND :until
          AND (party.day, 'event', told.id) > (:after_day, :after_what, :after_id)
        ORDER BY party.day, told.id LIMIT :limit
    )
    UNION
    SELECT * FROM (
        SELECT party.day, 'event', told.id,
               told.event || ': ' || coalesce(told.actor, '?') || ' → ' || coalesce(told.recipient, '?') || ': ' || told.predicate
        FROM event_parties AS party CROSS JOIN told_events AS told ON told.n = party.n
        WHERE party.party = :of AND party.role = 'recipient' AND party.day BETWEEN max(:from, :after_day) AND :until
          AND (party.day, 'event', told.id) > (:after_day, :after_what, :after_id)
        ORDER BY party.day, told.id LIMIT :limit
    )
    UNION
    SELECT first_day, 'office', entity_id, group_concat(office || ' (' || country || ')', ', ')
    FROM terms
    WHERE entity_id = :of AND first_day BETWEEN :from AND :until AND former = 0
      AND (first_day, 'office', entity_id) > (:after_day, :after_what, :after_id)
    GROUP BY first_day
) ORDER BY day, what, id LIMIT :limit;
