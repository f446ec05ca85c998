-- What is concluded from many articles. All of it but decisions is reckoned anew from the facts by `conclude`; nothing
-- here changes a fact. Days are ISO days; `day` is the first day that a date allows, '' where none is known.

-- The registry: which actors of the articles are one. An observation gathers the actors of one kind, name and country.
CREATE TABLE observations (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    first_day TEXT,
    last_day TEXT,
    articles INTEGER NOT NULL,
    entity_id TEXT REFERENCES entities (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observations_by_entity ON observations (entity_id);

CREATE TABLE entities (
    id TEXT PRIMARY KEY,            -- of a state its code
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    sort_name TEXT NOT NULL,        -- sorts as text in the order of the Turkish alphabet
    spellings TEXT NOT NULL,        -- JSON: the names as printed
    articles INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    events INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_kind ON entities (kind, articles DESC, id);
CREATE INDEX entities_by_country ON entities (country, kind, articles DESC, id);
CREATE INDEX entities_by_name ON entities (kind, sort_name, id);
CREATE VIRTUAL TABLE entity_search USING fts5 (names, entity_id UNINDEXED, tokenize="unicode61 remove_diacritics 0");

CREATE TABLE sameness (
    one TEXT NOT NULL REFERENCES observations (id),
    other TEXT NOT NULL REFERENCES observations (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
    because TEXT NOT NULL,
    by TEXT NOT NULL,               -- 'rule', or who decided
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX sameness_unsure ON sameness (verdict, one);

-- Terms of office: first and last article that calls someone so, and what the office register knows.
CREATE TABLE terms (
    entity_id TEXT NOT NULL REFERENCES entities (id),
    office TEXT NOT NULL,
    country TEXT NOT NULL,          -- '' where the articles name none
    former INTEGER NOT NULL CHECK (former IN (0, 1)),
    first_day TEXT,
    last_day TEXT,
    articles INTEGER NOT NULL,
    known_from TEXT,                -- EDTF, from lexicon/world/offices
    known_until TEXT,
    source TEXT,
    because TEXT NOT NULL,
    first_article TEXT REFERENCES articles (id),  -- of the first day, and the letters of its title
    first_start INTEGER,
    first_end INTEGER,
    last_article TEXT REFERENCES articles (id),
    last_start INTEGER,
    last_end INTEGER,
    PRIMARY KEY (entity_id, office, country, former)
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_by_office ON terms (country, office, first_day);
CREATE INDEX terms_by_day ON terms (first_day);
CREATE INDEX terms_by_country ON terms (country, articles DESC, entity_id);

-- The same story told twice.
CREATE TABLE signatures (
    article_id TEXT PRIMARY KEY REFERENCES articles (id),
    minhash BLOB NOT NULL,
    compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1))  -- with every article that shares a band
) STRICT, WITHOUT ROWID;
CREATE TABLE bands (
    band INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_by_article ON bands (article_id);

CREATE TABLE story_relations (
    one TEXT NOT NULL REFERENCES articles (id),
    other TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL CHECK (kind IN ('copy', 'rewrite', 'update')),
    similarity REAL NOT NULL,
    words_one INTEGER NOT NULL,     -- how long each is
    words_other INTEGER NOT NULL,
    because TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE originators (
    article_id TEXT PRIMARY KEY REFERENCES articles (id),
    name TEXT NOT NULL,             -- the agency's name in lexicon/world/agencies
    start INTEGER,                  -- the letters it was read from; none where the outlet is the agency
    "end" INTEGER,
    crc32 INTEGER,
    because TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clusters (
    id TEXT PRIMARY KEY,
    fullest TEXT NOT NULL REFERENCES articles (id),
    day TEXT NOT NULL,
    articles INTEGER NOT NULL,
    originators INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX clusters_by_size ON clusters (articles DESC, id);
CREATE TABLE cluster_articles (
    article_id TEXT PRIMARY KEY REFERENCES articles (id),
    cluster_id TEXT NOT NULL REFERENCES clusters (id),
    relation TEXT NOT NULL,         -- to the fullest: fullest, copy, rewrite, update
    similarity REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_articles_by_cluster ON cluster_articles (cluster_id);

-- One statement in several articles, one event with all its reports. `fullest` is the id of the fullest one.
CREATE TABLE sayings (
    statement_id TEXT PRIMARY KEY REFERENCES statements (id),
    fullest TEXT NOT NULL REFERENCES statements (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sayings_by_fullest ON sayings (fullest);
CREATE TABLE reports (
    event_id TEXT PRIMARY KEY REFERENCES events (id),
    fullest TEXT NOT NULL REFERENCES events (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_by_fullest ON reports (fullest);

-- Where articles disagree. Each side has its own letters, or a place in the lexicon (known_at, source).
CREATE TABLE contradictions (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('title', 'number', 'date', 'place', 'who', 'wording')),
    subject TEXT,                   -- the entity, event (the fullest) or statement it is about
    cluster_id TEXT,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    because TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contradictions_by_kind ON contradictions (kind, day DESC, id);
CREATE INDEX contradictions_by_day ON contradictions (day DESC, id);
CREATE INDEX contradictions_by_subject ON contradictions (subject);
CREATE TABLE contradiction_sides (
    contradiction_id TEXT NOT NULL REFERENCES contradictions (id),
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    article_id TEXT REFERENCES articles (id),
    record_id TEXT,
    start INTEGER,
    "end" INTEGER,
    crc32 INTEGER,
    known_at TEXT,
    source TEXT,
    PRIMARY KEY (contradiction_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX contradiction_sides_by_article ON contradiction_sides (article_id);

-- Decisions of people, a layer of their own: only ever added; one is taken back by another that undoes it.
CREATE TABLE decisions (
    n INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,          -- ISO, UTC
    by TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('sameness', 'record')),
    one TEXT NOT NULL,              -- an observation, or the record's id
    other TEXT,                     -- the other observation
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure', 'accept', 'reject', 'edit', 'undo')),
    slot TEXT,                      -- of an edit
    value TEXT,                     -- of an edit, JSON
    note TEXT,
    undoes INTEGER REFERENCES decisions (n)
) STRICT;
CREATE INDEX decisions_by_one ON decisions (one, n);

-- For asking quickly. party is an entity, or the code of the state that it belongs to.
CREATE TABLE statement_parties (
    party TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('speaker', 'about', 'addressee')),
    day TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES statements (n),
    PRIMARY KEY (party, role, day, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_dyads (      -- speaker's side, the side spoken about or to
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    day TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES statements (n),
    PRIMARY KEY (one, other, day, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_parties (
    party TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    day TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES events (n),
    event TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (party, role, day, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_dyads (          -- states only; both ways where both are actors
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    day TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES events (n),
    event TEXT NOT NULL,
    quad_code INTEGER,
    status TEXT NOT NULL,
    mutual INTEGER NOT NULL CHECK (mutual IN (0, 1)),
    PRIMARY KEY (one, other, day, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE state_pairs (          -- how much each pair of states has, for lists and the network
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    statements INTEGER NOT NULL,
    events INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX state_pairs_by_other ON state_pairs (other, one);
CREATE INDEX state_pairs_by_weight ON state_pairs (statements + events DESC, one, other);
CREATE TABLE state_ties (           -- of what kind it is: 'SAY', or the type of events that took place
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    event TEXT NOT NULL,
    count INTEGER NOT NULL,         -- what both do together is counted under the one that sorts first
    PRIMARY KEY (one, other, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE party_tallies (        -- how much every party has in each role
    party TEXT NOT NULL,
    role TEXT NOT NULL,             -- as in statement_parties and event_parties; 'agreement' of a state
    event TEXT NOT NULL,            -- the type; '' where it is none
    count INTEGER NOT NULL,
    PRIMARY KEY (party, role, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE counterparts (         -- with whom everybody but states by their codes has to do, the most first
    party TEXT NOT NULL,
    total INTEGER NOT NULL,
    other TEXT NOT NULL,
    said INTEGER NOT NULL,          -- statements about or to the other
    heard INTEGER NOT NULL,         -- the other's
    met INTEGER NOT NULL,           -- events that both are in
    last_day TEXT NOT NULL,         -- of a statement
    PRIMARY KEY (party, total DESC, other)
) STRICT, WITHOUT ROWID;
-- Agreements by their names and by their parties, in the order of their articles' days. `other` is '' for all that a
-- state is party to, else the other party of some.
CREATE TABLE agreement_names (
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES articles (n),
    position INTEGER NOT NULL,
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    PRIMARY KEY (name, day, n, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_states (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    day TEXT NOT NULL,
    n INTEGER NOT NULL REFERENCES articles (n),
    position INTEGER NOT NULL,
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    PRIMARY KEY (one, other, day, n, position)
) STRICT, WITHOUT ROWID;
-- Whose deeds and words are disputed; `other` is '', or the other side of a pair of states.
CREATE TABLE contradiction_parties (
    party TEXT NOT NULL,
    other TEXT NOT NULL,
    day TEXT NOT NULL,
    contradiction_id TEXT NOT NULL,
    PRIMARY KEY (party, other, day, contradiction_id)
) STRICT, WITHOUT ROWID;
-- Counted once, because counting a hundred thousand articles on every visit is slow: by rule, kind, basis, …
CREATE TABLE tallies (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (name, value)
) STRICT, WITHOUT ROWID;

-- The facts as people ask for them: names, titles and articles beside each statement and event.
CREATE VIEW told_statements AS
SELECT statements.n, statements.id, statements.kind, statements.content, statements.cue, statements.medium,
       statements.negated, statements.speaker AS speaker_id, speaker.name AS speaker, speaker.country,
       observations.entity_id AS speaker_entity,
       (SELECT titles.text FROM titles WHERE titles.actor_id = statements.speaker ORDER BY titles.position LIMIT 1) AS title,
       articles.id AS article_id, articles.title AS headline, coalesce(articles.outlet, articles.source) AS outlet,
       articles.url, articles.published, coalesce(articles.published_from, '') AS day,
       sayings.fullest AS same_as
FROM statements
JOIN articles ON articles.id = statements.article_id
LEFT JOIN actors AS speaker ON speaker.id = statements.speaker
LEFT JOIN observations ON observations.id = speaker.observation
LEFT JOIN sayings ON sayings.statement_id = statements.id;

CREATE VIEW told_events AS
SELECT events.n, events.id, events.event, events.mode, events.context, events.quad_code, events.cameo, events.predicate,
       events.status, events.date, events.date_basis, events.location, events.location_country,
       (SELECT group_concat(actors.name, ', ') FROM event_actors JOIN actors ON actors.id = event_actors.actor_id
        WHERE event_actors.event_id = events.id AND event_actors.role = 'actor') AS actor,
       (SELECT group_concat(actors.name, ', ') FROM event_actors JOIN actors ON actors.id = event_actors.actor_id
        WHERE event_actors.event_id = events.id AND event_actors.role = 'recipient') AS recipient,
       events.said_in, articles.id AS article_id, articles.title AS headline,
       coalesce(articles.outlet, articles.source) AS outlet, articles.url, articles.published,
       coalesce(events.date_from, articles.published_from, '') AS day,
       reports.fullest AS same_as
FROM events
JOIN articles ON articles.id = events.article_id
LEFT JOIN reports ON reports.event_id = events.id;
