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
SELECT told.* FROM event_parties AS party CROSS JOIN told_events AS told ON told.n = party.n
WHERE party.party = :of AND told.event = 'CONSULT'
  AND party.day BETWEEN :from AND :until AND (party.day, party.n) < (:before_day, :before_n)
  AND (:status IS NULL OR told.status = :status)
ORDER BY party.day DESC, party.n DESC LIMIT :limit;
