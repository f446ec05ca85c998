-- İki devletin sayfası. (The page of two states; :one and :other are codes, or ids of states that share a code.)

-- Who says about and does to whom how much, the most first.
-- name: index
SELECT one, other, statements, events, first_day, last_day FROM state_pairs
ORDER BY statements + events DESC, one, other LIMIT :limit OFFSET :offset;
-- name: index_of
SELECT one, other, statements, events, first_day, last_day FROM state_pairs WHERE one = :state OR other = :state
ORDER BY statements + events DESC, one, other LIMIT :limit OFFSET :offset;

-- name: index_count
SELECT count(*) AS count FROM state_pairs;
-- name: index_count_of
SELECT count(*) AS count FROM state_pairs WHERE one = :state OR other = :state;

-- name: states
SELECT value AS code, count AS weight FROM tallies WHERE name = 'state pairs' ORDER BY count DESC, value;

-- name: among
SELECT pairs.one, pairs.other, pairs.statements + pairs.events AS weight
FROM json_each(:codes) AS one CROSS JOIN json_each(:codes) AS other
CROSS JOIN state_pairs AS pairs ON pairs.one = one.value AND pairs.other = other.value;

-- What one says about or to the other, the newest first.
-- name: statements
SELECT told.*, speaker.kind AS speaker_kind, spans.start, spans."end"
FROM statement_dyads AS dyad
CROSS JOIN told_statements AS told ON told.n = dyad.n
LEFT JOIN entities AS speaker ON speaker.id = told.speaker_entity
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'content'
               AND spans.position = 0
WHERE dyad.one = :one AND dyad.other = :other AND dyad.day BETWEEN :first AND :last AND (dyad.day, dyad.n) < (:day, :n)
  AND (told.same_as IS NULL OR told.same_as = told.id OR NOT EXISTS (
      SELECT 1 FROM statements AS whole
      JOIN articles ON articles.id = whole.article_id
      JOIN statement_dyads AS its ON its.one = :one AND its.other = :other
           AND its.day = coalesce(articles.published_from, '') AND its.n = whole.n
      WHERE whole.id = told.same_as))
ORDER BY dyad.day DESC, dyad.n DESC LIMIT :limit;

-- name: statement_count
SELECT count(*) AS count FROM statement_dyads WHERE one = :one AND other = :other AND day BETWEEN :first AND :last;

-- Month and quad class of each event one after the other (`2026-11 1,2026-11 4`): to count them in groups SQLite would
-- sort them. `mutual` ones stand in both directions.
-- name: months
SELECT group_concat(substr(day, 1, 7) || ' ' || coalesce(quad_code, 0)) AS told
FROM event_dyads WHERE one = :one AND other = :other AND status = 'actual';

-- Events of both directions, the newest first.
-- name: events
SELECT told.*, dyad.forth, spans.start, spans."end"
FROM (
    SELECT day, n, 2 * max(forth) + max(back) AS forth FROM (
        SELECT * FROM (
            SELECT day, n, 1 AS forth, 0 AS back FROM event_dyads
            WHERE one = :one AND other = :other AND day BETWEEN :first AND :last AND (day, n) < (:day, :n)
              AND (:event IS NULL OR event = :event) AND (:quad IS NULL OR quad_code = :quad)
            ORDER BY day DESC, n DESC LIMIT :limit
        )
        UNION ALL
        SELECT * FROM (
            SELECT day, n, 0, 1 FROM event_dyads
            WHERE one = :other AND other = :one AND day BETWEEN :first AND :last AND (day, n) < (:day, :n)
              AND (:event IS NULL OR event = :event) AND (:quad IS NULL OR quad_code = :quad)
            ORDER BY day DESC, n DESC LIMIT :limit
        )
    ) GROUP BY day, n ORDER BY day DESC, n DESC LIMIT :limit
) AS dyad
CROSS JOIN told_events AS told ON told.n = dyad.n
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'event'
               AND spans.position = 0
ORDER BY dyad.day DESC, dyad.n DESC;

-- Events by type, from one to the other.
-- name: types
SELECT event, count(*) AS count FROM event_dyads WHERE one = :one AND other = :other GROUP BY event;

-- name: agreements
SELECT agreements.id, agreements.name, agreements.status, agreements.date, articles.id AS article_id,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published, agreed.day, spans.start, spans."end"
FROM (
    SELECT day, n, position, agreement_id FROM agreement_states WHERE one = :one AND other = :other
    ORDER BY day DESC, n DESC, position LIMIT :limit
) AS agreed
CROSS JOIN agreements ON agreements.id = agreed.agreement_id
CROSS JOIN articles ON articles.id = agreements.article_id
LEFT JOIN spans ON spans.article_id = agreements.article_id AND spans.record_id = agreements.id AND spans.slot = 'name'
               AND spans.position = 0
ORDER BY agreed.day DESC, agreed.n DESC, agreed.position;

-- Disagreements about events and statements of either direction.
-- name: contradictions
SELECT contradictions.id, contradictions.kind, contradictions.day, contradictions.text
FROM (
    SELECT day, contradiction_id FROM contradiction_parties WHERE party = :one AND other = :other
    UNION
    SELECT day, contradiction_id FROM contradiction_parties WHERE party = :other AND other = :one
    ORDER BY day DESC, contradiction_id LIMIT :limit
) AS found
JOIN contradictions ON contradictions.id = found.contradiction_id
ORDER BY found.day DESC, found.contradiction_id;

-- Codes of bodies of states (EUR) have no entity of their own.
-- name: sides
SELECT id FROM entities WHERE id IN (:one, :other) AND kind = 'country'
UNION SELECT one FROM state_pairs WHERE one = :one
UNION SELECT one FROM state_pairs WHERE one = :other;

-- States that share a code with one of the two.
-- name: namesakes
SELECT id, name, country FROM entities
WHERE country IN (substr(:one, 1, 3), substr(:other, 1, 3)) AND kind = 'country' AND id NOT IN (:one, :other)
ORDER BY id;
