-- Olaylar: kim kime ne yaptı. (Who did what to whom.)
-- One row per event, the newest first. :event is a PLOVER type, :status actual, planned, negated, hypothetical, historical.

-- name: of
SELECT told.* FROM event_parties AS party CROSS JOIN told_events AS told ON told.n = party.n
WHERE party.party = :of AND party.role = 'actor'
  AND party.day BETWEEN :from AND :until AND (party.day, party.n) < (:before_day, :before_n)
  AND (:event IS NULL OR party.event = :event) AND (:status IS NULL OR party.status = :status)
ORDER BY party.day DESC, party.n DESC LIMIT :limit;

-- name: to
SELECT told.* FROM event_parties AS party CROSS JOIN told_events AS told ON told.n = party.n
WHERE party.party = :to AND party.role = 'recipient'
  AND party.day BETWEEN :from AND :until AND (party.day, party.n) < (:before_day, :before_n)
  AND (:event IS NULL OR party.event = :event) AND (:status IS NULL OR party.status = :status)
ORDER BY party.day DESC, party.n DESC LIMIT :limit;

-- States only; events that both do together are among them.
-- name: of to
SELECT told.* FROM event_dyads AS dyad CROSS JOIN told_events AS told ON told.n = dyad.n
WHERE dyad.one = :of AND dyad.other = :to
  AND dyad.day BETWEEN :from AND :until AND (dyad.day, dyad.n) < (:before_day, :before_n)
  AND (:event IS NULL OR dyad.event = :event) AND (:status IS NULL OR dyad.status = :status)
ORDER BY dyad.day DESC, dyad.n DESC LIMIT :limit;

-- name: event
SELECT told.* FROM events AS wanted INDEXED BY events_by_type CROSS JOIN told_events AS told ON told.n = wanted.n
WHERE wanted.event = :event AND coalesce(wanted.date_from, '') BETWEEN :from AND :until
  AND (wanted.date_from, wanted.n) < (:before_day, :before_n)
  AND (:status IS NULL OR told.status = :status)
ORDER BY wanted.date_from DESC, wanted.n DESC LIMIT :limit;
