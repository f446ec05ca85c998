-- Görüşmeler: iki devletin görüşme ve ziyaretleri. (Meetings, calls and visits of two states.)
-- Whoever went to whom: the newest first.

-- name: of with
SELECT told.* FROM (
    SELECT day, n FROM event_dyads
    WHERE one = :of AND other = :with AND event = 'CONSULT'
    UNION
    SELECT day, n FROM event_dyads
    WHERE one = :with AND other = :of AND event = 'CONSULT'
) AS dyad
CROSS JOIN told_events AS told ON told.n = dyad.n
WHERE dyad.day BETWEEN :from AND :until AND (dyad.day, dyad.n) < (:before_day, :before_n)
  AND (:status IS NULL OR told.status = :status)
ORDER BY dyad.day DESC, dyad.n DESC LIMIT :limit;

-- name: of
SELECT told.* FROM (
    SELECT * FROM (
        SELECT day, n FROM event_parties
        WHERE party = :of AND role = 'actor' AND event = 'CONSULT'
          AND day BETWEEN :from AND :until AND (day, n) < (:before_day, :before_n) AND (:status IS NULL OR status = :status)
        ORDER BY day DESC, n DESC LIMIT :limit
    )
    UNION
    SELECT * FROM (
        SELECT day, n FROM event_parties
        WHERE party = :of AND role = 'recipient' AND event = 'CONSULT'
          AND day BETWEEN :from AND :until AND (day, n) < (:before_day, :before_n) AND (:status IS NULL OR status = :status)
        ORDER BY day DESC, n DESC LIMIT :limit
    )
) AS party
CROSS JOIN told_events AS told ON told.n = party.n
ORDER BY party.day DESC, party.n DESC LIMIT :limit;
