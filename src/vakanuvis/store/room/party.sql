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
SELECT coalesce(sum(count) FILTER (WHERE role = 'speaker'), 0) AS said,
       coalesce(sum(count) FILTER (WHERE role = 'about'), 0) AS about,
       coalesce(sum(count) FILTER (WHERE role = 'actor'), 0) AS done,
       coalesce(sum(count) FILTER (WHERE role = 'recipient'), 0) AS suffered,
       coalesce(sum(count) FILTER (WHERE role = 'agreement'), 0) AS agreements,
       (SELECT count(*) FROM terms WHERE entity_id = :id) AS offices
FROM party_tallies WHERE party = :id;

-- name: counts_of_state
SELECT (SELECT count(*) FROM state_pairs WHERE one = :id) AS partners,
       (SELECT count(*) FROM terms WHERE country = :id) AS holders;

-- Those that most articles give.
-- name: terms
SELECT terms.office, terms.country, terms.former, terms.first_day, terms.last_day, terms.articles, terms.known_from,
       terms.known_until, terms.source, terms.because, terms.first_article, terms.first_start, terms.first_end,
       terms.last_article, terms.last_start, terms.last_end
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
SELECT event, coalesce(sum(count) FILTER (WHERE role = 'actor'), 0) AS done,
       coalesce(sum(count) FILTER (WHERE role = 'recipient'), 0) AS suffered
FROM party_tallies WHERE party = :id AND role IN ('actor', 'recipient')
GROUP BY event ORDER BY sum(count) DESC, event;

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

-- Who stands beside the party most often: spoken of by it, speaking of it, in the same events.
-- name: counterparts
SELECT entities.id, entities.kind, entities.name, entities.country, beside.said, beside.heard, beside.met, beside.last_day
FROM (SELECT * FROM counterparts WHERE party = :id ORDER BY total DESC, other LIMIT :limit) AS beside
JOIN entities ON entities.id = beside.other
ORDER BY beside.total DESC, entities.id;

-- name: partners
SELECT there.other AS id, there.statements AS said, there.events AS done, coalesce(back.statements, 0) AS heard,
       coalesce(back.events, 0) AS suffered, max(there.last_day, coalesce(back.last_day, '')) AS last_day
FROM state_pairs AS there LEFT JOIN state_pairs AS back ON back.one = there.other AND back.other = there.one
WHERE there.one = :id
ORDER BY there.statements + there.events + coalesce(back.statements + back.events, 0) DESC, there.other LIMIT :limit;

-- name: contradictions
SELECT contradictions.id, contradictions.kind, contradictions.day, contradictions.text
FROM (
    SELECT day, contradiction_id FROM contradiction_parties WHERE party = :id AND other = ''
    ORDER BY day DESC, contradiction_id LIMIT :limit
) AS found
JOIN contradictions ON contradictions.id = found.contradiction_id
ORDER BY found.day DESC, found.contradiction_id;
