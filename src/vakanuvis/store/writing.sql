-- How one reading is written down. Every table of facts has one statement; none of them changes a row that is there.

-- name: insert_reader
INSERT OR IGNORE INTO readers (id, version, lexicon, model) VALUES (?, ?, ?, ?);

-- name: insert_original
INSERT OR IGNORE INTO originals (sha256, media_type, packed) VALUES (?, ?, ?);

-- name: insert_article
INSERT INTO articles (
    id, given_id, source, outlet, author, url, title, published, published_from, published_until, text, sha256, notes,
    dateline, dateline_country, found_at, original, reader, body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: insert_spans
INSERT INTO spans (article_id, record_id, slot, position, start, "end", crc32) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: insert_actors
INSERT INTO actors (id, article_id, position, kind, name, country, sector, observation, because)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: insert_mentions
INSERT INTO mentions (actor_id, position, kind, because) VALUES (?, ?, ?, ?);

-- name: insert_titles
INSERT INTO titles (actor_id, position, text, office, country, former, because) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: insert_statements
INSERT INTO statements (
    id, article_id, position, kind, speaker, cue, content, addressee, force, negated, medium, nested_in, same_as, because
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: insert_statement_actors
INSERT INTO statement_actors (statement_id, role, position, actor_id) VALUES (?, ?, ?, ?);

-- name: insert_events
INSERT INTO events (
    id, article_id, position, event, mode, context, quad_code, event_scale, cameo, predicate, status,
    date, date_basis, date_from, date_until, location, location_country, said_in, because
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: insert_event_actors
INSERT INTO event_actors (event_id, role, position, actor_id) VALUES (?, ?, ?, ?);

-- name: insert_agreements
INSERT INTO agreements (
    id, article_id, position, name, status, date, location, location_country, event_id, because
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: insert_agreement_parties
INSERT INTO agreement_parties (agreement_id, position, country) VALUES (?, ?, ?);

-- name: insert_agreement_signatories
INSERT INTO agreement_signatories (agreement_id, position, actor_id) VALUES (?, ?, ?);

-- name: insert_times
INSERT INTO times (article_id, position, date, basis, because) VALUES (?, ?, ?, ?, ?);

-- name: insert_places
INSERT INTO places (article_id, position, name, country, latitude, longitude, because) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: insert_judgements
INSERT INTO judgements (id, article_id, position, kind, text, because) VALUES (?, ?, ?, ?, ?, ?);

-- name: insert_article_search
INSERT INTO article_search (rowid, title, text, stems)
SELECT n, ?, ?, ? FROM articles WHERE id = ?;

-- name: insert_statement_search
INSERT INTO statement_search (rowid, content, stems)
SELECT n, ?, ? FROM statements WHERE id = ?;

-- name: insert_rejected
INSERT INTO rejected (found_at, code, reason) VALUES (?, ?, ?)
ON CONFLICT (found_at) DO UPDATE SET code = excluded.code, reason = excluded.reason;

-- name: delete_rejected
DELETE FROM rejected WHERE found_at = ?;
