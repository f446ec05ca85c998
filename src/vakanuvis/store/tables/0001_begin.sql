-- The record book, first form. Facts are written once and never changed; what is concluded from many articles stands
-- in tables of its own (0002). Ids are digests: the same article gives the same ids in every book.
-- Dates are EDTF level 1; *_from and *_until are the first and last day that such a date allows, for comparing.

-- Who read: an article keeps the name of the reader that made its record.
CREATE TABLE readers (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL,          -- of the library
    lexicon TEXT NOT NULL,          -- SHA-256 of the lexicon folder
    model TEXT NOT NULL             -- SHA-256 of the model folder
) STRICT;

-- Pages as they came, beside the text that was extracted from them.
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,        -- of the bytes before packing
    media_type TEXT NOT NULL,
    packed BLOB NOT NULL            -- zlib
) STRICT;

CREATE TABLE articles (
    n INTEGER PRIMARY KEY,          -- of this book only; full-text search counts by it
    id TEXT NOT NULL UNIQUE,
    given_id TEXT,                  -- the id that the source gave
    source TEXT,
    outlet TEXT,
    author TEXT,
    url TEXT,
    title TEXT,
    published TEXT,
    published_from TEXT,
    published_until TEXT,
    body INTEGER NOT NULL,          -- where the story begins in the text, after a header
    text TEXT NOT NULL,             -- exactly as it came; every place counts its code points
    sha256 TEXT NOT NULL,           -- of the text in UTF-8
    notes TEXT NOT NULL,            -- JSON: what had to be guessed on reading the file
    dateline TEXT,
    dateline_country TEXT,
    found_at TEXT,                  -- where it was taken in: path, line or row
    original TEXT REFERENCES originals (sha256),
    reader TEXT NOT NULL REFERENCES readers (id)
) STRICT;
CREATE INDEX articles_by_day ON articles (published_from, n);
CREATE INDEX articles_by_outlet ON articles (outlet, published_from, n);
-- For asking many articles for their days: without it each is read from among the texts.
CREATE INDEX articles_by_number ON articles (n, published_from, outlet);

-- The letters behind every slot of every record. record_id is the id of an actor, statement, event, agreement or
-- judgement, or of the article itself (slots dateline, time, place). crc32 is that of the letters in UTF-8.
CREATE TABLE spans (
    article_id TEXT NOT NULL REFERENCES articles (id),
    record_id TEXT NOT NULL,
    slot TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    crc32 INTEGER NOT NULL,
    PRIMARY KEY (article_id, record_id, slot, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE actors (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'country', 'organization', 'group')),
    name TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    observation TEXT NOT NULL,      -- digest of kind, name and country: what the registry decides about
    because TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_by_article ON actors (article_id, position);
CREATE INDEX actors_by_observation ON actors (observation, article_id);
CREATE INDEX actors_states ON actors (article_id, country) WHERE kind = 'country';

CREATE TABLE mentions (
    actor_id TEXT NOT NULL REFERENCES actors (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    because TEXT NOT NULL,
    PRIMARY KEY (actor_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE titles (
    actor_id TEXT NOT NULL REFERENCES actors (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,             -- as printed
    office TEXT NOT NULL,
    country TEXT,
    former INTEGER NOT NULL CHECK (former IN (0, 1)),
    because TEXT NOT NULL,
    PRIMARY KEY (actor_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX titles_by_office ON titles (country, office);

CREATE TABLE statements (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
    speaker TEXT REFERENCES actors (id),
    cue TEXT,
    content TEXT NOT NULL,          -- the letters of its spans, ' … ' between two
    addressee TEXT REFERENCES actors (id),
    force TEXT,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    medium TEXT,
    nested_in TEXT,
    same_as TEXT,
    because TEXT NOT NULL
) STRICT;
CREATE INDEX statements_by_article ON statements (article_id, position);

CREATE TABLE statement_actors (
    statement_id TEXT NOT NULL REFERENCES statements (id),
    role TEXT NOT NULL CHECK (role IN ('speaker', 'about')),
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actors (id),
    PRIMARY KEY (statement_id, role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    event TEXT NOT NULL,
    mode TEXT,
    context TEXT NOT NULL,          -- JSON
    quad_code INTEGER,
    event_scale REAL,
    cameo TEXT,
    predicate TEXT NOT NULL,        -- the letters that tell it
    status TEXT NOT NULL CHECK (status IN ('actual', 'planned', 'negated', 'hypothetical', 'historical')),
    date TEXT,
    date_basis TEXT NOT NULL CHECK (date_basis IN ('explicit', 'relative', 'publication', 'none')),
    date_from TEXT,
    date_until TEXT,
    location TEXT,
    location_country TEXT,
    said_in TEXT,
    because TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_article ON events (article_id, position);
CREATE INDEX events_by_type ON events (event, date_from, n);
CREATE INDEX events_by_day ON events (date_from, n);

CREATE TABLE event_actors (
    event_id TEXT NOT NULL REFERENCES events (id),
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actors (id),
    PRIMARY KEY (event_id, role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreements (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('signed', 'planned', 'rejected', 'mentioned')),
    date TEXT,
    location TEXT,
    location_country TEXT,
    event_id TEXT REFERENCES events (id),
    because TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreements_by_article ON agreements (article_id, position);
CREATE INDEX agreements_by_name ON agreements (name);

CREATE TABLE agreement_parties (
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    position INTEGER NOT NULL,
    country TEXT NOT NULL,
    PRIMARY KEY (agreement_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_parties_by_country ON agreement_parties (country, agreement_id);

CREATE TABLE agreement_signatories (
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actors (id),
    PRIMARY KEY (agreement_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    date TEXT,
    basis TEXT NOT NULL,
    because TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    latitude REAL,
    longitude REAL,
    because TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

-- What a reader concluded within one article. Conclusions over many articles are in 0002.
CREATE TABLE judgements (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    because TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX judgements_by_article ON judgements (article_id, position);

-- What could not be read, with the reason. An article that is read later leaves its row.
CREATE TABLE rejected (
    found_at TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full text, folded (İ, I, ı → i; ş → s; â → a) because FTS5 knows no Turkish: words as printed and their stems.
-- Contentless: the letters stand in articles and statements.
CREATE VIRTUAL TABLE article_search USING fts5 (title, text, stems, content='', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE statement_search USING fts5 (content, stems, content='', tokenize="unicode61 remove_diacritics 0");
