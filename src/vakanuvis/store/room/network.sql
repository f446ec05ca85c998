-- İlişki ağı: kim kiminle, ne türden, kaç kayıtla. (The network: who with whom, of what kind, in how many records.)
-- :first and :last are ISO days; '' and '9999' leave them open, and then records without a day count too.

-- Pairs of states that may have records of these days, those with most records first.
-- name: state_pairs
SELECT one, other FROM state_pairs WHERE last_day >= :first AND first_day <= :last
ORDER BY statements + events DESC, one, other LIMIT :limit;
-- name: state_pairs_of
SELECT one, other FROM state_pairs WHERE (one = :party OR other = :party) AND last_day >= :first AND first_day <= :last
ORDER BY statements + events DESC, one, other LIMIT :limit;

-- What these pairs have of all days: `{"ACCUSE":2,"CONSULT":1}`, one row for each pair.
-- name: state_ties
SELECT value ->> 0 AS one, value ->> 1 AS other,
       (SELECT json_group_object(ties.event, ties.count) FROM state_ties AS ties
        WHERE ties.one = value ->> 0 AND ties.other = value ->> 1) AS counts
FROM json_each(:pairs);

-- What these pairs have of some days: how many statements, and their events one after the other
-- (`ACCUSE,CONSULT,ACCUSE`): to count them in groups SQLite would sort them, which takes five times as long. Where two
-- act together an event stands both ways: it counts once.
-- name: state_ties_between
SELECT value ->> 0 AS one, value ->> 1 AS other,
       (SELECT count(*) FROM statement_dyads AS dyad
        WHERE dyad.one = value ->> 0 AND dyad.other = value ->> 1 AND dyad.day BETWEEN :first AND :last) AS said,
       (SELECT group_concat(dyad.event) FROM event_dyads AS dyad
        WHERE dyad.one = value ->> 0 AND dyad.other = value ->> 1 AND dyad.day BETWEEN :first AND :last
          AND dyad.status = 'actual' AND (dyad.mutual = 0 OR dyad.one < dyad.other)) AS done
FROM json_each(:pairs);

-- The people of a state that most articles name.
-- name: people_of
SELECT id FROM entities WHERE country = :party AND kind = 'person' ORDER BY articles DESC, id LIMIT :limit;

-- Of whom these people speak, or to whom; only of states and people.
-- name: spoken_of
SELECT wanted.value AS one, dyad.other, 'SAY' AS event, count(*) AS count
FROM json_each(:parties) AS wanted
CROSS JOIN statement_dyads AS dyad ON dyad.one = wanted.value
JOIN entities ON entities.id = dyad.other AND entities.kind IN ('country', 'person')
WHERE dyad.day BETWEEN :first AND :last
GROUP BY 1, 2 ORDER BY count DESC, 1, 2 LIMIT :limit;

-- Who speaks of a party: its last :most records are looked at.
-- name: speakers_about
SELECT observations.entity_id AS one, :party AS other, 'SAY' AS event, count(*) AS count
FROM (SELECT DISTINCT n FROM statement_parties
      WHERE party = :party AND role IN ('about', 'addressee') AND day BETWEEN :first AND :last
      ORDER BY day DESC, n DESC LIMIT :most) AS told
JOIN statements ON statements.n = told.n
JOIN actors ON actors.id = statements.speaker
JOIN observations ON observations.id = actors.observation
WHERE observations.entity_id <> :party AND observations.kind IN ('country', 'person')
GROUP BY 1 ORDER BY count DESC, 1 LIMIT :limit;

-- With whom a party takes part in events: its last :most records are looked at.
-- name: partners
SELECT iif(done.role = 'actor' OR event_actors.role = 'recipient', :party, observations.entity_id) AS one,
       iif(done.role = 'actor' OR event_actors.role = 'recipient', observations.entity_id, :party) AS other,
       done.event, count(DISTINCT done.n) AS count
FROM (SELECT n, role, event FROM event_parties
      WHERE party = :party AND role IN ('actor', 'recipient') AND day BETWEEN :first AND :last AND status = 'actual'
      ORDER BY day DESC, n DESC LIMIT :most) AS done
JOIN events ON events.n = done.n
JOIN event_actors ON event_actors.event_id = events.id
JOIN actors ON actors.id = event_actors.actor_id
JOIN observations ON observations.id = actors.observation
WHERE observations.entity_id <> :party AND observations.kind IN ('country', 'person')
GROUP BY 1, 2, 3 ORDER BY count DESC, 1, 2 LIMIT :limit;

-- How many events each month has, of all parties: they were counted when conclusions were drawn.
-- name: months
SELECT value AS month, count FROM tallies WHERE name = 'event month' AND value BETWEEN :first AND :last;

-- name: names
SELECT id, kind, name, country FROM entities WHERE id IN (SELECT value FROM json_each(:parties));

-- The records between two parties, one way or the other, the newest first.
-- name: statements_between
SELECT n FROM (
    SELECT * FROM (SELECT n, day FROM statement_dyads WHERE one = :one AND other = :other AND day BETWEEN :first AND :last
                   ORDER BY day DESC, n DESC LIMIT :limit)
    UNION
    SELECT * FROM (SELECT n, day FROM statement_dyads WHERE one = :other AND other = :one AND day BETWEEN :first AND :last
                   ORDER BY day DESC, n DESC LIMIT :limit)
) ORDER BY day DESC, n DESC LIMIT :limit;
-- name: events_between_states
SELECT n FROM (
    SELECT * FROM (SELECT n, day FROM event_dyads WHERE one = :one AND other = :other AND day BETWEEN :first AND :last
                   AND status = 'actual' AND (:event IS NULL OR event = :event) ORDER BY day DESC, n DESC LIMIT :limit)
    UNION
    SELECT * FROM (SELECT n, day FROM event_dyads WHERE one = :other AND other = :one AND day BETWEEN :first AND :last
                   AND status = 'actual' AND (:event IS NULL OR event = :event) ORDER BY day DESC, n DESC LIMIT :limit)
) ORDER BY day DESC, n DESC LIMIT :limit;
-- :one is the one with fewer records, a person where the other is a state.
-- name: events_between
SELECT DISTINCT mine.n
FROM event_parties AS mine
CROSS JOIN event_parties AS theirs ON theirs.party = :other AND theirs.role IN ('actor', 'recipient')
  AND theirs.day = mine.day AND theirs.n = mine.n AND (mine.role = 'actor' OR theirs.role = 'actor')
WHERE mine.party = :one AND mine.role IN ('actor', 'recipient') AND mine.day BETWEEN :first AND :last
  AND mine.status = 'actual' AND (:event IS NULL OR mine.event = :event)
ORDER BY mine.day DESC, mine.n DESC LIMIT :limit;
