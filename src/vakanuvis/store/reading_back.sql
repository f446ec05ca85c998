-- One article's record, table by table, to be put together as the reading that was written down.

-- name: article
SELECT * FROM articles WHERE id = ?;

-- name: spans
SELECT record_id, slot, position, start, "end" FROM spans WHERE article_id = ? ORDER BY record_id, slot, position;

-- name: actors
SELECT * FROM actors WHERE article_id = ? ORDER BY position;

-- name: mentions
SELECT mentions.* FROM actors JOIN mentions ON mentions.actor_id = actors.id
WHERE actors.article_id = ? ORDER BY actors.position, mentions.position;

-- name: titles
SELECT titles.* FROM actors JOIN titles ON titles.actor_id = actors.id
WHERE actors.article_id = ? ORDER BY actors.position, titles.position;

-- name: statements
SELECT * FROM statements WHERE article_id = ? ORDER BY position;

-- name: statement_actors
SELECT statement_actors.* FROM statements JOIN statement_actors ON statement_actors.statement_id = statements.id
WHERE statements.article_id = ? ORDER BY statements.position, role, statement_actors.position;

-- name: events
SELECT * FROM events WHERE article_id = ? ORDER BY position;

-- name: event_actors
SELECT event_actors.* FROM events JOIN event_actors ON event_actors.event_id = events.id
WHERE events.article_id = ? ORDER BY events.position, role, event_actors.position;

-- name: agreements
SELECT * FROM agreements WHERE article_id = ? ORDER BY position;

-- name: agreement_parties
SELECT agreement_parties.* FROM agreements JOIN agreement_parties ON agreement_id = agreements.id
WHERE agreements.article_id = ? ORDER BY agreements.position, agreement_parties.position;

-- name: agreement_signatories
SELECT agreement_signatories.* FROM agreements JOIN agreement_signatories ON agreement_id = agreements.id
WHERE agreements.article_id = ? ORDER BY agreements.position, agreement_signatories.position;

-- name: times
SELECT * FROM times WHERE article_id = ? ORDER BY position;

-- name: places
SELECT * FROM places WHERE article_id = ? ORDER BY position;

-- name: judgements
SELECT * FROM judgements WHERE article_id = ? ORDER BY position;
