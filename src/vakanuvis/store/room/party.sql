-- Kişinin, devletin, kurumun sayfası. (The page of a person, a state, an organisation, a group.)
-- :id is an entity's id, or the code of a state with all who belong to it.

-- name: entity
SELECT id, kind, name, country, sector, spellings, articles, statements, events, first_day, last_day
FROM entities WHERE id = :id;

-- States that share a code have entities of their own beside it: CYP and CYP:KKTC.
-- name: namesakes
SELECT id, name FROM entities WHERE country = :code AND kind = 'country' AND id <> :id ORDER BY id;

-- name: is_party
SELECT EXISTS (SELECT 1 FROM statement_parties WHERE party = :id) OR EXISTS (SELECT 1 FROM event_parties WHERE party = :id) AS there;

-- name: counts
SELECT (SELECT count(*) FROM statement_parties WHERE party = :id AND role = 'speaker') AS said,
       (SELECT count(*) FROM statement_parties WHERE party = :id AND role = 'about') AS about,
       (SELECT count(*) FROM event_parties WHERE party = :id AND role = 'actor') AS done,
       (SELECT count(*) FROM event_parties WHERE party = :id AND role = 'recipient') AS suffered,
       (SELECT count(*) FROM terms WHERE entity_id = :id) AS offices;

-- name: counts_of_state
SELECT (SELECT count(*) FROM state_pairs WHERE one = :id) AS partners,
       (SELECT count(DISTINCT agreement_id) FROM agreement_parties WHERE country = :id) AS agreements,
       (SELECT count(*) FROM terms WHERE country = :id) AS holders;

-- The letters of the titles that the articles of some days give: `terms` has the first and the last day of each.
-- name: attestations
SELECT titles.office, coalesce(titles.country, '') AS country, titles.former, titles.text, actors.article_id,
       articles.published_from AS day, coalesce(articles.outlet, articles.source) AS outlet, spans.start, spans."end"
FROM json_each(:days) AS wanted
CROSS JOIN articles INDEXED BY articles_by_day ON articles.published_from = wanted.value
CROSS JOIN observations ON observations.entity_id = :id
CROSS JOIN actors INDEXED BY actors_by_observation
           ON actors.observation = observations.id AND actors.article_id = articles.id
CROSS JOIN titles ON titles.actor_id = actors.id
CROSS JOIN spans ON spans.article_id = actors.article_id AND spans.record_id = actors.id AND spans.slot = 'title'
           AND spans.position = titles.position
ORDER BY articles.published_from, articles.n;

-- Those that most articles give.
-- name: terms
SELECT terms.office, terms.country, terms.former, terms.first_day, terms.last_day, terms.articles, terms.known_from,
       terms.known_until, terms.source, terms.because
FROM terms WHERE terms.entity_id = :id
ORDER BY terms.articles DESC, terms.office, terms.country, terms.former LIMIT :limit;

-- name: holders
SELECT held.*, entities.name, entities.kind
FROM (
    SELECT office, country, former, first_day, last_day, articles, known_from, known_until, source, because, entity_id
    FROM terms WHERE country = :id ORDER BY articles DESC, entity_id LIMIT :limit
) AS held
JOIN entities ON entities.id = held.entity_id
ORDER BY held.articles DESC, held.entity_id;

-- name: people
SELECT id, kind, name, articles, statements, events FROM entities
WHERE country = :code AND kind = :kind ORDER BY articles DESC, id LIMIT :limit;

-- One saying in several articles is one row: the fullest of those that are the party's too.
-- name: statements
SELECT told.*, speaker.kind AS speaker_kind, spans.start, spans."end"
FROM statement_parties AS party
CROSS JOIN told_statements AS told ON told.n = party.n
LEFT JOIN entities AS speaker ON speaker.id = told.speaker_entity
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'content'
               AND spans.position = 0
WHERE party.party = :id AND party.role = :role AND (party.day, party.n) < (:day, :n)
  AND (told.same_as IS NULL OR told.same_as = told.id OR NOT EXISTS (
      SELECT 1 FROM statements AS whole
      JOIN articles ON articles.id = whole.article_id
      JOIN statement_parties AS its ON its.party = :id AND its.role = :role
           AND its.day = coalesce(articles.published_from, '') AND its.n = whole.n
      WHERE whole.id = told.same_as))
ORDER BY party.day DESC, party.n DESC LIMIT :limit;

-- What two said about or to each other, in the order of the days.
-- name: exchanges
SELECT told.*, speaker.kind AS speaker_kind, spans.start, spans."end"
FROM (
    SELECT * FROM (
        SELECT day, n FROM statement_dyads WHERE one = :id AND other = :other AND (day, n) > (:day, :n)
        ORDER BY day, n LIMIT :limit
    )
    UNION
    SELECT * FROM (
        SELECT day, n FROM statement_dyads WHERE one = :other AND other = :id AND (day, n) > (:day, :n)
        ORDER BY day, n LIMIT :limit
    )
) AS dyad
CROSS JOIN told_statements AS told ON told.n = dyad.n
LEFT JOIN entities AS speaker ON speaker.id = told.speaker_entity
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'content'
               AND spans.position = 0
WHERE told.same_as IS NULL OR told.same_as = told.id OR told.same_as NOT IN (SELECT id FROM statements AS whole
      JOIN statement_dyads AS its ON its.n = whole.n WHERE its.one IN (:id, :other) AND its.other IN (:id, :other)
      AND whole.id = told.same_as)
ORDER BY dyad.day, dyad.n LIMIT :limit;

-- name: tellings
SELECT sayings.fullest, statements.id, statements.content, statements.article_id,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published, spans.start, spans."end"
FROM json_each(:ids) AS wanted
JOIN sayings ON sayings.fullest = wanted.value
JOIN statements ON statements.id = sayings.statement_id
JOIN articles ON articles.id = statements.article_id
LEFT JOIN spans ON spans.article_id = statements.article_id AND spans.record_id = statements.id
               AND spans.slot = 'content' AND spans.position = 0
ORDER BY articles.published_from, articles.n;

-- name: events
SELECT told.*, spans.start, spans."end"
FROM (
    SELECT * FROM (
        SELECT day, n FROM event_parties
        WHERE party = :id AND role = 'actor' AND (day, n) < (:day, :n) AND (:event IS NULL OR event = :event)
        ORDER BY day DESC, n DESC LIMIT :limit
    )
    UNION
    SELECT * FROM (
        SELECT day, n FROM event_parties
        WHERE party = :id AND role = 'recipient' AND (day, n) < (:day, :n) AND (:event IS NULL OR event = :event)
        ORDER BY day DESC, n DESC LIMIT :limit
    )
    ORDER BY day DESC, n DESC LIMIT :limit
) AS party
CROSS JOIN told_events AS told ON told.n = party.n
LEFT JOIN spans ON spans.article_id = told.article_id AND spans.record_id = told.id AND spans.slot = 'event'
               AND spans.position = 0
ORDER BY party.day DESC, party.n DESC;

-- name: event_types
SELECT event, sum(role = 'actor') AS done, sum(role = 'recipient') AS suffered
FROM event_parties WHERE party = :id AND role IN ('actor', 'recipient') GROUP BY event ORDER BY count(*) DESC, event;

-- Other articles that report the same events.
-- name: reports
SELECT reports.fullest, events.id, events.predicate, events.date, events.location, events.status, events.article_id,
       coalesce(articles.outlet, articles.source) AS outlet, articles.published, spans.start, spans."end"
FROM json_each(:ids) AS wanted
JOIN reports ON reports.fullest = wanted.value
JOIN events ON events.id = reports.event_id
JOIN articles ON articles.id = events.article_id
LEFT JOIN spans ON spans.article_id = events.article_id AND spans.record_id = events.id AND spans.slot = 'event'
               AND spans.position = 0
ORDER BY articles.published_from, articles.n;

-- Who is spoken about or to. States stand beside their people under their codes: only who has a page is asked for.
-- name: spoken_about
SELECT entities.id, entities.kind, entities.name, entities.country, dyad.count, dyad.last_day
FROM (
    SELECT other, count(*) AS count, max(day) AS last_day FROM statement_dyads WHERE one = :id GROUP BY other
) AS dyad
JOIN entities ON entities.id = dyad.other
ORDER BY dyad.count DESC, entities.id LIMIT :limit;

-- Who speaks about or to the party, among the last :cap statements that name it.
-- name: spoken_by
SELECT entities.id, entities.kind, entities.name, entities.country, count(DISTINCT heard.n) AS count, max(heard.day) AS last_day
FROM (
    SELECT n, day FROM statement_parties WHERE party = :id AND role IN ('about', 'addressee') ORDER BY day DESC, n DESC LIMIT :cap
) AS heard
JOIN statements ON statements.n = heard.n
JOIN statement_actors ON statement_actors.statement_id = statements.id AND statement_actors.role = 'speaker'
JOIN actors ON actors.id = statement_actors.actor_id
JOIN observations ON observations.id = actors.observation
JOIN entities ON entities.id = observations.entity_id
WHERE entities.id <> :id
GROUP BY entities.id ORDER BY count DESC, entities.id LIMIT :limit;

-- Who is in the same events, among the last :cap of each role.
-- name: met
SELECT entities.id, entities.kind, entities.name, entities.country, count(DISTINCT mine.n) AS count, max(mine.day) AS last_day
FROM (
    SELECT n, day FROM (
        SELECT n, day FROM event_parties WHERE party = :id AND role = 'actor' ORDER BY day DESC, n DESC LIMIT :cap
    )
    UNION
    SELECT n, day FROM (
        SELECT n, day FROM event_parties WHERE party = :id AND role = 'recipient' ORDER BY day DESC, n DESC LIMIT :cap
    )
) AS mine
JOIN events ON events.n = mine.n
JOIN event_actors ON event_actors.event_id = events.id
JOIN actors ON actors.id = event_actors.actor_id
JOIN observations ON observations.id = actors.observation
JOIN entities ON entities.id = observations.entity_id
WHERE entities.id <> :id
GROUP BY entities.id ORDER BY count DESC, entities.id LIMIT :limit;

-- name: partners
SELECT there.other AS id, there.statements AS said, there.events AS done, coalesce(back.statements, 0) AS heard,
       coalesce(back.events, 0) AS suffered, max(there.last_day, coalesce(back.last_day, '')) AS last_day
FROM state_pairs AS there LEFT JOIN state_pairs AS back ON back.one = there.other AND back.other = there.one
WHERE there.one = :id
ORDER BY there.statements + there.events + coalesce(back.statements + back.events, 0) DESC, there.other LIMIT :limit;

-- name: contradictions
SELECT DISTINCT found.id, found.kind, found.day, found.text
FROM (
    SELECT id, kind, day, text FROM contradictions WHERE subject = :id
    UNION
    SELECT contradictions.id, contradictions.kind, contradictions.day, contradictions.text
    FROM (SELECT n FROM event_parties WHERE party = :id AND role = 'actor' ORDER BY day DESC, n DESC LIMIT :cap) AS mine
    JOIN events ON events.n = mine.n
    JOIN contradictions ON contradictions.subject = events.id
    UNION
    SELECT contradictions.id, contradictions.kind, contradictions.day, contradictions.text
    FROM (SELECT n FROM statement_parties WHERE party = :id AND role = 'speaker' ORDER BY day DESC, n DESC LIMIT :cap) AS mine
    JOIN statements ON statements.n = mine.n
    JOIN contradictions ON contradictions.subject = statements.id
) AS found
ORDER BY found.day DESC, found.id LIMIT :limit;
