-- Documents can be cut anew: chunks that were replaced stay, so that what refers to them stays
-- true, and come back when cutting anew is undone.

-- Constraints that other tables refer to cannot be altered, so two tables are made again.
PRAGMA defer_foreign_keys = ON;

-- The page's lines with their places; its form is StoredLines'. None for pages that were imported
-- before they were kept.
ALTER TABLE page ADD COLUMN lines BLOB;

DROP VIEW pair;

CREATE TEMP TABLE old_chunk AS SELECT * FROM chunk;
CREATE TEMP TABLE old_judgement AS SELECT * FROM judgement;
DROP TABLE judgement;
DROP TABLE chunk;

-- "live" chunks are those in force: what the project shows, searches and trains on.
CREATE TABLE chunk (
  id           TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  text         TEXT NOT NULL,
  heading_path TEXT NOT NULL,
  tokens       INTEGER NOT NULL,
  first_page   INTEGER NOT NULL,
  locator      TEXT NOT NULL,
  live         INTEGER NOT NULL DEFAULT 1
);

INSERT INTO chunk (id, document_id, ordinal, text, heading_path, tokens, first_page, locator)
SELECT id, document_id, ordinal, text, heading_path, tokens, first_page, locator FROM old_chunk;

CREATE UNIQUE INDEX chunk_place ON chunk (document_id, ordinal) WHERE live = 1;
CREATE INDEX chunk_document ON chunk (document_id, ordinal);

CREATE TABLE judgement (
  seq       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  query_id  TEXT NOT NULL REFERENCES query (id),
  chunk_id  TEXT NOT NULL REFERENCES chunk (id),
  origin    TEXT NOT NULL,
  answer    TEXT,
  present   INTEGER NOT NULL,
  status    TEXT NOT NULL,
  relevance REAL NOT NULL,
  split     TEXT,
  reviewer  TEXT,
  decided   TEXT
);

INSERT INTO judgement SELECT * FROM old_judgement;

CREATE UNIQUE INDEX judgement_pair ON judgement (query_id, chunk_id) WHERE present = 1;
CREATE INDEX judgement_query ON judgement (query_id, chunk_id);
CREATE INDEX judgement_chunk ON judgement (chunk_id);

DROP TABLE old_chunk;
DROP TABLE old_judgement;

-- Cutting anew moves judgements from chunk to chunk; null in both where nothing moved.
ALTER TABLE decision ADD COLUMN before_chunk_id TEXT REFERENCES chunk (id);
ALTER TABLE decision ADD COLUMN after_chunk_id TEXT REFERENCES chunk (id);

-- Which chunks an action put into force and out of it.
CREATE TABLE recut (
  action_id   INTEGER NOT NULL REFERENCES action (id),
  chunk_id    TEXT NOT NULL REFERENCES chunk (id),
  before_live INTEGER NOT NULL,
  after_live  INTEGER NOT NULL,
  PRIMARY KEY (action_id, chunk_id)
) WITHOUT ROWID;

-- Which way of cutting an action made the project's; the setting's values.
CREATE TABLE rechunking (
  action_id      INTEGER PRIMARY KEY REFERENCES action (id),
  before_options TEXT,
  after_options  TEXT
);

-- The pairs that an action could not keep.
CREATE TABLE lost_pair (
  action_id    INTEGER NOT NULL REFERENCES action (id),
  judgement_id TEXT NOT NULL REFERENCES judgement (id),
  PRIMARY KEY (action_id, judgement_id)
) WITHOUT ROWID;

CREATE TRIGGER recut_is_never_changed BEFORE UPDATE ON recut
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER recut_is_never_deleted BEFORE DELETE ON recut
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER rechunking_is_never_changed BEFORE UPDATE ON rechunking
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER rechunking_is_never_deleted BEFORE DELETE ON rechunking
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Pairs as they are shown: present, and of a document that is not removed.
CREATE VIEW pair AS
SELECT j.seq, j.id, j.query_id, j.chunk_id, q.text AS question, j.answer, j.origin, j.status,
       j.relevance, j.split, j.reviewer, j.decided, c.document_id, c.ordinal, c.first_page,
       d.name AS document_name, d.position
FROM judgement j
JOIN query q ON q.id = j.query_id
JOIN chunk c ON c.id = j.chunk_id
JOIN document d ON d.id = c.document_id
WHERE j.present = 1 AND d.removed IS NULL;
