-- The tables for asking quickly (0002), reckoned anew from the facts and the registry, one statement after the other.

-- name: clear_statement_parties
DELETE FROM statement_parties;
-- name: clear_statement_dyads
DELETE FROM statement_dyads;
-- name: clear_event_parties
DELETE FROM event_parties;
-- name: clear_event_dyads
DELETE FROM event_dyads;
-- name: clear_state_pairs
DELETE FROM state_pairs;
-- name: clear_state_ties
DELETE FROM state_ties;
-- name: clear_party_tallies
DELETE FROM party_tallies;
-- name: clear_counterparts
DELETE FROM counterparts;
-- name: clear_agreement_names
DELETE FROM agreement_names;
-- name: clear_agreement_states
DELETE FROM agreement_states;
-- name: clear_contradiction_parties
DELETE FROM contradiction_parties;
-- name: clear_tallies
DELETE FROM tallies WHERE name <> 'conclusions';

-- Everybody in a statement, with the state behind them.
-- name: begin_said
CREATE TEMP TABLE said AS
SELECT statements.n AS n, statement_actors.role AS role, observations.entity_id AS entity, actors.country AS country,
       coalesce(articles.published_from, '') AS day
FROM statement_actors
JOIN statements ON statements.id = statement_actors.statement_id
JOIN articles ON articles.id = statements.article_id
JOIN actors ON actors.id = statement_actors.actor_id
JOIN observations ON observations.id = actors.observation
UNION ALL
SELECT statements.n, 'addressee', observations.entity_id, actors.country, coalesce(articles.published_from, '')
FROM statements
JOIN articles ON articles.id = statements.article_id
JOIN actors ON actors.id = statements.addressee
JOIN observations ON observations.id = actors.observation;
-- A state that shares its code with another stands under its own id too: CYP and CYP:KKTC.
-- name: name_said
INSERT INTO temp.said SELECT n, role, entity, entity, day FROM said WHERE entity LIKE '___:%';
-- name: index_said
CREATE INDEX temp.said_by_n ON said (n);

-- name: fill_statement_parties
INSERT INTO statement_parties (party, role, day, n)
SELECT entity, role, day, n FROM said WHERE entity IS NOT NULL
UNION
SELECT country, role, day, n FROM said WHERE country IS NOT NULL;

-- Who speaks about or to whom: states and states, entities and entities. The code that two states share is no other
-- side of one of them; entities tell which of the two is meant.
-- name: fill_statement_dyads
INSERT INTO statement_dyads (one, other, day, n)
SELECT speaker.country, other.country, speaker.day, speaker.n
FROM said AS speaker JOIN said AS other ON other.n = speaker.n
WHERE speaker.role = 'speaker' AND other.role <> 'speaker'
  AND substr(speaker.country, 1, 3) <> substr(other.country, 1, 3)
UNION
SELECT speaker.entity, other.entity, speaker.day, speaker.n
FROM said AS speaker JOIN said AS other ON other.n = speaker.n
WHERE speaker.role = 'speaker' AND other.role <> 'speaker' AND speaker.entity <> other.entity;
-- name: end_said
DROP TABLE temp.said;

-- Everybody in an event, with the state behind them.
-- name: begin_done
CREATE TEMP TABLE done AS
SELECT events.n AS n, event_actors.role AS role, observations.entity_id AS entity, actors.country AS country,
       coalesce(events.date_from, articles.published_from, '') AS day,
       events.event AS event, events.quad_code AS quad_code, events.status AS status
FROM event_actors
JOIN events ON events.id = event_actors.event_id
JOIN articles ON articles.id = events.article_id
JOIN actors ON actors.id = event_actors.actor_id
JOIN observations ON observations.id = actors.observation;
-- name: name_done
INSERT INTO temp.done SELECT n, role, entity, entity, day, event, quad_code, status FROM done WHERE entity LIKE '___:%';
-- name: index_done
CREATE INDEX temp.done_by_n ON done (n);

-- name: fill_event_parties
INSERT INTO event_parties (party, role, day, n, event, status)
SELECT entity, role, day, n, event, status FROM done WHERE entity IS NOT NULL
UNION
SELECT country, role, day, n, event, status FROM done WHERE country IS NOT NULL;

-- Which state did what to which; where several act together, each with each, both ways. Two states of one code are two
-- where both are named themselves.
-- name: fill_event_dyads
INSERT INTO event_dyads (one, other, day, n, event, quad_code, status, mutual)
SELECT one.country, other.country, one.day, one.n, one.event, one.quad_code, one.status, min(other.role = 'actor')
FROM done AS one JOIN done AS other ON other.n = one.n
WHERE one.role = 'actor' AND one.country <> other.country
  AND (substr(one.country, 1, 3) <> substr(other.country, 1, 3)
       OR one.entity = one.country AND other.entity = other.country)
  AND (other.role = 'recipient' OR NOT EXISTS (SELECT 1 FROM done WHERE done.n = one.n AND done.role = 'recipient'))
GROUP BY one.country, other.country, one.day, one.n;
-- Whom everybody but a state's code speaks of, is spoken of by, and is in the same events with.
-- name: fill_counterparts
WITH found (party, other, said, heard, met, day) AS (
    SELECT one, other, count(*), 0, 0, max(day) FROM statement_dyads WHERE length(one) > 3 GROUP BY one, other
    UNION ALL
    SELECT other, one, 0, count(*), 0, max(day) FROM statement_dyads WHERE length(other) > 3 GROUP BY one, other
    UNION ALL
    SELECT mine.entity, theirs.entity, 0, 0, count(DISTINCT mine.n), ''
    FROM done AS mine JOIN done AS theirs ON theirs.n = mine.n
    WHERE mine.entity <> theirs.entity AND length(mine.entity) > 3
    GROUP BY mine.entity, theirs.entity
)
INSERT INTO counterparts (party, total, other, said, heard, met, last_day)
SELECT party, sum(said) + sum(heard) + sum(met), other, sum(said), sum(heard), sum(met), max(day)
FROM found JOIN entities ON entities.id = found.other
GROUP BY party, other;
-- name: end_done
DROP TABLE temp.done;

-- name: fill_state_pairs
WITH seen (one, other, statements, events, day) AS (
    SELECT one, other, 1, 0, day FROM statement_dyads
    WHERE substr(one, 4, 1) IN ('', ':') AND substr(other, 4, 1) IN ('', ':')
    UNION ALL
    SELECT one, other, 0, 1, day FROM event_dyads
)
INSERT INTO state_pairs (one, other, statements, events, first_day, last_day)
SELECT one, other, sum(statements), sum(events), min(day), max(day) FROM seen GROUP BY one, other;

-- name: fill_state_ties
INSERT INTO state_ties (one, other, event, count)
SELECT one, other, 'SAY', statements FROM state_pairs WHERE statements > 0
UNION ALL
SELECT one, other, event, count(*) FROM event_dyads
WHERE status = 'actual' AND (mutual = 0 OR one < other) GROUP BY one, other, event;

-- name: fill_party_tallies
INSERT INTO party_tallies (party, role, event, count)
SELECT party, role, '', count(*) FROM statement_parties GROUP BY party, role
UNION ALL SELECT party, role, event, count(*) FROM event_parties GROUP BY party, role, event
UNION ALL SELECT country, 'agreement', '', count(DISTINCT agreement_id) FROM agreement_parties GROUP BY country;

-- name: count_entities
UPDATE entities SET
    statements = coalesce((SELECT count FROM party_tallies WHERE party = entities.id AND role = 'speaker'), 0),
    events = (SELECT count(DISTINCT n) FROM event_parties WHERE party = entities.id);

-- name: fill_agreement_names
INSERT INTO agreement_names (name, day, n, position, agreement_id)
SELECT agreements.name, coalesce(articles.published_from, ''), articles.n, agreements.position, agreements.id
FROM agreements JOIN articles ON articles.id = agreements.article_id;

-- name: fill_agreement_states
WITH parties (country, agreement_id) AS (SELECT DISTINCT country, agreement_id FROM agreement_parties),
sides (one, other, agreement_id) AS (
    SELECT country, '', agreement_id FROM parties
    UNION ALL
    SELECT one.country, other.country, one.agreement_id FROM parties AS one
    JOIN parties AS other ON other.agreement_id = one.agreement_id AND other.country <> one.country
)
INSERT INTO agreement_states (one, other, day, n, position, agreement_id)
SELECT sides.one, sides.other, coalesce(articles.published_from, ''), articles.n, agreements.position, agreements.id
FROM sides
JOIN agreements ON agreements.id = sides.agreement_id
JOIN articles ON articles.id = agreements.article_id;

-- name: fill_disputed_parties
INSERT INTO contradiction_parties (party, other, day, contradiction_id)
SELECT subject, '', day, id FROM contradictions WHERE subject IN (SELECT id FROM entities);
-- Few records are disputed, so that those of everybody are looked through for them.
-- name: fill_disputed_events
WITH disputed (n, day, id) AS MATERIALIZED (
    SELECT events.n, contradictions.day, contradictions.id
    FROM contradictions JOIN events ON events.id = contradictions.subject
),
told (one, other, n) AS (
    SELECT party, '', n FROM event_parties WHERE role = 'actor'
    UNION ALL
    SELECT one, other, n FROM event_dyads
)
INSERT OR IGNORE INTO contradiction_parties (party, other, day, contradiction_id)
SELECT told.one, told.other, disputed.day, disputed.id FROM told CROSS JOIN disputed ON disputed.n = told.n;
-- name: fill_disputed_statements
WITH disputed (n, day, id) AS MATERIALIZED (
    SELECT statements.n, contradictions.day, contradictions.id
    FROM contradictions JOIN statements ON statements.id = contradictions.subject
),
told (one, other, n) AS (
    SELECT party, '', n FROM statement_parties WHERE role = 'speaker'
    UNION ALL
    SELECT one, other, n FROM statement_dyads
)
INSERT OR IGNORE INTO contradiction_parties (party, other, day, contradiction_id)
SELECT told.one, told.other, disputed.day, disputed.id FROM told CROSS JOIN disputed ON disputed.n = told.n;

-- name: fill_tallies
INSERT INTO tallies (name, value, count)
SELECT 'articles', '', count(*) FROM articles
UNION ALL SELECT 'statements', '', count(*) FROM statements
UNION ALL SELECT 'events', '', count(*) FROM events
UNION ALL SELECT 'agreements', '', count(*) FROM agreements
UNION ALL SELECT 'actors', '', count(*) FROM actors
UNION ALL SELECT 'rejected', code, count(*) FROM rejected GROUP BY code
UNION ALL SELECT 'contradictions', kind, count(*) FROM contradictions GROUP BY kind
UNION ALL SELECT 'clusters', '', count(*) FROM clusters
UNION ALL SELECT 'article month', substr(coalesce(published_from, ''), 1, 7), count(*) FROM articles GROUP BY 2
UNION ALL SELECT 'article outlet', coalesce(outlet, ''), count(*) FROM articles GROUP BY 2
UNION ALL SELECT 'article reader', reader, count(*) FROM articles GROUP BY 2
UNION ALL SELECT 'statement kind', kind, count(*) FROM statements GROUP BY 2
UNION ALL SELECT 'statement medium', coalesce(medium, ''), count(*) FROM statements GROUP BY 2
UNION ALL SELECT 'statement speaker', iif(speaker IS NULL, 'unresolved', 'resolved'), count(*) FROM statements GROUP BY 2
UNION ALL SELECT 'event type', event, count(*) FROM events GROUP BY 2
UNION ALL SELECT 'event mode', event || ' ' || mode, count(*) FROM events WHERE mode IS NOT NULL GROUP BY 2
UNION ALL SELECT 'event quad', coalesce(quad_code, ''), count(*) FROM events GROUP BY 2
UNION ALL SELECT 'event status', status, count(*) FROM events GROUP BY 2
UNION ALL SELECT 'event date', date_basis, count(*) FROM events GROUP BY 2
UNION ALL SELECT 'event place', CASE WHEN location IS NULL THEN 'none' WHEN location_country IS NULL THEN 'no state' ELSE 'known' END, count(*) FROM events GROUP BY 2
UNION ALL SELECT 'event month', substr(coalesce(date_from, ''), 1, 7), count(*) FROM events GROUP BY 2
UNION ALL SELECT 'statement rule', rule.value, count(*) FROM statements, json_each(statements.because) AS rule GROUP BY 2
UNION ALL SELECT 'event rule', rule.value, count(*) FROM events, json_each(events.because) AS rule GROUP BY 2
UNION ALL SELECT 'entity kind', kind, count(*) FROM entities GROUP BY 2
UNION ALL SELECT 'state pairs', one, sum(statements + events) FROM state_pairs GROUP BY 2;

-- How often conclusions were drawn: who keeps what was reckoned from them sees that there are others.
-- name: count_conclusions
INSERT INTO tallies (name, value, count) VALUES ('conclusions', '', 1)
ON CONFLICT (name, value) DO UPDATE SET count = count + 1;
